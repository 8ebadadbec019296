internal import MediaDomain

/// Puts titles and slots together: which number, quality and word belongs to which title.
struct ItemAssembly {
    private let sentence: Sentence
    private let reading: SentenceReading
    private let titles: [Range<Int>]
    private let slots: [Slot]

    init(_ sentence: Sentence, _ reading: SentenceReading) {
        self.sentence = sentence
        self.reading = reading
        titles = reading.titles
        slots = sentence.slots.filter { slot in !reading.titles.contains { $0.overlaps(slot.range) } }
    }

    /// The items in the order named.
    func items() -> [UnderstoodItem] {
        guard reading.intent != .offTopic, reading.intent != .help, reading.intent != .audit else {
            return []
        }
        let ids = slots.compactMap { slot -> UnderstoodItem? in
            guard case .externalID(let id, let kind) = slot.value else { return nil }
            return UnderstoodItem(media: kind, title: nil, externalID: id)
        }
        if titles.isEmpty || ids.count > titles.count {
            return ids.map { item in
                var item = item
                for slot in slots { apply(slot, to: &item) }
                return item
            }
        }
        var items = titles.map { title in
            let stem = reading.stems[title.lowerBound].map { sentence.text($0) + " " }
            return UnderstoodItem(title: (stem ?? "") + sentence.text(title))
        }
        for slot in slots {
            for place in places(for: slot) { apply(slot, to: &items[place]) }
        }
        for place in items.indices where items[place].media == .unknown {
            items[place].media = kind(of: place)
        }
        if reading.intent == .calendar {
            for place in items.indices { items[place].seasons = .unsaid }
        }
        return items
    }

    /// The titles that a slot belongs to: the nearest; a quality said once, before or after all of them, is for all.
    private func places(for slot: Slot) -> [Int] {
        guard titles.count > 1 else { return [0] }
        if case .quality = slot.value,
            slots.filter({ if case .quality = $0.value { true } else { false } }).count == 1,
            let first = titles.first, let last = titles.last,
            slot.range.upperBound <= first.lowerBound || slot.range.lowerBound >= last.upperBound
        {
            return Array(titles.indices)
        }
        let nearest = titles.indices.min {
            distance(slot.range, titles[$0]) < distance(slot.range, titles[$1])
        }
        return nearest.map { [$0] } ?? []
    }

    private func distance(_ left: Range<Int>, _ right: Range<Int>) -> Int {
        left.upperBound <= right.lowerBound
            ? right.lowerBound - left.upperBound : max(0, left.lowerBound - right.upperBound)
    }

    private func apply(_ slot: Slot, to item: inout UnderstoodItem) {
        switch slot.value {
        case .seasons(let seasons):
            item.media = .series
            if case .numbers(let more) = seasons, case .numbers(let known) = item.seasons {
                item.seasons = .numbers(known + more.filter { !known.contains($0) })
            } else if item.seasons == .unsaid {
                item.seasons = seasons
            }
        case .episodes(let episodes):
            item.media = .series
            item.episodes += episodes.filter { !item.episodes.contains($0) }
        case .year(let year): item.year = item.year ?? year
        case .quality(let quality): item.quality = item.quality ?? quality
        case .constraint(let text): item.constraints.append(text)
        case .kind(let kind): item.media = kind
        case .externalID(let id, let kind):
            item.externalID = id
            if item.media == .unknown { item.media = kind }
        case .link, .said: break
        }
    }

    /// What the words around a title say about its kind: those nearer to it than to any other title.
    private func kind(of place: Int) -> MediaKind {
        let title = titles[place]
        var best: (kind: MediaKind, distance: Int)?
        for word in sentence.words {
            guard let kind = KindWords.kind(word.text), !titles.contains(where: { $0.overlaps(word.range) })
            else { continue }
            if slots.contains(where: {
                if case .constraint = $0.value { $0.range.overlaps(word.range) } else { false }
            }) {
                continue
            }
            let distance = distance(word.range, title)
            let nearest = titles.map { self.distance(word.range, $0) }.min() ?? distance
            guard distance == nearest, distance < best?.distance ?? .max else { continue }
            if kind == .series, word.text == "tv", titles.count > 1, distance > 6 { continue }
            best = (kind, distance)
        }
        return best?.kind ?? .unknown
    }
}
