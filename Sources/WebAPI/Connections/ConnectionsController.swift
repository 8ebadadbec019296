internal import Accounts
package import Activity
package import Connections
internal import HTTPTypes
package import Hummingbird
internal import MediaDomain
internal import OrderedJSON

/// `/api/v1/connections` and `/discover`: the services of this house, whose keys go in and never come out.
package struct ConnectionsController: Controller {
    private let directory: ConnectionDirectory
    private let activity: ActivityLog

    /// The routes over a directory.
    package init(directory: ConnectionDirectory, activity: ActivityLog) {
        self.directory = directory
        self.activity = activity
    }

    package func addRoutes(to group: RouterGroup<AppRequestContext>) {
        group.get("connections") { _, _ in
            Page(items: try await directory.connections().map(Shown.init))
        }
        group.get("connections/kinds") { _, _ in Page(items: Known.all) }
        group.post("connections") { request, context in
            let draft = try await request.decode(as: Filled.self, context: context).draft(id: nil)
            let connection = try await directory.add(draft)
            try await record("connection.added", connection.id, "connected \(connection.id)", context)
            var response = try Shown(connection).response(from: request, context: context)
            response.status = .created
            return response
        }
        group.post("connections/test") { request, context in
            let draft = try await request.decode(as: Filled.self, context: context).draft(id: nil)
            return Tested(try await directory.test(draft))
        }
        group.post("discover") { request, context in
            let asked = try await request.decode(as: Asked.self, context: context)
            return Page(items: await directory.proposals(hosts: asked.hosts ?? []).map(Proposed.init))
        }
        group.put("connections/{id}") { request, context in
            let id = try Self.id(context)
            let draft = try await request.decode(as: Filled.self, context: context).draft(id: id)
            let connection = try await directory.update(id, to: draft)
            try await record("connection.changed", id, "changed the connection \(id)", context)
            return Shown(connection)
        }
        group.delete("connections/{id}") { _, context in
            let id = try Self.id(context)
            try await directory.remove(id)
            try await record("connection.removed", id, "removed the connection \(id)", context)
            return Response(status: .noContent)
        }
        group.post("connections/{id}/test") { _, context in
            Tested(try await directory.test(try Self.id(context)))
        }
    }

    private static func id(_ context: AppRequestContext) throws -> ServiceID {
        ServiceID(rawValue: try context.parameters.require("id"))
    }

    private func record(_ kind: String, _ id: ServiceID, _ did: String, _ context: AppRequestContext)
        async throws
    {
        try await activity.record(
            kind,
            service: id,
            correlation: .random(),
            summary: "\(context.principal?.name ?? "somebody") \(did)"
        )
    }
}

extension ConnectionsController {
    /// What a person filled in; the mask keeps a secret that is there.
    private struct Filled: Decodable, Sendable {
        let id: String?
        let kind: ServiceKind
        let url: String
        let apiKey: String?
        let username: String?
        let password: String?
        let authority: String?

        func draft(id fixed: ServiceID?) -> ConnectionDraft {
            ConnectionDraft(
                kind: kind,
                id: fixed ?? id.map(ServiceID.init(rawValue:)),
                address: url,
                key: apiKey,
                username: username,
                password: password,
                authority: authority
            )
        }
    }

    /// An application that can be connected, and what it wants to know of us.
    private struct Known: ResponseEncodable, Sendable {
        let kind: ServiceKind
        let name: String
        let port: Int
        let credential: CredentialForm

        static let all = ServiceKind.connectable.map {
            Known(kind: $0, name: $0.displayName, port: $0.defaultPort, credential: $0.credentialForm)
        }
    }

    /// Where to look for services; nothing for the usual places.
    private struct Asked: Decodable, Sendable {
        let hosts: [String]?
    }

    /// A service that could be connected.
    private struct Proposed: ResponseEncodable, Sendable {
        let kind: ServiceKind
        let name: String
        let url: String
        let source: String
        let answers: Bool

        init(_ proposal: ConnectionProposal) {
            kind = proposal.kind
            name = proposal.kind.displayName
            url = proposal.address
            source = proposal.source
            answers = proposal.answers
        }
    }

    /// A connection as the page sees it.
    private struct Shown: ResponseEncodable, Sendable {
        let id: String
        let kind: ServiceKind
        let name: String
        let url: String
        let apiKey: String?
        let username: String?
        let password: String?
        let hasAuthority: Bool
        let isFixed: Bool

        init(_ connection: Connection) {
            id = connection.id.rawValue
            kind = connection.kind
            name = connection.kind.displayName
            url = connection.address
            apiKey = connection.usesKey && connection.hasSecret ? Connection.mask : nil
            username = connection.username
            password = !connection.usesKey && connection.hasSecret ? Connection.mask : nil
            hasAuthority = connection.hasAuthority
            isFixed = connection.origin == .environment
        }
    }

    /// What a test found.
    private struct Tested: ResponseEncodable, Sendable {
        let id: String
        let verdict: String
        let isWorking: Bool
        let version: String?
        let message: String

        init(_ report: ConnectionReport) {
            id = report.id.rawValue
            verdict = report.verdict.code
            message = report.message
            if case .working(let version, _) = report.verdict {
                self.version = version
                isWorking = true
            } else {
                version = nil
                isWorking = false
            }
        }
    }
}

extension ConnectionError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .unknown(let id): .notFound("connection \(id)")
        case .nameTaken, .fixedByEnvironment, .sealed: Problem(.conflict, description)
        case .address, .hostNotAllowed: Problem(.unprocessableContent, description, members: ["field": "url"])
        case .invalidName: Problem(.unprocessableContent, description, members: ["field": "id"])
        case .unusableKey: Problem(.unprocessableContent, description, members: ["field": "apiKey"])
        }
    }
}
