import Foundation
import GuidedGeneration
import Testing

/// No illegal token is ever allowed and no legal one ever banned, over real vocabularies and against a checker that
/// shares no code with the engine.
///
/// `AUTOARR_ORACLE_SCHEMAS` sets how many schemas are drawn for each vocabulary; `AUTOARR_ORACLE_SEED` which.
@Suite(.serialized)
struct OracleTests {
    private static let environment = ProcessInfo.processInfo.environment

    // Skipped where the starter model was not fetched.
    @Test(.enabled(if: GGUFVocabulary.small != nil))
    func `masks over the vocabulary of 49,152 tokens agree with the oracle`() throws {
        try check(GGUFVocabulary.small, schemas: 24)
    }

    // Skipped where the engine's source was not fetched.
    @Test(.enabled(if: GGUFVocabulary.large != nil))
    func `masks over the vocabulary of 151,936 tokens agree with the oracle`() throws {
        try check(GGUFVocabulary.large, schemas: 8)
    }

    private func check(_ path: String?, schemas: Int) throws {
        let schemas = Self.environment["AUTOARR_ORACLE_SCHEMAS"].flatMap(Int.init) ?? schemas
        var random = SeededGenerator(seed: Self.environment["AUTOARR_ORACLE_SEED"].flatMap(UInt64.init) ?? 4)
        var run = OracleRun(try GGUFVocabulary(path: #require(path)))
        for _ in 0..<schemas {
            let shape = Shape.random(depth: 2, isInside: false, using: &random)
            try run.check(shape, texts: 3, using: &random)
        }
        let tally = run.tally
        print(
            "oracle, \(run.vocabulary.tokenCount) tokens: \(tally.schemas) schemas, \(tally.texts) texts,",
            "\(tally.tokens) tokens compared; allowed wrongly \(tally.allowedWrongly),",
            "banned wrongly \(tally.bannedWrongly)"
        )
        #expect(tally.schemas == schemas)
        #expect(tally.allowedWrongly == 0 && tally.bannedWrongly == 0, "\(tally.examples)")
    }
}
