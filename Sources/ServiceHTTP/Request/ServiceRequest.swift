package import OrderedJSON

/// One call to a service, in its own terms; the gate adds address, credential and the rest.
package struct ServiceRequest: Sendable, Hashable {
    /// What the call is for, in words after "to": `read the queue`.
    package var operation: String
    /// The method.
    package var method: HTTPMethod
    /// The path below the URL base, without a slash in front: `api/v3/queue`; not escaped.
    package var path: String
    /// The query, in order; not escaped.
    package var query: [QueryItem]
    /// Further header fields.
    package var headers: HTTPHeaders
    /// The body.
    package var body: ServiceBody
    /// Whether it changes anything, and whether repeating it is safe.
    package var purpose: Purpose
    /// How long it may take and how much may come.
    package var allowance: Allowance
    /// Whether the credential goes along.
    package var identification: Identification
    /// Statuses outside 2xx that are answers too.
    package var alsoAccepted: Set<Int> = []

    /// A call.
    package init(
        _ operation: String,
        _ method: HTTPMethod = .get,
        _ path: String,
        query: [QueryItem] = [],
        headers: HTTPHeaders = HTTPHeaders(),
        body: ServiceBody = .none,
        purpose: Purpose = .read,
        allowance: Allowance = .ordinary,
        identification: Identification = .identified
    ) {
        self.operation = operation
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
        self.purpose = purpose
        self.allowance = allowance
        self.identification = identification
    }
}

extension ServiceRequest {
    /// Whether a call changes anything, and whether it may be sent twice.
    package enum Purpose: Sendable, Hashable {
        /// Changes nothing; may be repeated.
        case read
        /// Opens a session; changes nothing, but repeating it may get us banned.
        case login
        /// Sets something to a value: twice is as once.
        case idempotentWrite
        /// Does something that twice would do twice.
        case write

        /// Whether something changes.
        package var isWrite: Bool { self == .write || self == .idempotentWrite }
    }

    /// Whether the credential goes along.
    package enum Identification: Sendable, Hashable {
        case identified, anonymous
    }

    /// How long a call may take, all repetitions together, and how much may come back.
    package struct Allowance: Sendable, Hashable {
        /// The time for everything.
        package var time: Duration
        /// The most bytes of reply.
        package var reply: Int
        /// Whether a time-out says that the service is ill.
        package var countsAgainstCircuit: Bool

        /// An allowance.
        package init(time: Duration, reply: Int, countsAgainstCircuit: Bool = true) {
            self.time = time
            self.reply = reply
            self.countsAgainstCircuit = countsAgainstCircuit
        }

        /// The test of a connection: 5 s, 1 MiB.
        package static let probe = Allowance(time: .seconds(5), reply: 1 << 20, countsAgainstCircuit: false)
        /// A counter or status: 10 s, 4 MiB.
        package static let quick = Allowance(time: .seconds(10), reply: 4 << 20)
        /// Most calls: 20 s, 16 MiB.
        package static let ordinary = Allowance(time: .seconds(20), reply: 16 << 20)
        /// A whole library: 60 s, 64 MiB.
        package static let library = Allowance(time: .seconds(60), reply: 64 << 20)
        /// A search through all indexers: 120 s, 16 MiB; slow by nature.
        package static let search = Allowance(
            time: .seconds(120),
            reply: 16 << 20,
            countsAgainstCircuit: false
        )
    }
}

/// One `name=value` of a query or form.
package struct QueryItem: Sendable, Hashable {
    /// The name, not escaped.
    package let name: String
    /// The value, not escaped.
    package let value: String

    /// A pair of texts.
    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// A pair with a number.
    package init(_ name: String, _ value: Int) { self.init(name, String(value)) }

    /// A pair with `true` or `false`.
    package init(_ name: String, _ value: Bool) { self.init(name, value ? "true" : "false") }
}

/// What a call carries.
package enum ServiceBody: Sendable, Hashable {
    case none
    /// A JSON document.
    case json(JSONValue)
    /// `application/x-www-form-urlencoded`.
    case form([QueryItem])
    /// `multipart/form-data`.
    case multipart([Part])

    /// One part of a multipart body.
    package struct Part: Sendable, Hashable {
        /// The field.
        package let name: String
        /// The file's name, if it is a file.
        package let filename: String?
        /// The content.
        package let content: [UInt8]

        /// A file.
        package init(name: String, filename: String, content: [UInt8]) {
            self.name = name
            self.filename = filename
            self.content = content
        }

        /// A plain field.
        package init(name: String, value: String) {
            self.name = name
            filename = nil
            content = Array(value.utf8)
        }
    }
}
