package import MediaDomain
internal import OrderedJSON
package import ServiceHTTP

/// The way to one application of the Servarr family: its channel and the root of its API.
///
/// - Note: Source: the official OpenAPI documents of Sonarr v3, Radarr v3, Prowlarr v1 and Lidarr v1.
package struct ServarrAPI: Sendable {
    /// The way to the instance.
    package let channel: ServiceChannel
    /// `api/v3` or `api/v1`.
    package let root: String

    /// The API of an instance.
    package init(channel: ServiceChannel) {
        self.channel = channel
        root =
            switch channel.endpoint.kind {
            case .prowlarr, .lidarr: "api/v1"
            default: "api/v3"
            }
    }

    /// Reads one object.
    func get<Row: ServiceRow>(
        _ operation: String,
        _ path: String,
        query: [QueryItem] = [],
        allowance: ServiceRequest.Allowance = .ordinary,
        as type: Row.Type = Row.self
    ) async throws(ServiceError) -> Row {
        try await read(operation, path, query, allowance).decoded()
    }

    /// Reads a list.
    func list<Row: ServiceRow>(
        _ operation: String,
        _ path: String,
        query: [QueryItem] = [],
        allowance: ServiceRequest.Allowance = .ordinary,
        of type: Row.Type = Row.self
    ) async throws(ServiceError) -> [Row] {
        try await read(operation, path, query, allowance).decodedRows()
    }

    /// Reads all pages of a paged list, 250 rows at a time.
    ///
    /// It stops at `most`: a list of a million rows must not fill the memory.
    func pages<Row: ServiceRow>(
        _ operation: String,
        _ path: String,
        query: [QueryItem] = [],
        most: Int = 10_000,
        of type: Row.Type = Row.self
    ) async throws(ServiceError) -> [Row] {
        var rows: [Row] = []
        var number = 1
        while rows.count < most {
            let page: Page<Row> = try await page(operation, path, query: query, number: number, size: 250)
            rows += page.records
            if page.records.isEmpty || rows.count >= page.totalRecords { break }
            number += 1
        }
        return Array(rows.prefix(most))
    }

    /// Reads one page of a paged list.
    func page<Row: ServiceRow>(
        _ operation: String,
        _ path: String,
        query: [QueryItem] = [],
        number: Int,
        size: Int
    ) async throws(ServiceError) -> Page<Row> {
        let paging = [QueryItem("page", number), QueryItem("pageSize", size)]
        return try await get(operation, path, query: paging + query)
    }

    /// Reads an answer whole, for a shape of its own.
    func read(
        _ operation: String,
        _ path: String,
        _ query: [QueryItem] = [],
        _ allowance: ServiceRequest.Allowance = .ordinary
    ) async throws(ServiceError) -> ServiceResponse {
        try await channel.send(
            ServiceRequest(operation, .get, "\(root)/\(path)", query: query, allowance: allowance)
        )
    }

    /// Writes, and gives the answer.
    @discardableResult
    func write(
        _ operation: String,
        _ method: HTTPMethod,
        _ path: String,
        query: [QueryItem] = [],
        body: JSONValue? = nil,
        purpose: ServiceRequest.Purpose = .write,
        allowance: ServiceRequest.Allowance = .ordinary
    ) async throws(ServiceError) -> ServiceResponse {
        try await channel.send(
            ServiceRequest(
                operation,
                method,
                "\(root)/\(path)",
                query: query,
                body: body.map(ServiceBody.json) ?? .none,
                purpose: purpose,
                allowance: allowance
            )
        )
    }
}

/// One page of a paged list.
package struct Page<Row: ServiceRow>: ServiceRow {
    /// The number of the page, from 1.
    package let number: Int
    /// How many rows there are on all pages.
    package let totalRecords: Int
    /// The rows of this page.
    package let records: [Row]

    package init(_ row: JSONRow) throws(RowFault) {
        try row.requireObject()
        number = row.int("page") ?? 1
        records = try row.elements(of: "records")
        totalRecords = row.int("totalRecords") ?? records.count
    }
}

/// A member of the Servarr family: what all of them can do.
package protocol ServarrApplication: Sendable {
    /// The way to it.
    var api: ServarrAPI { get }
}

extension ServarrApplication {
    /// The instance.
    package var id: ServiceID { api.channel.id }
    /// The application.
    package var kind: ServiceKind { api.channel.endpoint.kind }
    /// The instance's endpoint.
    package var endpoint: ServiceEndpoint { api.channel.endpoint }
}

/// A member of the family that keeps a library and has things downloaded for it: Sonarr, Radarr, Lidarr.
package protocol LibraryApplication: ServarrApplication {
    /// What stands for the library's entry in paths and names: `series`, `movie`, `artist`.
    static var entryName: String { get }
}
