internal import AsyncHTTPTransport
internal import Connections
internal import MediaDomain
internal import ServiceHTTP
internal import ServiceSimulators
import Testing

/// The test of a connection tells what is wrong, for every application, within 5 s.
@Suite(.serialized)
struct VerdictTests {
    private static let kinds = ServiceKind.allCases.filter { $0 != .bazarr }
    private static let usesLogin: Set<ServiceKind> = [.nzbget, .qbittorrent, .transmission, .deluge]

    private func verdict(_ kind: ServiceKind, _ url: String, key: String) async throws
        -> ConnectionReport.Verdict
    {
        let transport = AsyncHTTPTransport()
        let directory = ConnectionDirectory(
            gate: ServiceGate(transport: transport),
            store: MemoryConnectionStore(),
            seal: KeySeal()
        )
        let login = Self.usesLogin.contains(kind)
        let draft = ConnectionDraft(
            kind: kind,
            address: url,
            key: login ? nil : key,
            username: login ? "admin" : nil,
            password: login ? key : nil
        )
        let clock = ContinuousClock()
        var report: ConnectionReport?
        let time = try await clock.measure { report = try await directory.test(draft) }
        try await transport.shutdown()
        #expect(time < .seconds(5.5), "\(kind) took \(time)")
        let found = try #require(report)
        #expect(!found.message.contains(key), "the key stands in the message")
        return found.verdict
    }

    @Test(arguments: kinds) func `says what is wrong`(kind: ServiceKind) async throws {
        let application = PretendedApplication(kind)
        let key = application.apiKey
        try await SimulatorServer.serving(application) { _, url in
            guard case .working(let version, _) = try await verdict(kind, url, key: key) else {
                Issue.record("\(kind) is there and is not found to work")
                return
            }
            #expect(version == application.version)
            #expect(try await verdict(kind, url, key: String(key.reversed())).code == "wrong-key")
            let secure = url.replacing("http://", with: "https://")
            #expect(try await verdict(kind, secure, key: key).code == "certificate")
            #expect(try await verdict(kind, url + "/elsewhere", key: key) == .wrongURLBase(suggestion: ""))
        }
        #expect(try await verdict(kind, "http://127.0.0.1:1", key: key).code == "refused")
        #expect(try await verdict(kind, "http://no-such-host.invalid", key: key).code == "unreachable")
    }

    @Test(arguments: kinds) func `finds the URL base behind a proxy`(kind: ServiceKind) async throws {
        let application = PretendedApplication(kind)
        let server = SimulatorServer(application, urlBase: "/\(kind.rawValue)")
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            let url = try await server.url()
            let root = String(url.dropLast(kind.rawValue.count + 1))
            let found = try await verdict(kind, root, key: application.apiKey)
            #expect(found == .wrongURLBase(suggestion: "/\(kind.rawValue)"))
            group.cancelAll()
        }
    }

    @Test(arguments: kinds) func `tells another application, and one that is too old`(kind: ServiceKind)
        async throws
    {
        let page = SimulatedReply.text(
            "<!doctype html><html><head><title>Grafana</title></head></html>",
            type: "text/html"
        )
        try await SimulatorServer.serving(FaultyService(reply: page)) { _, url in
            let found = try await verdict(kind, url, key: "0123456789abcdef")
            #expect(found == .notThisApplication(found: "a page named \"Grafana\""))
        }
        let old = PretendedApplication(kind, version: "0.5.1")
        try await SimulatorServer.serving(old) { _, url in
            let found = try await verdict(kind, url, key: old.apiKey)
            #expect(found == .tooOld(version: "0.5.1"))
        }
    }
}
