internal import GuidedGeneration

/// One thing to find in a text.
public struct Slot: Sendable, Hashable {
    /// What a slot's value may be.
    public enum Value: Sendable, Hashable {
        /// Words of the text, copied as they stand.
        case words
        /// One of these.
        case oneOf([String])
        /// An integer of this range.
        case integer(ClosedRange<Int>)
    }

    /// What it is called in front of the model.
    public let name: String
    /// What its value may be.
    public let value: Value
    /// Whether the text may have none.
    public let isOptional: Bool

    /// A slot.
    public init(_ name: String, _ value: Value, isOptional: Bool = true) {
        self.name = name
        self.value = value
        self.isOptional = isOptional
    }
}

/// What was found for a slot.
public struct SlotFinding: Sendable, Hashable {
    /// The value; nil where the text has none.
    public let value: String?
    /// The probability of the model's choices that led to it, in 0…1; 1 where the form left none.
    public let probability: Double

    /// A finding.
    public init(value: String?, probability: Double) {
        self.value = value
        self.probability = probability
    }
}

extension LanguageModelSession {
    private static var absent: String { "-" }

    /// Finds things in a text: words are copied from it and cannot be invented.
    ///
    /// The answer is one line for each slot, which costs a model fewer tokens than JSON; what the form forces is not
    /// generated at all.
    /// - Parameters:
    ///   - slots: What to find, in the order in which it is asked for; their names differ.
    ///   - text: The text.
    /// - Returns: A finding for each slot, by its name.
    /// - Throws: ``LanguageModelError``, or `CancellationError`.
    public func extract(_ slots: [Slot], from text: String) async throws -> [String: SlotFinding] {
        guard !slots.isEmpty, Set(slots.map(\.name)).count == slots.count else {
            throw LanguageModelError.invalidRequest(reason: "there are no slots, or two have the same name")
        }
        // A line of the answer holds one value, so the text must be one line too.
        let line = String(text.map { $0.isNewline ? " " : $0 })
        let answer = try await inTurn { [self] in
            var request = await request(for: line, form: nil)
            request.task = .guided(Self.guide(for: slots, text: line))
            request.options = GenerationOptions(sampling: .greedy, maximumTokens: 256)
            return try await model.answer(to: request)
        }
        var findings: [String: SlotFinding] = [:]
        var offset = 0
        let lines = answer.text.split(separator: "\n", omittingEmptySubsequences: false)
        for (slot, line) in zip(slots, lines) {
            let end = offset + line.utf8.count + 1
            let value = line.dropFirst(slot.name.count + 2)
            let chances = answer.decisions.filter { $0.offset >= offset && $0.offset < end }.map(
                \.probability
            )
            findings[slot.name] = SlotFinding(
                value: value == Self.absent ? nil : String(value),
                probability: chances.reduce(1, *)
            )
            offset = end
        }
        return findings
    }

    private static func guide(for slots: [Slot], text: String) -> Guide {
        var parts: [Grammar] = []
        for (place, slot) in slots.enumerated() {
            parts.append(.literal((place == 0 ? "" : "\n") + slot.name + ": "))
            let value: Grammar =
                switch slot.value {
                case .words: .span(Span(of: text))
                case .oneOf(let options): .choice(options.map(Grammar.literal))
                case .integer(let range): .integer(minimum: range.lowerBound, maximum: range.upperBound)
                }
            parts.append(slot.isOptional ? .choice([value, .literal(absent)]) : value)
        }
        return .grammar(.sequence(parts), rules: [:])
    }
}
