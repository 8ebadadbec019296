internal import Foundation
internal import LanguageModels
internal import LlamaEngine
internal import Logging
internal import MediaDomain
internal import OrderedJSON
internal import Testing
internal import Understanding

/// The house model itself, on the sentences of the shared contract.
@Suite(.timeLimit(.minutes(10)))
struct HouseModelTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        .standardizedFileURL
    private static let list = root.appending(path: "../shared/contracts/understanding-development.tsv")
        .standardizedFileURL
    private static let adapter = root.appending(path: "Sources/AutoArrApp/House/house-adapter.gguf")
    private static let base: URL = {
        let environment = ProcessInfo.processInfo.environment
        let cache =
            environment["AUTOARR_CACHE"]
            ?? (environment["XDG_CACHE_HOME"] ?? (environment["HOME"] ?? "/root") + "/.cache") + "/autoarr"
        return URL(filePath: cache).appending(path: "models/smollm2-135m-instruct-q4_1.gguf")
    }()

    private static func isThere(_ urls: URL...) -> Bool {
        urls.allSatisfy { FileManager.default.isReadableFile(atPath: $0.path) }
    }

    private func understanding() -> SentenceUnderstanding {
        let engine = LlamaEngine(
            EngineConfiguration(modelPath: Self.base.path, contextTokens: 1024, threads: 1),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        let ngrams = NgramClassifier(
            file: Self.adapter.deletingLastPathComponent().appending(path: "sentence-ngrams.bin"),
            classes: IntentJudge.classCount
        )
        return SentenceUnderstanding(
            reader: HouseModel(
                model: engine,
                adapterPath: Self.adapter.path,
                judge: IntentJudge(ngrams: ngrams)
            )
        )
    }

    /// Skipped where the starter model (scripts/starter-model) is missing.
    @Test(.enabled(if: isThere(base)))
    func `reads the sentence of the contract`() async throws {
        let read = try await understanding().understand("Add the new Dune movie in 4K")
        #expect(read.intent == .add)
        #expect(read.confidence > 0.9)
        let item = try #require(read.items.first)
        #expect(read.items.count == 1)
        #expect(item.title == "Dune")
        #expect(item.media == .movie)
        #expect(item.quality == .ultraHD)
        #expect(item.year == nil)
        #expect(read.model == "house")
    }

    /// Skipped where the starter model or the shared contracts are missing.
    @Test(.enabled(if: isThere(base, list)))
    func `gets intent and titles of at least 139 of the 152 sentences wholly right`() async throws {
        let understanding = understanding()
        let rows = try String(contentsOf: Self.list, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }.map {
                $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            }
        var wrong: [String] = []
        for row in rows {
            let read = try await understanding.understand(row[0])
            let isRight =
                read.intent.rawValue == row[1] && Self.titles(read) == Self.titles(expected: row[3])
                && Self.media(read, row[2]) && Self.numbers(read, row)
            if !isRight { wrong.append(row[0]) }
        }
        #expect(rows.count == 152)
        #expect(rows.count - wrong.count >= 139, "wrong: \(wrong.joined(separator: " | "))")
    }

    private static func titles(_ read: UnderstoodSentence) -> [String] {
        read.items.compactMap { item in
            item.externalID.map { $0.source == .imdb ? $0.id : "\($0.source.rawValue):\($0.id)" }
                ?? item.title?.lowercased()
        }
    }

    private static func titles(expected: String) -> [String] {
        expected.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
    }

    /// Film or series as the list has it, or not claimed.
    private static func media(_ read: UnderstoodSentence, _ expected: String) -> Bool {
        let kinds = expected.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        return read.items.enumerated().allSatisfy { place, item in
            guard item.media != .unknown,
                let kind = kinds.indices.contains(place) ? kinds[place] : kinds.first
            else { return true }
            return item.media.rawValue == kind
        }
    }

    private static func numbers(_ read: UnderstoodSentence, _ row: [String]) -> Bool {
        let cells = row + Array(repeating: "", count: max(0, 8 - row.count))
        let years = Set(read.items.compactMap(\.year).map(String.init))
        let episodes = Set(read.items.flatMap(\.episodes).map { "\($0.season)x\($0.episode)" })
        let qualities = Set(read.items.compactMap(\.quality).map(\.rawValue))
        let seasons = Set(read.items.flatMap { $0.seasons.json.array ?? [] }.map { $0.string ?? $0.text() })
        func set(_ cell: String) -> Set<String> { Set(cell.split(separator: ",").map(String.init)) }
        return years == set(cells[4]) && seasons == set(cells[5]) && episodes == set(cells[6])
            && qualities == set(cells[7])
    }
}
