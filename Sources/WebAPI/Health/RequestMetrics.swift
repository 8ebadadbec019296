internal import HTTPTypes
internal import Synchronization

/// Counts answers by method and class of status.
final class RequestMetrics: Sendable {
    struct Label: Sendable, Hashable, Comparable {
        let method: String
        let status: String
        static func < (left: Label, right: Label) -> Bool {
            (left.method, left.status) < (right.method, right.status)
        }
    }

    private let counts = Mutex<[Label: Int]>([:])
    private static let methods: Set<String> = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]

    func count(_ method: HTTPRequest.Method, _ status: HTTPResponse.Status) {
        // A closed set of labels, whatever method somebody makes up.
        let name = Self.methods.contains(method.rawValue) ? method.rawValue : "OTHER"
        counts.withLock { $0[Label(method: name, status: "\(status.code / 100)xx"), default: 0] += 1 }
    }

    /// The counts, in a fixed order.
    var all: [(label: Label, count: Int)] {
        counts.withLock { counts in counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
    }
}
