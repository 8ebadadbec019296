/// Why a model file is not there.
package enum ModelStoreError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The URL cannot be used.
    case invalidURL(String)
    /// The server answered with this status.
    case refused(url: String, status: Int)
    /// The connection broke again and again; what has come so far is kept.
    case interrupted(url: String, receivedBytes: Int, reason: String)
    /// The file is another than it should be; it was not kept.
    case wrongHash(path: String, expected: String, actual: String)
    /// What came is no model (for example a page in HTML); it was not kept.
    case notAModel(url: String)
    /// The disk has no room; both in bytes.
    case noSpace(path: String, needed: Int, available: Int)
    /// The file cannot be written there.
    case notWritable(path: String, reason: String)
    /// There is no model of this name, neither here nor in the catalogue.
    case unknownModel(String)
    /// The model is in use and cannot be removed.
    case inUse(String)

    package var description: String {
        switch self {
        case .invalidURL(let url): "\(url) is not a URL that a model can be fetched from (MODEL_URL)."
        case .refused(let url, let status):
            "\(url) answered with status \(status); check MODEL_URL."
        case .interrupted(let url, let received, let reason):
            "The connection to \(url) broke (\(reason)); \(received) bytes are kept and the next try goes on from there."
        case .wrongHash(let path, let expected, let actual):
            "What came for \(path) has the SHA-256 \(actual), not \(expected); it was not kept. Check MODEL_URL and "
                + "MODEL_SHA256."
        case .notAModel(let url): "What \(url) sends is not a GGUF model; it was not kept. Check MODEL_URL."
        case .noSpace(let path, let needed, let available):
            "The disk of \(path) has \(available) bytes left, and \(needed) are needed."
        case .notWritable(let path, let reason): "\(path) cannot be written: \(reason)."
        case .unknownModel(let name): "There is no model \(name), neither on disk nor in the catalogue."
        case .inUse(let name): "The model \(name) is in use; use another one first."
        }
    }
}
