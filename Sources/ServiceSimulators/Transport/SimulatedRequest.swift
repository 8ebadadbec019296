public import OrderedJSON

/// A request as a simulated service sees it.
public struct SimulatedRequest: Sendable {
    /// The method in capitals: `GET`.
    public let method: String
    /// The path without its query, percent-decoded, without the service's URL base.
    public let path: String
    /// The names and values of the query, decoded, in order.
    public let query: [(name: String, value: String)]
    /// The headers; names in lower case.
    public let headers: [String: String]
    /// The body, whole.
    public let body: [UInt8]

    /// A request of these parts.
    public init(
        _ method: String,
        _ path: String,
        query: [(name: String, value: String)] = [],
        headers: [String: String] = [:],
        body: [UInt8] = []
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
    }

    /// The first value of a name in the query, whatever its case, as ASP.NET and CherryPy look it up.
    public func value(_ name: String) -> String? {
        query.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// The whole number of that name in the query.
    public func int(_ name: String) -> Int? { value(name).flatMap { Int($0) } }

    /// The truth value of that name in the query: `true`, `1`.
    public func bool(_ name: String) -> Bool? { value(name).map { ["true", "1"].contains($0.lowercased()) } }

    /// The whole numbers of that name: repeated, or separated by commas.
    public func ints(_ name: String) -> [Int] {
        query.filter { $0.name.lowercased() == name.lowercased() }
            .flatMap { $0.value.split(separator: ",") }
            .compactMap { Int($0) }
    }

    /// The body as JSON.
    ///
    /// - Throws: `JSONError` where the body is not JSON.
    public func json() throws -> JSONValue { try JSONValue(parsing: body) }

    /// The parts of the path.
    var segments: [String] { path.split(separator: "/").map(String.init) }
}
