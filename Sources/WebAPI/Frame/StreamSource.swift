/// Elements of a stream, taken one by one from two places: the first before an answer's status goes out, the rest after.
actor StreamSource<Element: Sendable> {
    private let elements: AsyncThrowingStream<Element, any Error>

    /// The elements of a stream, which nobody else reads.
    init(_ elements: AsyncThrowingStream<Element, any Error>) { self.elements = elements }

    /// The next element, nil at the end.
    func next() async throws -> Element? {
        var iterator = elements.makeAsyncIterator()
        return try await iterator.next()
    }
}
