internal import AsyncHTTPTransport
internal import Connections
internal import DownloadClients
internal import MediaDomain
internal import MediaServers
internal import ServarrClient
internal import ServiceHTTP
internal import ServiceSimulators
import Testing

/// Each fault of transport with each client: a typed error in time, and nothing else.
@Suite(.serialized)
struct FaultMatrixTests {
    private static let kinds: [ServiceKind] = [
        .sonarr, .radarr, .prowlarr, .sabnzbd, .nzbget, .qbittorrent, .transmission, .deluge, .plex,
        .jellyfin, .seerr,
    ]

    /// A clock that runs ten times as fast, so that a call's own time-out comes soon.
    private struct FastClock: Clock {
        let clock = ContinuousClock()
        var now: ContinuousClock.Instant { clock.now }
        var minimumResolution: Duration { clock.minimumResolution }
        func sleep(until deadline: ContinuousClock.Instant, tolerance: Duration?) async throws {
            try await clock.sleep(for: (deadline - clock.now) / 10)
        }
    }

    @Test(.timeLimit(.minutes(4)), arguments: kinds, Fault.allCases)
    func `comes to a typed error`(kind: ServiceKind, fault: Fault) async throws {
        let transport = AsyncHTTPTransport()
        let error = try await SimulatorServer.serving(FaultyService(reply: fault.reply)) { server, url in
            server.setFault(fault.transport, path: "/")
            let login = Credential.login(username: "u", password: Secret("password1"))
            let usesLogin = [.nzbget, .qbittorrent, .transmission, .deluge].contains(kind)
            let endpoint = try ServiceEndpoint(
                id: ServiceID(kind),
                kind: kind,
                url: url,
                credential: usesLogin ? login : .key(Secret("0123456789abcdef"))
            )
            let gate = ServiceGate(transport: transport, clock: FastClock())
            return await Self.error(of: House(channels: [gate.channel(to: endpoint)]))
        }
        try await transport.shutdown()
        let found = try #require(error)
        #expect(fault.codes.contains(found.code), "\(found)")
        #expect(!found.description.contains("password1") && !found.description.contains("0123456789abcdef"))
    }

    private static func error(of house: House) async -> ServiceError? {
        do throws(ServiceError) {
            for library in house.libraries { _ = try await library.queue() }
            for prowlarr in house.prowlarr { _ = try await prowlarr.indexers() }
            for client in house.downloadClients { _ = try await client.downloads() }
            for server in house.mediaServers { _ = try await server.libraries() }
            for seerr in house.seerr { _ = try await seerr.requests() }
            return nil
        } catch {
            return error
        }
    }
}
