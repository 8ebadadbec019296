internal import MediaDomain
internal import Understanding

/// Decides, from what was found, whether one title is meant, several may be, or none.
struct CandidateChoice {
    enum Outcome {
        /// Exactly one fits.
        case clear(TitleCandidate)
        /// These fit, two to five.
        case several([TitleCandidate])
        /// None fits; these come nearest.
        case none([TitleCandidate])
    }

    let candidates: [TitleCandidate]
    let item: UnderstoodItem

    /// What is to be done; a claim is made only where nothing speaks against it.
    var outcome: Outcome {
        if item.externalID != nil {
            switch candidates.count {
            case 0: return .none([])
            case 1: return .clear(candidates[0])
            default: return .several(Array(candidates.prefix(5)))
            }
        }
        var fitting = candidates.filter { $0.score >= 0.62 }
        if let year = item.year {
            let ofYear = fitting.filter { $0.year == year }
            let near = fitting.filter { abs(($0.year ?? 0) - year) <= 1 }
            if !ofYear.isEmpty {
                fitting = ofYear
            } else if !near.isEmpty {
                return .several(Array(near.prefix(5)))
            } else {
                return .none(Array(candidates.prefix(5)))
            }
        }
        let exact = fitting.filter(\.isExact)
        if exact.count == 1, let only = exact.first {
            // "the new Dune" with another part of it around is a question; "Inception" is not.
            let wantsOther = item.constraints.contains { Sentence.fold($0).contains("new") }
            let newer = fitting.filter {
                $0.media == only.media && ($0.year ?? 0) > (only.year ?? 0) && $0.score > 0.7
            }
            return wantsOther && !newer.isEmpty
                ? .several(([only] + newer).prefix(5).map(\.self)) : .clear(only)
        }
        if exact.count > 1 {
            let rest = fitting.filter { !$0.isExact && $0.score > 0.7 }
            return .several(Array((exact + rest).prefix(5)))
        }
        guard let best = fitting.first else { return .none(Array(candidates.prefix(5))) }
        let second = fitting.dropFirst().first?.score ?? 0
        // A misspelt title: near enough and alone. It is confirmed before anything is done.
        if best.score >= 0.74, best.score - second > 0.12 { return .clear(best) }
        return fitting.count == 1 ? .clear(best) : .several(Array(fitting.prefix(5)))
    }

    /// What else might have been meant beside a clear hit, for "no, the other one".
    var alternatives: [TitleCandidate] { Array(candidates.prefix(5)) }
}
