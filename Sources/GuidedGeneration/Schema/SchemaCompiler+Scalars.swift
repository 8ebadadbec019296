internal import OrderedJSON

extension SchemaCompiler {
    /// Numbers: integers of 64 bits, or numbers between those with at most fifteen digits after the point.
    mutating func number(of keywords: SchemaKeywords, isInteger: Bool) throws(GuideError) -> Form {
        guard let range = try Self.range(of: keywords, isInteger: isInteger) else {
            return contradiction(at: keywords.location)
        }
        return .number(range)
    }

    /// The numbers that satisfy the keywords; nil where there are none.
    static func range(of keywords: SchemaKeywords, isInteger: Bool) throws(GuideError) -> NumberRange? {
        var range = isInteger ? NumberRange.integers : NumberRange.numbers
        let scale = range.fractionDigits
        if let minimum = keywords.minimum {
            range.lower = max(range.lower, minimum.lowerBound(scale: scale, isExclusive: false))
        }
        if let minimum = keywords.exclusiveMinimum {
            range.lower = max(range.lower, minimum.lowerBound(scale: scale, isExclusive: true))
        }
        if let maximum = keywords.maximum {
            range.upper = min(range.upper, maximum.upperBound(scale: scale, isExclusive: false))
        }
        if let maximum = keywords.exclusiveMaximum {
            range.upper = min(range.upper, maximum.upperBound(scale: scale, isExclusive: true))
        }
        var multiple: Int128 = 1
        let finest = NumberRange.maximumFractionDigits
        for (value, location) in keywords.multiples {
            let (scaled, isExact) = value.scaled(by: finest)
            guard isExact, scaled > 0, let common = NumberRange.commonMultiple(multiple, scaled) else {
                throw .unsupported(keyword: "multipleOf with so many digits", location: location)
            }
            multiple = common
        }
        if isInteger {
            let unit = NumberRange.power(finest)
            guard let common = NumberRange.commonMultiple(multiple, unit) else { return nil }
            multiple = common / unit
        }
        range.multiple = multiple
        return range.lower <= range.upper && range.shortest(NumberPlace(range: 0)) != nil ? range : nil
    }

    /// Strings: free ones with every legal escape, or those of patterns and formats in their shortest form.
    mutating func string(of keywords: SchemaKeywords) throws(GuideError) -> Form {
        if let maximum = keywords.maxLength, maximum < keywords.minLength {
            return contradiction(at: "\(keywords.location)/minLength")
        }
        guard !keywords.patterns.isEmpty || !keywords.formats.isEmpty else {
            return quoted(
                .characters(JSONText.character, minimum: keywords.minLength, maximum: keywords.maxLength)
            )
        }
        if keywords.formats.isEmpty, keywords.patterns.count == 1,
            let (set, minimum, maximum) = try PatternSyntax.repeatedCharacters(of: keywords.patterns[0])
        {
            let least = max(minimum, keywords.minLength)
            let most = [maximum, keywords.maxLength].compactMap(\.self).min()
            let unit = try PatternAutomaton.automaton(of: .characters(set), form: .json)
            guard let unit, most.map({ $0 >= least }) ?? true else {
                return contradiction(at: keywords.location)
            }
            return quoted(.characters(unit, minimum: least, maximum: most))
        }
        guard let automaton = try Self.automaton(ofString: keywords) else {
            return contradiction(at: keywords.location)
        }
        return quoted(.automaton(automaton))
    }

    /// The contents of strings that satisfy patterns, formats and lengths; nil where there are none.
    static func automaton(ofString keywords: SchemaKeywords) throws(GuideError) -> ByteAutomaton? {
        let limit = PatternSyntax.Limit.states
        var automata: [ByteAutomaton] = []
        for pattern in keywords.patterns {
            guard let automaton = try PatternSyntax.automaton(of: pattern, isWhole: false, form: .json) else {
                return nil
            }
            automata.append(automaton)
        }
        for (name, _) in keywords.formats {
            guard let pattern = StringFormat(rawValue: name)?.pattern else { continue }
            guard let automaton = try PatternSyntax.automaton(of: pattern, isWhole: true, form: .json) else {
                return nil
            }
            automata.append(automaton)
        }
        guard var result = automata.first else { return nil }
        for other in automata.dropFirst() {
            guard let both = try result.intersection(other, limit: limit) else { return nil }
            result = both
        }
        guard keywords.minLength > 0 || keywords.maxLength != nil else { return result }
        return try result.limited(
            toCountOf: JSONText.shortestCharacter,
            minimum: keywords.minLength,
            maximum: keywords.maxLength,
            limit: limit
        )
    }
}
