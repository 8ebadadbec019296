internal import DownloadClients
package import Logging
package import MediaDomain
package import ServiceHTTP

/// All connections of this house: those of the environment, and those of the page, whose keys are stored sealed.
///
/// A name of the environment hides one of the page.
package actor ConnectionDirectory {
    let gate: ServiceGate
    private let store: any ConnectionStore
    private let seal: KeySeal
    private let fixed: [ServiceID: Connection]
    private let logger: Logger
    private var stored: [ServiceID: Connection]?
    private var sealed: Set<ServiceID> = []

    /// A directory.
    ///
    /// - Parameters:
    ///   - gate: The way out.
    ///   - store: Where the page's connections are kept.
    ///   - seal: What their keys are sealed with.
    ///   - environment: The environment's connections.
    ///   - logger: Where it says which connection cannot be used.
    package init(
        gate: ServiceGate,
        store: any ConnectionStore,
        seal: KeySeal,
        environment: [Connection] = [],
        logger: Logger = Logger(label: "connections")
    ) {
        self.gate = gate
        self.store = store
        self.seal = seal
        self.logger = logger
        fixed = Dictionary(environment.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// All connections, in the order of their names.
    package func connections() async throws -> [Connection] {
        let stored = try await loaded()
        return stored.merging(fixed) { _, fixed in fixed }.values.sorted { $0.id < $1.id }
    }

    /// The connected services as clients; one whose address or key cannot be used is left out, and said in the log.
    package func house() async -> House {
        let all: [Connection]
        do {
            all = try await connections()
        } catch {
            logger.error("Connections cannot be read", metadata: ["error": "\(error)"])
            all = fixed.values.sorted { $0.id < $1.id }
        }
        return House(
            channels: all.compactMap { connection in
                guard !sealed.contains(connection.id) else { return nil }
                do {
                    return gate.channel(to: try connection.endpoint())
                } catch {
                    logger.warning(
                        "Connection cannot be used",
                        metadata: ["service.name": "\(connection.id)", "error": "\(error)"]
                    )
                    return nil
                }
            }
        )
    }

    /// Adds a connection of the page.
    ///
    /// - Throws: ``ConnectionError``, or what the store throws.
    package func add(_ draft: ConnectionDraft) async throws -> Connection {
        let known = Set(try await connections().map(\.id))
        if let id = draft.id, known.contains(id) { throw ConnectionError.nameTaken(id) }
        let connection = try connection(draft, id: draft.id ?? Self.freeName(draft.kind, known), keeping: nil)
        try await keep(connection)
        return connection
    }

    /// Changes a connection of the page; a masked key or password keeps the one that is there.
    ///
    /// - Throws: ``ConnectionError``, or what the store throws.
    package func update(_ id: ServiceID, to draft: ConnectionDraft) async throws -> Connection {
        guard fixed[id] == nil else { throw ConnectionError.fixedByEnvironment(id) }
        guard let old = try await loaded()[id] else { throw ConnectionError.unknown(id) }
        let connection = try connection(draft, id: id, keeping: old)
        try await keep(connection)
        return connection
    }

    /// Takes a connection of the page out.
    ///
    /// - Throws: ``ConnectionError``, or what the store throws.
    package func remove(_ id: ServiceID) async throws {
        guard fixed[id] == nil else { throw ConnectionError.fixedByEnvironment(id) }
        guard try await loaded()[id] != nil else { throw ConnectionError.unknown(id) }
        try await store.deleteConnection(id)
        stored?[id] = nil
        sealed.remove(id)
        await gate.forget(id)
    }

    /// Tries a connection out, within 5 s.
    ///
    /// - Throws: ``ConnectionError`` when there is none of that name.
    package func test(_ id: ServiceID) async throws -> ConnectionReport {
        guard let connection = try await connections().first(where: { $0.id == id }) else {
            throw ConnectionError.unknown(id)
        }
        guard !sealed.contains(id) else { throw ConnectionError.sealed(id) }
        let report = try await test(connection)
        if case .working = report.verdict { await gate.forget(id) }
        return report
    }

    /// Tries out what a person filled in, before it is kept.
    ///
    /// - Throws: ``ConnectionError`` when it cannot even be tried.
    package func test(_ draft: ConnectionDraft) async throws -> ConnectionReport {
        let old = try await connections().first { $0.id == draft.id }
        let connection = try connection(draft, id: draft.id ?? ServiceID(draft.kind), keeping: old)
        return try await test(connection)
    }

    private func test(_ connection: Connection) async throws -> ConnectionReport {
        let endpoint: ServiceEndpoint
        do {
            endpoint = try connection.endpoint()
        } catch {
            throw ConnectionError.address(error)
        }
        return await ConnectionTest(endpoint: endpoint, gate: gate).run()
    }

    private func keep(_ connection: Connection) async throws {
        try await store.saveConnection(
            StoredConnection(
                id: connection.id,
                kind: connection.kind,
                address: connection.address,
                trust: connection.trust,
                sealedCredential: try seal.seal(connection.credential, for: connection.id)
            )
        )
        stored?[connection.id] = connection
        sealed.remove(connection.id)
        await gate.forget(connection.id)
    }

    private func loaded() async throws -> [ServiceID: Connection] {
        if let stored { return stored }
        var result: [ServiceID: Connection] = [:]
        for row in try await store.connections() {
            var credential = Credential.none
            do {
                credential = try seal.unseal(row.sealedCredential, for: row.id)
            } catch {
                sealed.insert(row.id)
                logger.error("Key cannot be opened; enter it again", metadata: ["service.name": "\(row.id)"])
            }
            result[row.id] = Connection(
                id: row.id,
                kind: row.kind,
                address: row.address,
                credential: credential,
                trust: row.trust
            )
        }
        stored = result
        return result
    }

    private static func freeName(_ kind: ServiceKind, _ known: Set<ServiceID>) -> ServiceID {
        var number = 2
        var id = ServiceID(kind)
        while known.contains(id) {
            id = ServiceID(rawValue: "\(kind.rawValue)-\(number)")
            number += 1
        }
        return id
    }
}
