package import OrderedJSON

/// Why a change was not made or not taken back.
package enum ChangeError: Error, Sendable, Hashable, CustomStringConvertible {
    /// There is no change of that id.
    case unknown(id: Int64)
    /// It was not written, is taken back already, or is of a kind that nothing takes back.
    case notUndoable(id: Int64, reason: String)
    /// The value is no longer the one that we wrote: somebody has changed it since.
    case changedSince(id: Int64, title: String, ours: JSONValue, now: JSONValue)
    /// The undo was tried, and the service did not come back to the old value.
    case undoFailed(id: Int64, reason: String)

    package var description: String {
        switch self {
        case .unknown(let id): "there is no change \(id); `GET /api/v1/changes` lists them"
        case .notUndoable(let id, let reason): "change \(id) cannot be taken back: \(reason)"
        case .changedSince(let id, let title, let ours, let now):
            "change \(id) (\(title)) is left alone: the value is now \(now), we had set \(ours); "
                + "it was changed since, so decide in the service itself"
        case .undoFailed(let id, let reason):
            "change \(id) could not be taken back: \(reason); look at the service, then try again"
        }
    }
}
