internal import AsyncHTTPTransport
internal import Crypto
internal import Foundation
internal import Logging
internal import ModelStore
internal import Testing

@Suite(.timeLimit(.minutes(5)))
struct ModelStoreTests {
    private static let starter: String = {
        let environment = ProcessInfo.processInfo.environment
        let cache =
            environment["AUTOARR_CACHE"]
            ?? (environment["XDG_CACHE_HOME"] ?? (environment["HOME"] ?? "/root") + "/.cache") + "/autoarr"
        return cache + "/models/smollm2-135m-instruct-q4_1.gguf"
    }()
    private static let starterHash = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"

    /// A small file that begins as a model does.
    private static let small =
        Data("GGUF".utf8) + Data((0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) })

    private func withStore(_ body: (ModelStore, String) async throws -> Void) async throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let transport = AsyncHTTPTransport()
        let store = ModelStore(
            directory: directory,
            transport: transport,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        try await body(store, directory + "/model.gguf")
        try await transport.shutdown()
    }

    private func hash(of data: Data) -> String {
        SHA256.hash(data: data).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    // Needs the starter model, which `make test` fetches first.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: starter)))
    func `fetches the starter model from a server that breaks off in the middle`() async throws {
        let content = try Data(contentsOf: URL(filePath: Self.starter), options: .alwaysMapped)
        let server = try CuttingServer(content, cuts: [40_000_000, 30_000_000])
        defer { server.stop() }
        try await withStore { store, path in
            var phases: Set<ModelProgress.Phase> = []
            var received = 0
            let source = ModelSource(url: server.url, sha256: Self.starterHash)
            for try await step in await store.fetch(source, to: path) {
                phases.insert(step.phase)
                #expect(step.receivedBytes >= received)
                received = step.receivedBytes
            }
            #expect(received == content.count)
            #expect(phases.contains(.ready))
            #expect(
                hash(of: try Data(contentsOf: URL(filePath: path), options: .alwaysMapped))
                    == Self.starterHash
            )
            #expect(server.asked.count == 3)
            #expect(server.asked.dropFirst().allSatisfy { $0.range != nil && $0.ifRange == "\"one\"" })
            #expect(store.installed().map(\.name) == ["model"])
            let left = try FileManager.default.contentsOfDirectory(atPath: store.directory)
            #expect(left == ["model.gguf"])
        }
    }

    @Test func `keeps nothing of a file with the wrong hash`() async throws {
        let server = try CuttingServer(Self.small)
        defer { server.stop() }
        try await withStore { store, path in
            let wrong = String(repeating: "0", count: 64)
            await #expect(
                throws: ModelStoreError.wrongHash(path: path, expected: wrong, actual: hash(of: Self.small))
            ) {
                try await store.ensure(ModelSource(url: server.url, sha256: wrong), at: path)
            }
            let left = try FileManager.default.contentsOfDirectory(atPath: store.directory)
            #expect(left.isEmpty)
        }
    }

    @Test func `keeps nothing of a page that is no model`() async throws {
        let server = try CuttingServer(Data("<html>Sign in</html>".utf8))
        defer { server.stop() }
        try await withStore { store, path in
            await #expect(throws: ModelStoreError.notAModel(url: server.url)) {
                try await store.ensure(ModelSource(url: server.url), at: path)
            }
            let left = try FileManager.default.contentsOfDirectory(atPath: store.directory)
            #expect(left.isEmpty)
        }
    }

    @Test func `begins anew when the file has changed between two tries`() async throws {
        let server = try CuttingServer(Self.small, cuts: [100_000])
        defer { server.stop() }
        try await withStore { store, path in
            let source = ModelSource(url: server.url, sha256: hash(of: Self.small))
            for try await step in await store.fetch(source, to: path) where step.phase == .retrying {
                server.change(etag: "\"two\"")
            }
            let kept = try Data(contentsOf: URL(filePath: path))
            #expect(kept == Self.small)
            #expect(server.asked.last?.ifRange == "\"one\"")
        }
    }

    @Test func `two who want the same file share one fetch`() async throws {
        let server = try CuttingServer(Self.small)
        defer { server.stop() }
        try await withStore { store, path in
            let source = ModelSource(url: server.url, sha256: hash(of: Self.small))
            let first = await store.fetch(source, to: path)
            let second = await store.fetch(source, to: path)
            for try await _ in first {}
            for try await _ in second {}
            #expect(server.asked.count == 1)
        }
    }

    @Test func `refuses a URL that is not of the web`() async throws {
        try await withStore { store, path in
            await #expect(throws: ModelStoreError.invalidURL("ftp://example.org/x")) {
                try await store.ensure(ModelSource(url: "ftp://example.org/x"), at: path)
            }
        }
    }

    @Test func `knows the models of the catalogue by name and by URL`() throws {
        for model in CatalogueModel.all {
            #expect(CatalogueModel.named(model.name) == model)
            #expect(ModelSource(url: model.url).sha256 == model.sha256)
            #expect(model.sha256.count == 64)
        }
        #expect(ModelSource(url: "http://example.org/other.gguf").sha256 == nil)
        #expect(Set(CatalogueModel.all.map(\.sha256)).count == CatalogueModel.all.count)
    }

    @Test func `does not remove the model that is in use`() async throws {
        try await withStore { store, path in
            try FileManager.default.createDirectory(
                atPath: store.directory,
                withIntermediateDirectories: true
            )
            try Self.small.write(to: URL(filePath: path))
            await #expect(throws: ModelStoreError.inUse("model")) {
                try await store.remove("model", current: path)
            }
            try await store.remove("model", current: nil)
            #expect(store.installed().isEmpty)
            #expect(throws: ModelStoreError.unknownModel("model")) { try store.path(of: "model") }
        }
    }
}
