internal import Foundation
internal import LanguageModels
internal import LlamaEngine
internal import Logging
internal import Testing

struct ModelFileTests {
    private func answer(modelPath: String, adapter: String? = nil) async throws {
        let engine = LlamaEngine(
            EngineConfiguration(modelPath: modelPath, contextTokens: 128, threads: 1),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        var request = EngineModel.sentence("Add Dune")
        request.adapterPath = adapter
        _ = try await engine.answer(to: request)
    }

    private func withFile(_ bytes: Data, _ body: (String) async throws -> Void) async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).gguf")
        try bytes.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        try await body(file.path)
    }

    @Test func `says that a model file is missing`() async throws {
        await #expect(throws: LanguageModelError.noModel(path: "/nonexistent/model.gguf")) {
            try await answer(modelPath: "/nonexistent/model.gguf")
        }
    }

    @Test(arguments: [
        "", "GGUF", "<html>not found</html>",
        "GGUF\u{3}\0\0\0\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}",
    ])
    func `says that a file is no model`(content: String) async throws {
        try await withFile(Data(content.utf8)) { path in
            await #expect {
                try await answer(modelPath: path)
            } throws: { error in
                guard case .unreadableModel(path, _)? = error as? LanguageModelError else { return false }
                return true
            }
        }
    }

    // Needs the starter model, which `make test` fetches first.
    @Test(.enabled(if: EngineModel.isThere), arguments: [1000, 1_500_000, 50_000_000])
    func `says that a model file is cut off`(length: Int) async throws {
        let whole = try Data(contentsOf: URL(filePath: EngineModel.path), options: .alwaysMapped)
        try await withFile(whole.prefix(length)) { path in
            await #expect {
                try await answer(modelPath: path)
            } throws: { error in
                guard case .unreadableModel(path, let reason)? = error as? LanguageModelError else {
                    return false
                }
                return reason.contains("cut off")
            }
        }
    }

    @Test(.enabled(if: EngineModel.isThere))
    func `says that an adapter is missing`() async throws {
        await #expect(
            throws: LanguageModelError.unusableAdapter(
                path: "/nonexistent.gguf",
                reason: "there is no such file"
            )
        ) {
            try await answer(modelPath: EngineModel.path, adapter: "/nonexistent.gguf")
        }
    }

    @Test(.enabled(if: EngineModel.isThere))
    func `refuses an adapter that is a model, cut off, or of another base`() async throws {
        await #expect(throws: LanguageModelError.self) {
            try await answer(modelPath: EngineModel.path, adapter: EngineModel.path)
        }
        let adapter = try Data(contentsOf: URL(filePath: EngineModel.adapter))
        try await withFile(adapter.prefix(5_000_000)) { path in
            await #expect(throws: LanguageModelError.self) {
                try await answer(modelPath: EngineModel.path, adapter: path)
            }
        }
        let name = Data("smollm2-135m-instruct q4_1".utf8)
        let key = try #require(adapter.range(of: Data("autoarr.base".utf8)))
        var foreign = adapter
        // The same file under a key of the same meaning: a base hash that is not this model's.
        foreign.replaceSubrange(key, with: Data("autoarr.base.sha256".utf8))
        foreign.replaceSubrange((key.lowerBound - 8)..<key.lowerBound, with: [19, 0, 0, 0, 0, 0, 0, 0])
        #expect(foreign.range(of: name) != nil)
        try await withFile(foreign) { path in
            await #expect {
                try await answer(modelPath: EngineModel.path, adapter: path)
            } throws: { error in
                guard case .unusableAdapter(path, let reason)? = error as? LanguageModelError else {
                    return false
                }
                return reason.contains("base")
            }
        }
    }
}
