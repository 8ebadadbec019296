extension ByteAutomaton {
    /// The automaton of a set of texts: a trie.
    ///
    /// - Returns: nil for no texts.
    static func texts(_ texts: [[UInt8]]) -> ByteAutomaton? {
        var classes = [UInt8](repeating: 0, count: 256)
        var classCount = 1
        for byte in Set(texts.joined()).sorted() where classCount < 256 {
            classes[Int(byte)] = UInt8(classCount)
            classCount += 1
        }
        var transitions = [Int32](repeating: -1, count: classCount)
        var isAccepting = [false]
        for text in texts {
            var state = 0
            for byte in text {
                let place = state * classCount + Int(classes[Int(byte)])
                if transitions[place] < 0 {
                    transitions[place] = Int32(isAccepting.count)
                    isAccepting.append(false)
                    transitions.append(contentsOf: repeatElement(-1, count: classCount))
                }
                state = Int(transitions[place])
            }
            isAccepting[state] = true
        }
        return ByteAutomaton(
            classes: classes,
            classCount: classCount,
            transitions: transitions,
            isAccepting: isAccepting
        )
    }

    /// The texts that both automata accept.
    ///
    /// - Returns: nil where there are none.
    /// - Throws: ``GuideError/tooComplex(what:limit:)`` beyond `limit` states.
    func intersection(_ other: ByteAutomaton, limit: Int) throws(GuideError) -> ByteAutomaton? {
        try Self.exploring(
            from: SIMD2<Int32>(0, 0),
            over: Self.commonClasses(self, other),
            limit: limit,
            next: { place, byte in
                let following = SIMD2(self.next(place.x, byte), other.next(place.y, byte))
                return following.x >= 0 && following.y >= 0 ? following : nil
            },
            isAccepting: { self.isAccepting[Int($0.x)] && other.isAccepting[Int($0.y)] }
        )
    }

    /// The texts that this automaton accepts and the other does not.
    ///
    /// - Returns: nil where there are none.
    /// - Throws: ``GuideError/tooComplex(what:limit:)`` beyond `limit` states.
    func subtracting(_ other: ByteAutomaton, limit: Int) throws(GuideError) -> ByteAutomaton? {
        try Self.exploring(
            from: SIMD2<Int32>(0, 0),
            over: Self.commonClasses(self, other),
            limit: limit,
            next: { place, byte in
                let own = self.next(place.x, byte)
                return own < 0 ? nil : SIMD2(own, place.y < 0 ? -1 : other.next(place.y, byte))
            },
            isAccepting: { self.isAccepting[Int($0.x)] && ($0.y < 0 || !other.isAccepting[Int($0.y)]) }
        )
    }

    /// The texts of this automaton that consist of so many words of a prefix-free one, such as that of a character.
    ///
    /// - Returns: nil where there are none.
    /// - Throws: ``GuideError/tooComplex(what:limit:)`` beyond `limit` states.
    func limited(
        toCountOf unit: ByteAutomaton,
        minimum: Int,
        maximum: Int?,
        limit: Int
    ) throws(GuideError) -> ByteAutomaton? {
        let top = maximum ?? minimum
        guard minimum <= top else { return nil }
        guard minimum < limit else { throw .tooComplex(what: "states of a pattern", limit: limit) }
        return try Self.exploring(
            from: SIMD4<Int>(0, 0, 0, 0),
            over: Self.commonClasses(self, unit),
            limit: limit,
            next: { place, byte in
                let own = self.next(Int32(place.x), byte)
                let part = unit.next(Int32(place.y), byte)
                guard own >= 0, part >= 0, maximum == nil || place.z < top else { return nil }
                guard unit.isAccepting[Int(part)] else { return SIMD4(Int(own), Int(part), place.z, 0) }
                return SIMD4(Int(own), 0, maximum == nil ? Swift.min(place.z + 1, top) : place.z + 1, 0)
            },
            isAccepting: { self.isAccepting[$0.x] && $0.y == 0 && $0.z >= minimum }
        )
    }

    /// The automaton of all places that can be reached.
    ///
    /// - Parameters:
    ///   - start: The first place.
    ///   - alphabet: The class of each byte, and one byte of each class.
    ///   - limit: The most places.
    ///   - next: From a place and a byte to the following place, nil where there is none.
    ///   - isAccepting: Whether a place is an end.
    /// - Returns: nil for an empty language.
    /// - Throws: ``GuideError/tooComplex(what:limit:)`` beyond `limit` places.
    static func exploring<Place: Hashable>(
        from start: Place,
        over alphabet: (classes: [UInt8], samples: [UInt8]),
        limit: Int,
        next: (Place, UInt8) -> Place?,
        isAccepting: (Place) -> Bool
    ) throws(GuideError) -> ByteAutomaton? {
        var places = [start]
        var names = [start: Int32(0)]
        var transitions: [Int32] = []
        var head = 0
        while head < places.count {
            let place = places[head]
            head += 1
            for byte in alphabet.samples {
                guard let following = next(place, byte) else {
                    transitions.append(-1)
                    continue
                }
                if let name = names[following] {
                    transitions.append(name)
                    continue
                }
                guard places.count < limit else {
                    throw .tooComplex(what: "states of a pattern", limit: limit)
                }
                names[following] = Int32(places.count)
                transitions.append(Int32(places.count))
                places.append(following)
            }
        }
        return ByteAutomaton(
            classes: alphabet.classes,
            classCount: alphabet.samples.count,
            transitions: transitions,
            isAccepting: places.map(isAccepting)
        )
    }

    /// Classes of bytes that neither automaton tells apart, with one byte of each.
    private static func commonClasses(
        _ left: ByteAutomaton,
        _ right: ByteAutomaton
    ) -> (classes: [UInt8], samples: [UInt8]) {
        var names: [SIMD2<UInt8>: UInt8] = [:]
        var samples: [UInt8] = []
        let classes = (UInt8.min...UInt8.max).map { byte in
            let pair = SIMD2(left.classes[Int(byte)], right.classes[Int(byte)])
            if let name = names[pair] { return name }
            let name = UInt8(samples.count)
            names[pair] = name
            samples.append(byte)
            return name
        }
        return (classes, samples)
    }
}
