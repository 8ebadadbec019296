/// Who may join the tracker or index that an indexer stands for.
package enum IndexerPrivacy: String, Sendable, Hashable, Codable, CaseIterable {
    /// Everyone, without an account.
    case open = "public"
    /// Everyone who makes an account.
    case semiPrivate
    /// Invited people only; a torrent owes its seeding.
    case closed = "private"
}

/// An indexer as Prowlarr knows it.
package struct KnownIndexer: Sendable, Hashable {
    /// The Prowlarr that knows it.
    package let service: ServiceID
    /// Its number there.
    package let id: Int
    /// The name that the user gave.
    package let name: String
    /// Who may join.
    package let privacy: IndexerPrivacy

    /// An indexer.
    package init(service: ServiceID, id: Int, name: String, privacy: IndexerPrivacy) {
        self.service = service
        self.id = id
        self.name = name
        self.privacy = privacy
    }
}

/// The indexers of all Prowlarrs; Sonarr and Radarr know theirs by a name and an address that Prowlarr gave them.
package struct IndexerDirectory: Sendable, Hashable {
    private let indexers: [KnownIndexer]

    /// A directory of these indexers.
    package init(_ indexers: [KnownIndexer]) { self.indexers = indexers }

    /// The indexer that stands behind an entry of Sonarr or Radarr; nil where none, or where two might be meant.
    ///
    /// Prowlarr hands an indexer out as `Name (Prowlarr)` under `http://prowlarr:9696/NUMBER/`. The name decides; the
    /// number decides where the user has renamed the entry, or where two indexers have one name.
    ///
    /// - Parameters:
    ///   - name: The entry's name, as it also stands in queues and histories.
    ///   - address: The entry's address, where it is known.
    package func indexer(named name: String, address: String? = nil) -> KnownIndexer? {
        let bare = Self.bare(name)
        let named = indexers.filter { Self.bare($0.name) == bare }
        if named.count == 1 { return named.first }
        guard let number = address.flatMap(Self.number) else { return nil }
        let candidates = (named.isEmpty ? indexers : named).filter { $0.id == number }
        return candidates.count == 1 ? candidates.first : nil
    }

    private static func bare(_ name: String) -> String {
        var name = name.lowercased()
        if name.hasSuffix("(prowlarr)") { name.removeLast("(prowlarr)".count) }
        return String(name.filter { $0.isLetter || $0.isNumber })
    }

    /// The number at the end of an address of Prowlarr.
    private static func number(in address: String) -> Int? {
        guard let scheme = address.firstRange(of: "://") else { return nil }
        let path = address[scheme.upperBound...].prefix { $0 != "?" }.split(separator: "/").dropFirst()
        return path.last.flatMap { Int($0) }
    }
}
