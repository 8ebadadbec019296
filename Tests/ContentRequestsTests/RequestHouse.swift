internal import Activity
internal import AsyncHTTPTransport
internal import ContentRequests
internal import Logging
internal import MediaDomain
internal import SQLiteStore
internal import ServarrClient
internal import ServiceHTTP
internal import ServiceSimulators
internal import Understanding

/// Requests over simulated Radarr and Sonarr, kept in a database, read on rules unless another reader is given.
struct RequestHouse: Sendable {
    let requests: RequestService
    let changes: ChangeJournal
    let radarr: RadarrClient
    let sonarr: SonarrClient
    let conversations: ConversationService

    static func running(
        reader: any SentenceReader = RuleReader(),
        _ body: @Sendable (RequestHouse) async throws -> Void
    ) async throws {
        let films = ServarrSimulator(ready: .radarr)
        let shows = ServarrSimulator(ready: .sonarr)
        let transport = AsyncHTTPTransport()
        try await SimulatorServer.serving(films) { _, filmsURL in
            try await SimulatorServer.serving(shows) { _, showsURL in
                let gate = ServiceGate(transport: transport)
                func channel(_ kind: ServiceKind, _ url: String, _ key: String) throws -> ServiceChannel {
                    let endpoint = try ServiceEndpoint(
                        id: ServiceID(kind),
                        kind: kind,
                        url: url,
                        credential: .key(Secret(key))
                    )
                    return gate.channel(to: endpoint)
                }
                let radarr = RadarrClient(try channel(.radarr, filmsURL, films.apiKey))
                let sonarr = SonarrClient(try channel(.sonarr, showsURL, shows.apiKey))
                let database = try AppDatabase()
                let log = ActivityLog(store: database, logger: Logger(label: "test"))
                let changes = ChangeJournal(store: database, log: log)
                let services = RequestServices(sonarr: [sonarr], radarr: [radarr])
                let requests = RequestService(
                    understanding: SentenceUnderstanding(reader: reader),
                    services: { services },
                    store: database,
                    journal: changes,
                    log: log
                )
                await requests.registerUndo()
                try await body(
                    RequestHouse(
                        requests: requests,
                        changes: changes,
                        radarr: radarr,
                        sonarr: sonarr,
                        conversations: ConversationService(requests: requests)
                    )
                )
            }
        }
        try await transport.shutdown()
    }
}
