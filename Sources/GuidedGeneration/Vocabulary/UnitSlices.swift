/// The tokens of a vocabulary sorted by how they relate to words of one automaton, such as characters of a string.
///
/// Most tokens are some whole characters; inside a string they are allowed or not by their number alone. Only the
/// rest has to be tried byte by byte.
struct UnitSlices: Sendable {
    /// For each number of words from 1 on, the tokens of at most so many whole words.
    private var upTo: [TokenMask] = []
    /// The tokens of any number of whole words.
    private var all: TokenMask
    /// The tokens of more words than ``upTo`` goes, with their numbers of words.
    private var long: [(token: Int32, count: Int)] = []
    /// The most words that a token has.
    private(set) var maximumCount = 0
    /// The tokens that are not whole words, with at most ``shortCount`` of them at their beginning.
    let rest: TokenTrie
    /// The tokens that are not whole words, with more of them at their beginning.
    let longRest: TokenTrie

    /// How many words are counted one by one.
    static let shortCount = 12

    init(of unit: ByteAutomaton, trie: TokenTrie, pool: [UInt8], offsets: [Int32]) {
        var counts: [(token: Int32, count: Int)] = []
        var others: [Int32] = []
        var longOthers: [Int32] = []
        var states = [Int32](repeating: -1, count: TokenTrie.longestToken + 1)
        var words = [Int](repeating: 0, count: TokenTrie.longestToken + 1)
        states[0] = 0
        for node in trie.nodes {
            let depth = TokenTrie.depth(node)
            let before = states[depth - 1]
            var state: Int32 = before < 0 ? -1 : unit.next(before, TokenTrie.byte(node))
            words[depth] = words[depth - 1]
            if state >= 0, unit.isAccepting[Int(state)] {
                state = 0
                words[depth] += 1
            }
            states[depth] = state
            let token = TokenTrie.token(node)
            guard token >= 0 else { continue }
            if state == 0 {
                counts.append((token, words[depth]))
            } else if words[depth] <= Self.shortCount {
                others.append(token)
            } else {
                longOthers.append(token)
            }
        }
        all = TokenMask(tokenCount: offsets.count - 1)
        upTo = Array(repeating: all, count: Self.shortCount)
        for (token, count) in counts {
            all.insert(token)
            maximumCount = max(maximumCount, count)
            if count > Self.shortCount { long.append((token, count)) } else { upTo[count - 1].insert(token) }
        }
        for index in 1..<Self.shortCount { upTo[index].formUnion(upTo[index - 1]) }
        rest = TokenTrie(sorted: others, pool: pool, offsets: offsets)
        longRest = TokenTrie(sorted: longOthers, pool: pool, offsets: offsets)
    }

    /// Allows all tokens of at most so many whole words; any number for -1.
    func allow(upTo room: Int, in mask: inout TokenMask) {
        if room >= 0, room <= Self.shortCount {
            if room > 0 { mask.formUnion(upTo[room - 1]) }
            return
        }
        mask.formUnion(all)
        guard room >= 0 else { return }
        for entry in long where entry.count > room { mask.remove(entry.token) }
    }
}
