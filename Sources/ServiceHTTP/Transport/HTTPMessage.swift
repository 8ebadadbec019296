/// A method of HTTP.
package enum HTTPMethod: String, Sendable, Hashable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
}

/// The header fields of a message, in order; names are compared without regard to case.
package struct HTTPHeaders: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    /// One field.
    package struct Field: Sendable, Hashable {
        /// The name, as written.
        package let name: String
        /// The value, without the line's end.
        package let value: String
    }

    /// The fields, in order.
    package private(set) var fields: [Field] = []

    /// No fields.
    package init() {}

    package init(dictionaryLiteral elements: (String, String)...) {
        fields = elements.map { Field(name: $0.0, value: $0.1) }
    }

    /// The first value of a name; setting replaces all of that name, nil takes them out.
    package subscript(name: String) -> String? {
        get { fields.first { Self.matches($0.name, name) }?.value }
        set {
            fields.removeAll { Self.matches($0.name, name) }
            if let newValue { fields.append(Field(name: name, value: newValue)) }
        }
    }

    /// All values of a name, in order.
    package func values(of name: String) -> [String] {
        fields.filter { Self.matches($0.name, name) }.map(\.value)
    }

    /// Appends a field, keeping others of that name.
    package mutating func add(name: String, value: String) { fields.append(Field(name: name, value: value)) }

    private static func matches(_ left: String, _ right: String) -> Bool {
        left.lowercased() == right.lowercased()
    }
}

/// A request as it goes out on the wire.
package struct HTTPRequest: Sendable, Hashable {
    /// The method.
    package var method: HTTPMethod
    /// The absolute URL, already escaped; it may hold a key, so never log it.
    package var url: String
    /// The header fields.
    package var headers: HTTPHeaders
    /// The body; empty for none.
    package var body: [UInt8]

    /// A request.
    package init(
        method: HTTPMethod = .get,
        url: String,
        headers: HTTPHeaders = HTTPHeaders(),
        body: [UInt8] = []
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }
}

/// A reply as it came in.
package struct HTTPResponse: Sendable, Hashable {
    /// The status, 100...599.
    package var status: Int
    /// The header fields.
    package var headers: HTTPHeaders
    /// The body, whole.
    package var body: [UInt8]

    /// A reply.
    package init(status: Int, headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
