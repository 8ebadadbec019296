import Activity
import AsyncHTTPTransport
import ConfigurationAudit
import Logging
import MediaDomain
import OrderedJSON
import ServiceHTTP
import ServiceSimulators

/// An analysis over services on loopback, with everything else in memory.
struct AuditHouse: Sendable {
    let audit: AuditService
    let changes: ChangeJournal
    let channels: [ServiceKind: ServiceChannel]

    /// Runs `body` with an analysis of the services at these addresses.
    static func over(
        _ services: [(kind: ServiceKind, url: String, key: String)],
        store: any AuditStore = InMemoryAuditStore(),
        _ body: (AuditHouse) async throws -> Void
    ) async throws {
        let transport = AsyncHTTPTransport()
        let gate = ServiceGate(transport: transport)
        do {
            let channels = try services.map { service in
                gate.channel(
                    to: try ServiceEndpoint(
                        id: ServiceID(service.kind),
                        kind: service.kind,
                        url: service.url,
                        credential: .key(Secret(service.key))
                    )
                )
            }
            let log = ActivityLog(store: InMemoryActivityStore(), logger: Logger(label: "test"))
            let changes = ChangeJournal(store: InMemoryChangeStore(), log: log)
            let audited = channels.map { channel in
                channel.endpoint.kind == .sabnzbd
                    ? AuditedService.sabnzbd(channel) : .servarr(channel, kind: channel.endpoint.kind)
            }
            let audit = await AuditService(
                services: { audited },
                store: store,
                changes: changes,
                log: log
            )
            try await body(
                AuditHouse(
                    audit: audit,
                    changes: changes,
                    channels: Dictionary(uniqueKeysWithValues: channels.map { ($0.endpoint.kind, $0) })
                )
            )
        } catch {
            try? await transport.shutdown()
            throw error
        }
        try await transport.shutdown()
    }

    /// A setting as SABnzbd itself has it, asked without the analysis in between.
    func sabnzbdSetting(_ name: String) async throws -> JSONValue? {
        let request = ServiceRequest(
            "read the settings",
            .get,
            "api",
            query: [
                QueryItem("mode", "get_config"), QueryItem("section", "misc"), QueryItem("output", "json"),
            ]
        )
        return try await channels[.sabnzbd]?.send(request).json()["config"]?["misc"]?[name]
    }
}
