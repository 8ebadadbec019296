/// Finds stop texts in bytes that come piece by piece, and holds back what may be the start of one.
package struct StopMatcher {
    private let stops: [[UInt8]]
    private var held: [UInt8] = []

    /// A matcher for these texts; empty ones are ignored.
    package init(_ stops: [String]) {
        self.stops = stops.map { Array($0.utf8) }.filter { !$0.isEmpty }
    }

    /// Takes the next bytes.
    ///
    /// - Returns: What is certain to belong to the answer, and whether a stop text came; the stop text and what
    ///   follows it are not part of the answer.
    package mutating func take(_ bytes: some Sequence<UInt8>) -> (bytes: [UInt8], isStopped: Bool) {
        held.append(contentsOf: bytes)
        guard !stops.isEmpty else { return (release(held.count), false) }
        for start in held.indices {
            for stop in stops where held[start...].starts(with: stop) { return (release(start), true) }
            // The rest could still become a stop text: it has to wait.
            if stops.contains(where: { $0.starts(with: held[start...]) }) { return (release(start), false) }
        }
        return (release(held.count), false)
    }

    /// What was held back, when the answer ends without a stop text.
    package mutating func takeRest() -> [UInt8] { release(held.count) }

    private mutating func release(_ count: Int) -> [UInt8] {
        defer { held.removeFirst(count) }
        return Array(held[..<count])
    }
}
