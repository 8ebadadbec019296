internal import Foundation
internal import OrderedJSON

/// The part in which the two applications differ: films, or series with their episodes.
protocol ServarrLibrary: Sendable {
    /// Answers what concerns the library alone; nil where the path is another's.
    mutating func respond(to request: SimulatedRequest, state: inout ServarrState, now: Date)
        -> SimulatedReply?
    /// What a command searches for; nil where it is no search.
    func targets(of command: QueuedCommand) -> [SearchTarget]?
    /// What indexers offer for that.
    func releases(for target: SearchTarget, indexers: [JSONObject]) -> [Release]
    /// What a release's name is about; empty where it is nothing of ours.
    func units(named title: String) -> [MediaUnit]
    /// What still has a place in the library.
    func contains(_ unit: MediaUnit) -> Bool
    func file(of unit: MediaUnit) -> MediaFile?
    func profile(of unit: MediaUnit) -> Int?
    func isMonitored(_ unit: MediaUnit) -> Bool
    /// Whether it may be searched by itself already.
    func isAvailable(_ unit: MediaUnit, now: Date) -> Bool
    /// The length in minutes.
    func runtime(of unit: MediaUnit) -> Int
    /// The folder of a file, and its name without an extension.
    func place(of unit: MediaUnit, release: String) -> (folder: String, relative: String)?
    mutating func attach(_ file: MediaFile, to unit: MediaUnit)
    mutating func noteSearch(_ target: SearchTarget, at time: Date)
    /// The members by which rows of the queue and of the history name it.
    func reference(to unit: MediaUnit?, including request: SimulatedRequest, now: Date) -> JSONObject
    /// What automatic searches after a failure look for.
    func commandAfterFailure(of units: [MediaUnit]) -> (name: String, body: JSONObject)?
    /// The members of a release that tell what it was matched to.
    func match(of release: Release) -> JSONObject
    /// What the application takes a name for, for `/parse`.
    func parsed(_ title: String, now: Date) -> JSONValue
}
