internal import Foundation
internal import LanguageModels

extension InferenceSession {
    /// How far below the likeliest a first token may be for it to be asked how its options part further on.
    private static let worthAsking = log(0.02)

    /// Says how likely each option is, writing nothing.
    ///
    /// An option's probability is the product, over the places where options part, of its token's share among the
    /// tokens that lead to an option. Where all options part at their first token that is one row of logits. A tail
    /// that follows from its start costs nothing and counts for nothing, so long options are not at a disadvantage.
    /// Where one option goes on beyond another, everything that does not go on counts for the shorter one. Options whose
    /// first token is fifty times less likely than the likeliest share its probability evenly: none of them can be chosen
    /// while those are few, and asking how they part would cost as much as writing a token for each place.
    func choose(_ job: Job, among options: [String]) throws -> Completion {
        guard !options.isEmpty else {
            throw LanguageModelError.invalidRequest(reason: "there are no options to choose among")
        }
        let tokens = options.map { model.vocabulary.tokens(of: $0, markers: .plainText) }
        guard let trie = TokenTrie(tokens) else {
            throw LanguageModelError.invalidRequest(reason: "two options are the same, or one is empty")
        }
        let depth = trie.branchings.last.map { trie.nodes[$0].depth } ?? 0
        guard job.prompt.tokens.count + depth <= context.capacity else {
            throw LanguageModelError.contextExceeded(
                promptTokens: job.prompt.tokens.count + depth,
                contextTokens: context.capacity
            )
        }
        let reused = try context.read(job.prompt.tokens, adapter: job.adapter, control: job.control)
        var logProbabilities: [Int: Double] = [0: 0]
        let root = try context.logits()
        let normaliser = root.logSumExp
        let coverage = trie.nodes[0].children.reduce(0.0) { sum, child in
            sum + exp(Double(root[trie.nodes[child].token] - normaliser))
        }
        share(place: 0, of: trie, row: root, into: &logProbabilities)
        let least = (trie.nodes[0].children.compactMap { logProbabilities[$0] }.max() ?? 0) + Self.worthAsking
        var likely: [Int] = []
        for place in trie.branchings {
            let start = trie.path(to: place).first.flatMap { logProbabilities[$0] } ?? 0
            if start >= least {
                likely.append(place)
            } else {
                shareEvenly(place: place, of: trie, into: &logProbabilities)
            }
        }
        for group in groups(of: likely, in: trie) {
            let branches = Branches(group, of: trie, after: job.prompt.tokens.count)
            try context.branch(branches.items, branches: branches.count, control: job.control) {
                try score(branches, of: trie, into: &logProbabilities)
            }
        }
        let raw = tokens.indices.map { option in
            trie.nodes.firstIndex { $0.option == option }.map {
                logProbability(of: $0, in: trie, logProbabilities)
            }
                ?? -.infinity
        }
        // The shares of an option that is the start of another and of the rest may not add up exactly.
        let greatest = raw.max() ?? 0
        let total = greatest + log(raw.reduce(0) { $0 + exp($1 - greatest) })
        return Completion(
            reason: .stop,
            optionLogProbabilities: raw.map { $0 - total },
            coverage: min(1, coverage),
            promptTokens: job.prompt.tokens.count,
            cachedTokens: job.cachedTokens(reused),
            seconds: job.seconds
        )
    }

    /// Branching places that fit one pass together.
    private func groups(of places: [Int], in trie: TokenTrie) -> [[Int]] {
        var groups: [[Int]] = []
        var size = 0
        for place in places {
            let length = trie.nodes[place].depth
            let isFull =
                (groups.last?.count ?? .max)
                >= min(InferenceContext.outputs, Int(InferenceContext.sequences) - 1)
                || size + length > InferenceContext.batchTokens
            if isFull {
                groups.append([place])
                size = length
            } else {
                groups[groups.count - 1].append(place)
                size += length
            }
        }
        return groups
    }

    /// Writes the shares at the branching places of the last pass.
    private func score(
        _ branches: Branches,
        of trie: TokenTrie,
        into logProbabilities: inout [Int: Double]
    ) throws {
        for (index, node) in branches.nodes.enumerated() where branches.items[index].hasLogits {
            let row = try context.logits(batchIndex: Int32(index))
            share(place: node, of: trie, row: row, into: &logProbabilities)
        }
    }

    /// Shares a place's probability evenly among what can come there.
    private func shareEvenly(place: Int, of trie: TokenTrie, into logProbabilities: inout [Int: Double]) {
        let node = trie.nodes[place]
        let share = -log(Double(node.children.count + (node.option == nil ? 0 : 1)))
        for child in node.children { logProbabilities[child] = share }
        if node.option != nil { logProbabilities[-place] = share }
    }

    /// Writes, for each child of a place, the logarithm of its share; under the place's own negated number, that of
    /// ending there.
    private func share(
        place: Int,
        of trie: TokenTrie,
        row: LogitRow,
        into logProbabilities: inout [Int: Double]
    ) {
        let node = trie.nodes[place]
        let logits = node.children.map { Double(row[trie.nodes[$0].token]) }
        guard let greatest = logits.max() else { return }
        let children = greatest + log(logits.reduce(0) { $0 + exp($1 - greatest) })
        guard node.option != nil else {
            for (child, logit) in zip(node.children, logits) { logProbabilities[child] = logit - children }
            return
        }
        let normaliser = Double(row.logSumExp)
        for (child, logit) in zip(node.children, logits) { logProbabilities[child] = logit - normaliser }
        logProbabilities[-place] = log(max(1e-12, 1 - exp(children - normaliser)))
    }

    private func logProbability(of place: Int, in trie: TokenTrie, _ shares: [Int: Double]) -> Double {
        // A place that was not asked about is the only way on: its share is one.
        let path = trie.path(to: place).reduce(0.0) { $0 + (shares[$1] ?? 0) }
        return trie.nodes[place].children.isEmpty ? path : path + (shares[-place] ?? 0)
    }
}

/// Branching places of a tree as the tokens of one pass: each place has a sequence, and tokens that several paths share
/// stand there once.
private struct Branches {
    /// How many sequences there are beside the main one.
    let count: Int32
    /// The places of the tree that are read, in the order of ``items``.
    let nodes: [Int]
    let items: [BatchItem]

    init(_ places: [Int], of trie: TokenTrie, after promptCount: Int) {
        var sequences: [Int: [Int32]] = [:]
        for (index, place) in places.enumerated() {
            for node in trie.path(to: place) { sequences[node, default: []].append(Int32(index + 1)) }
        }
        let wanted = Set(places)
        count = Int32(places.count)
        nodes = sequences.keys.sorted { (trie.nodes[$0].depth, $0) < (trie.nodes[$1].depth, $1) }
        items = nodes.map { node in
            BatchItem(
                token: trie.nodes[node].token,
                position: promptCount + trie.nodes[node].depth - 1,
                sequences: sequences[node] ?? [],
                hasLogits: wanted.contains(node)
            )
        }
    }
}
