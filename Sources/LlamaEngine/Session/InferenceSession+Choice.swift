internal import Foundation
internal import LanguageModels

extension InferenceSession {
    /// Says how likely each option is, writing nothing.
    ///
    /// An option's probability is the product, over the places where options part, of its token's share among the
    /// tokens that lead to an option. Where all options part at their first token that is one row of logits. A tail
    /// that follows from its start costs nothing and counts for nothing, so long options are not at a disadvantage.
    /// Where one option goes on beyond another, everything that does not go on counts for the shorter one.
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
        for group in groups(of: trie) {
            try score(group, of: trie, job: job, into: &logProbabilities)
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
    private func groups(of trie: TokenTrie) -> [[Int]] {
        var groups: [[Int]] = []
        var size = 0
        for place in trie.branchings {
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

    private func score(
        _ places: [Int],
        of trie: TokenTrie,
        job: Job,
        into logProbabilities: inout [Int: Double]
    ) throws {
        // Each branching place gets a sequence; tokens that several paths share stand in the batch once.
        var sequences: [Int: [Int32]] = [:]
        for (index, place) in places.enumerated() {
            for node in trie.path(to: place) { sequences[node, default: []].append(Int32(index + 1)) }
        }
        let order = sequences.keys.sorted { (trie.nodes[$0].depth, $0) < (trie.nodes[$1].depth, $1) }
        let wanted = Set(places)
        let items = order.map { node in
            BatchItem(
                token: trie.nodes[node].token,
                position: job.prompt.tokens.count + trie.nodes[node].depth - 1,
                sequences: sequences[node] ?? [],
                hasLogits: wanted.contains(node)
            )
        }
        let found = try context.branch(items, branches: Int32(places.count), control: job.control) {
            var found: [Int: Double] = [:]
            for (index, node) in order.enumerated() where wanted.contains(node) {
                let row = try context.logits(batchIndex: Int32(index))
                share(place: node, of: trie, row: row, into: &found)
            }
            return found
        }
        logProbabilities.merge(found) { $1 }
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
