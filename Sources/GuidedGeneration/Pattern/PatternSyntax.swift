/// A regular expression, read.
indirect enum PatternSyntax: Sendable, Hashable {
    case characters(ScalarSet)
    case sequence([PatternSyntax])
    case choice([PatternSyntax])
    case repeated(PatternSyntax, minimum: Int, maximum: Int?)
    /// The start of the text.
    case start
    /// The end of the text.
    case end
}

extension PatternSyntax {
    /// Bounds that keep a pattern from exhausting time or memory.
    enum Limit {
        static let length = 10_000
        static let depth = 100
        static let repetition = 10_000
        static let states = 20_000
        static let work = 2_000_000
    }

    /// The automaton of the pattern: the regular subset of ECMA-262.
    ///
    /// - Parameters:
    ///   - pattern: The expression.
    ///   - isWhole: Whether it has to match the whole text; otherwise some part of it.
    ///   - form: How its characters stand in the text.
    /// - Returns: nil for a pattern that nothing matches.
    /// - Throws: ``GuideError/unsupportedPattern(_:reason:)``, ``GuideError/tooComplex(what:limit:)``.
    static func automaton(
        of pattern: String,
        isWhole: Bool,
        form: CharacterForm
    ) throws(GuideError) -> ByteAutomaton? {
        var parser = PatternParser(pattern)
        var syntax = try parser.parse()
        if !isWhole {
            syntax = try syntax.searching(pattern: pattern)
        } else {
            syntax = try syntax.anchored(pattern)
        }
        return try PatternAutomaton.automaton(of: syntax, form: form)
    }

    /// The characters and their number, if a pattern is one class of them repeated between `^` and `$`.
    ///
    /// Such texts are counted, which needs no state for each length.
    static func repeatedCharacters(
        of pattern: String
    ) throws(GuideError) -> (set: ScalarSet, minimum: Int, maximum: Int?)? {
        var parser = PatternParser(pattern)
        guard case .sequence(let parts) = try parser.parse(), parts.count == 3, parts[0] == .start,
            parts[2] == .end,
            case .repeated(.characters(let set), let minimum, let maximum) = parts[1]
        else { return nil }
        return (set, minimum, maximum)
    }

    /// The pattern for a whole text that has a match somewhere: each branch gets what may stand before and after.
    private func searching(pattern: String) throws(GuideError) -> PatternSyntax {
        let anything = PatternSyntax.repeated(.characters(.all), minimum: 0, maximum: nil)
        var branches: [PatternSyntax] = []
        for branch in self.branches {
            var parts = branch.parts
            let hasStart = parts.first == .start
            let hasEnd = parts.last == .end
            if hasStart { parts.removeFirst() }
            if hasEnd, !parts.isEmpty { parts.removeLast() }
            try Self.sequence(parts).requireNoAnchors(pattern)
            branches.append(.sequence((hasStart ? [] : [anything]) + parts + (hasEnd ? [] : [anything])))
        }
        return .choice(branches)
    }

    /// The pattern for a whole text, without the anchors that then say nothing.
    private func anchored(_ pattern: String) throws(GuideError) -> PatternSyntax {
        var branches: [PatternSyntax] = []
        for branch in self.branches {
            var parts = branch.parts
            if parts.first == .start { parts.removeFirst() }
            if parts.last == .end { parts.removeLast() }
            try Self.sequence(parts).requireNoAnchors(pattern)
            branches.append(.sequence(parts))
        }
        return .choice(branches)
    }

    private var branches: [PatternSyntax] {
        switch self {
        case .choice(let branches): branches.flatMap(\.branches)
        case .sequence(let parts) where parts.count == 1: parts[0].branches
        default: [self]
        }
    }

    private var parts: [PatternSyntax] {
        guard case .sequence(let parts) = self else { return [self] }
        return parts
    }

    private func requireNoAnchors(_ pattern: String) throws(GuideError) {
        switch self {
        case .start, .end:
            throw .unsupportedPattern(pattern, reason: "^ or $ elsewhere than at the borders of a branch")
        case .characters: return
        case .sequence(let parts), .choice(let parts):
            for part in parts { try part.requireNoAnchors(pattern) }
        case .repeated(let part, _, _): try part.requireNoAnchors(pattern)
        }
    }
}
