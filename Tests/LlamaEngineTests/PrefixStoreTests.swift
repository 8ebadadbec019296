internal import Foundation
internal import LanguageModels
internal import LlamaEngine
internal import Logging
internal import Testing

struct PrefixStoreTests {
    private let directory = FileManager.default.temporaryDirectory
        .appending(path: "prefixes-\(UUID().uuidString)").path

    private func store(capacity: Int = 1 << 20) throws -> PrefixStore {
        try #require(PrefixStore(path: directory, capacity: capacity))
    }

    private func save(_ name: String, _ bytes: [UInt8], in store: PrefixStore) {
        store.save(name, count: bytes.count) { space in
            space.copyBytes(from: bytes)
            return true
        }
    }

    private func restore(_ name: String, from store: PrefixStore) -> [UInt8]? {
        var found: [UInt8]?
        _ = store.restore(name) { bytes in
            found = Array(bytes)
            return true
        }
        return found
    }

    private var files: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []).sorted()
    }

    @Test(
        arguments: [
            ("", 0xEF46_DB37_51D8_E999), ("abc", 0x44BC_2CF5_AD77_0999),
            ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
        ] as [(String, UInt64)]
    )
    func `computes the checksum of the specification`(text: String, expected: UInt64) {
        #expect(Array(text.utf8).withUnsafeBytes { StateChecksum.of($0) } == expected)
    }

    @Test func `brings back what was kept`() throws {
        let store = try store()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let state = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 37) }
        #expect(restore("a", from: store) == nil)
        save("a", state, in: store)
        #expect(restore("a", from: store) == state)
        #expect(try restore("a", from: self.store()) == state)
    }

    @Test(arguments: ["cut off", "one bit turned", "empty", "longer than it says"])
    func `throws away a file that is damaged`(damage: String) throws {
        let store = try store()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        save("a", Array(repeating: 7, count: 500), in: store)
        let url = URL(filePath: directory).appending(path: try #require(files.first))
        var bytes = try Data(contentsOf: url)
        switch damage {
        case "cut off": bytes.removeLast(100)
        case "one bit turned": bytes[300] ^= 4
        case "empty": bytes = Data()
        default: bytes.append(7)
        }
        try bytes.write(to: url)
        #expect(restore("a", from: store) == nil)
        #expect(files.isEmpty)
    }

    @Test func `lets go of what was used longest ago`() throws {
        let store = try store(capacity: 3000)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        for (age, name) in ["c", "b", "a"].enumerated() {
            save(name, Array(repeating: 1, count: 900), in: store)
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -1000 + Double(age))],
                ofItemAtPath: directory + "/\(name).prefix"
            )
        }
        // The oldest is used again, so the second oldest goes.
        #expect(restore("c", from: store) != nil)
        save("d", Array(repeating: 1, count: 900), in: store)
        #expect(files == ["a.prefix", "c.prefix", "d.prefix"])
    }

    @Test func `leaves out what is larger than the whole store`() throws {
        let store = try store(capacity: 100)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        save("a", Array(repeating: 1, count: 900), in: store)
        #expect(files.isEmpty)
    }
}

@Suite(.enabled(if: EngineModel.isThere), .timeLimit(.minutes(5)))
struct StoredPrefixTests {
    private let directory = FileManager.default.temporaryDirectory
        .appending(path: "prefixes-\(UUID().uuidString)").path

    private func engine() -> LlamaEngine {
        LlamaEngine(
            EngineConfiguration(
                modelPath: EngineModel.path,
                contextTokens: 512,
                threads: 2,
                statePath: directory
            ),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    private func question(_ text: String, instructions: String) -> LanguageModelRequest {
        LanguageModelRequest(
            prompt: .chat([ChatMessage(.system, instructions), ChatMessage(.user, text)]),
            sharedPrefix: 1,
            task: .choice(["yes", "no"]),
            options: GenerationOptions(sampling: .greedy)
        )
    }

    private let instructions = String(
        repeating: "Say whether the animal can fly and nothing else. ",
        count: 12
    )

    @Test func `a new engine finds the shared part read, and answers the same`() async throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let request = question("A sparrow?", instructions: instructions)
        let first = try await engine().answer(to: request).completion
        #expect(first.cachedTokens == 0)
        let again = try await engine().answer(to: request).completion
        #expect(again.cachedTokens > 100)
        #expect(again.promptTokens - again.cachedTokens < 30)
        for (one, other) in zip(first.optionLogProbabilities ?? [], again.optionLogProbabilities ?? []) {
            #expect(abs(one - other) < 0.01)
        }
    }

    @Test func `another adapter or other instructions have a state of their own`() async throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        var request = question("A sparrow?", instructions: instructions)
        let plain = try await engine().answer(to: request).completion
        request.adapterPath = EngineModel.adapter
        #expect(try await engine().answer(to: request).completion.cachedTokens == 0)
        let other = question("A sparrow?", instructions: instructions + "Now.")
        #expect(try await engine().answer(to: other).completion.cachedTokens == 0)
        request.adapterPath = nil
        let again = try await engine().answer(to: request).completion
        #expect(again.cachedTokens > 100)
        let difference =
            (again.optionLogProbabilities?.first ?? 0) - (plain.optionLogProbabilities?.first ?? 1)
        #expect(abs(difference) < 0.01)
    }

    @Test func `a damaged state is read anew`() async throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let request = question("A stone?", instructions: instructions)
        let first = try await engine().answer(to: request).completion
        for file in try FileManager.default.contentsOfDirectory(atPath: directory) {
            let url = URL(filePath: directory).appending(path: file)
            var bytes = try Data(contentsOf: url)
            bytes[bytes.count / 2] ^= 0xFF
            try bytes.write(to: url)
        }
        let again = try await engine().answer(to: request).completion
        #expect(again.cachedTokens == 0)
        let difference =
            (again.optionLogProbabilities?.first ?? 0) - (first.optionLogProbabilities?.first ?? 1)
        #expect(abs(difference) < 0.01)
        #expect(try await engine().answer(to: request).completion.cachedTokens > 100)
    }

    @Test func `preparing reads the shared part before anybody asks`() async throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let engine = engine()
        var request = question("A sparrow?", instructions: instructions)
        request.task = .preparation
        _ = try await engine.answer(to: request)
        request.task = .choice(["yes", "no"])
        #expect(try await engine.answer(to: request).completion.cachedTokens > 100)
    }
}
