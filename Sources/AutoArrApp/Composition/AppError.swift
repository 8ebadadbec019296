/// Why the program could not start.
package enum AppError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The data directory cannot be used.
    case dataDirectory(path: String, reason: String)
    /// A model file that was named is not there.
    case noModelFile(path: String)
    /// The house model is not there, and what was asked for needs it.
    case noHouseModel

    package var description: String {
        switch self {
        case .dataDirectory(let path, let reason):
            "the data directory \(path) cannot be used: \(reason); mount a directory of its own there, or name another in AUTOARR_DATA"
        case .noModelFile(let path): "there is no readable model file at \(path)"
        case .noHouseModel:
            "the house model's base \(HouseModelFiles.baseName) was not found; run scripts/starter-model, or set HOUSE_MODEL_PATH"
        }
    }
}
