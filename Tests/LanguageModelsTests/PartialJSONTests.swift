internal import LanguageModels
internal import OrderedJSON
internal import Testing

/// A value that is only looked at as JSON.
struct AnyValue: Generable {
    static let generationSchema = GenerationSchema.object([
        .init("title", .string(maximumLength: 40)), .init("year", .integer(1900...2100).orNull),
        .init("tags", .array(of: .string(maximumLength: 10), maximum: 3)),
    ])

    let json: JSONValue

    init(generated content: JSONValue) throws { json = content }
}

struct SnapshotTests {
    /// What the snapshots of an answer show that comes in these pieces.
    private func snapshots(_ pieces: [String]) async throws -> [GenerationSnapshot] {
        let model = ScriptedLanguageModel { _ in
            pieces.map(LanguageModelEvent.text) + [.finished(Completion(reason: .stop))]
        }
        var found: [GenerationSnapshot] = []
        let session = LanguageModelSession(model: model)
        for try await snapshot in session.streamResponse(to: "?", generating: AnyValue.self) {
            found.append(snapshot)
        }
        return found
    }

    @Test func `every beginning of an answer shows what is complete in it`() async throws {
        let whole = #"{"title":"Dune \"Part\" Two \u00e9","year":2024,"tags":["a","b"]}"#
        let found = try await snapshots(whole.map(String.init))
        #expect(found.count == whole.count + 1)
        for snapshot in found {
            // What is shown is never more than what comes in the end.
            let title = snapshot.content?["title"]?.string ?? ""
            #expect(#"Dune "Part" Two é"#.hasPrefix(title))
            if let year = snapshot.content?["year"] { #expect(year == 2024) }
        }
        #expect(found.last?.content == (try JSONValue(parsing: whole)))
        #expect(found.last?.isComplete == true)
    }

    @Test(arguments: [
        (#"{"ti"#, "{}"), (#"{"title":"Du"#, #"{"title":"Du"}"#),
        (#"{"title":"Dune","ye"#, #"{"title":"Dune"}"#),
        (#"{"title":"Dune","year":20"#, #"{"title":"Dune"}"#), (#"{"year":null,"#, #"{"year":null}"#),
        (#"{"tags":["a","b"#, #"{"tags":["a","b"]}"#), (#"{"tags":[[1,2],[3"#, #"{"tags":[[1,2],[]]}"#),
        (#"{"title":"a\"#, #"{"title":"a"}"#), (#"{"title":"a\u00"#, #"{"title":"a"}"#),
    ])
    func `shows of a text that is not closed`(text: String, expected: String) async throws {
        let snapshot = try #require(try await snapshots([text]).first)
        #expect(snapshot.content == (try JSONValue(parsing: expected)))
    }

    @Test func `shows nothing while nothing is there`() async throws {
        #expect(try await snapshots([" "]).first?.content == nil)
    }
}
