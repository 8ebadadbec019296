internal import Foundation
internal import LanguageModels
internal import LlamaEngine
internal import Testing

struct AnswerTests {
    @Test(arguments: [
        (["ab", "cSTOPd"], ["STOP"], "abc", true), (["S", "T", "O", "x"], ["STOP"], "STOx", false),
        (["aS", "TS", "TOP"], ["STOP"], "aST", true), (["abc"], [], "abc", false),
        (["\n", "\nx"], ["\n\n"], "", true),
    ])
    func `finds stop texts across pieces`(pieces: [String], stops: [String], answer: String, stopped: Bool) {
        var matcher = StopMatcher(stops)
        var bytes: [UInt8] = []
        var isStopped = false
        for piece in pieces where !isStopped {
            let (certain, stop) = matcher.take(piece.utf8)
            bytes += certain
            isStopped = stop
        }
        if !isStopped { bytes += matcher.takeRest() }
        #expect(String(decoding: bytes, as: UTF8.self) == answer)
        #expect(isStopped == stopped)
    }

    @Test func `hands characters on whole, whatever the cuts`() {
        let text = "é漢🦊z"
        for size in 1...4 {
            var buffer = CharacterBuffer()
            var pieces: [String] = []
            let bytes = Array(text.utf8)
            for start in stride(from: 0, to: bytes.count, by: size) {
                buffer.append(bytes[start..<min(start + size, bytes.count)])
                pieces.append(buffer.take())
            }
            pieces.append(buffer.takeAll())
            #expect(pieces.joined() == text)
            #expect(pieces.allSatisfy { !$0.contains("\u{FFFD}") })
        }
    }

    @Test func `replaces bytes that are no character`() {
        var buffer = CharacterBuffer()
        buffer.append([0x61, 0xFF, 0x62, 0xE6])
        #expect(buffer.take() == "a\u{FFFD}b")
        #expect(buffer.takeAll() == "\u{FFFD}")
    }

    @Test func `a row of logits adds up as the C library says`() {
        var random = RandomSource(seed: 1)
        for count in [1, 15, 16, 17, 1000, 49_152] {
            let values = (0..<count).map { _ in Float.random(in: -30...30, using: &random) }
            let exact = logSumExpInDouble(values)
            values.withUnsafeBufferPointer { buffer in
                let row = LogitRow(buffer)
                #expect(abs(Double(row.logSumExp) - exact) < 1e-5 * max(1, abs(exact)))
                #expect(row.maximum == values.max())
                #expect(values[Int(row.likeliest)] == values.max())
            }
        }
    }

    @Test func `samples as often as the probabilities say`() throws {
        let values: [Float] = [0, 1, 2, -100]
        var counts = [0, 0, 0, 0]
        var sampler = try Sampler(.random(temperature: 1, topP: 1, seed: 3))
        try values.withUnsafeBufferPointer { buffer in
            for _ in 0..<20_000 { counts[Int(sampler.next(from: LogitRow(buffer)))] += 1 }
            // A nucleus of 0.6 holds only the likeliest (0.665).
            var narrow = try Sampler(.random(temperature: 1, topP: 0.6, seed: 3))
            for _ in 0..<100 { #expect(narrow.next(from: LogitRow(buffer)) == 2) }
        }
        #expect(abs(Double(counts[2]) / 20_000 - 0.665) < 0.02)
        #expect(abs(Double(counts[0]) / 20_000 - 0.090) < 0.02)
        #expect(counts[3] == 0)
    }

    @Test func `a tree of options shares starts and knows where they part`() throws {
        let trie = try #require(TokenTrie([[1, 2], [1, 3], [1, 2, 4], [5]]))
        #expect(trie.nodes.count == 6)
        #expect(trie.nodes[0].isBranching)
        #expect(trie.branchings.map { trie.nodes[$0].token } == [1, 2])
        #expect(TokenTrie([[1], [1]]) == nil)
        #expect(TokenTrie([[]]) == nil)
    }
}

private func logSumExpInDouble(_ values: [Float]) -> Double {
    let greatest = Double(values.max() ?? 0)
    return greatest + log(values.reduce(0) { $0 + exp(Double($1) - greatest) })
}
