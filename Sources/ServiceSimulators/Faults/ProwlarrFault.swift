internal import OrderedJSON

/// Settings of Prowlarr that are not as they should be; each is named by the rule that finds it.
public enum ProwlarrFault: String, Sendable, Hashable, CaseIterable {
    /// Sonarr gets new indexers, but no changes of them.
    case applicationOnlyAdded = "G01"
    /// An indexer failed and is left alone for hours.
    case indexerLeftAlone = "G02"
    /// The applications are told to take blocklisted torrents under other names.
    case blockedHashesNotSynced = "G04"
    /// Torrents with one seeder are good enough for an open tracker.
    case fewSeeders = "G05"
}

extension ProwlarrSimulator {
    /// Puts a setting wrong, in the way that the rule of that name finds.
    public func introduce(_ fault: ProwlarrFault) {
        switch fault {
        case .applicationOnlyAdded:
            update("applications") { if $0["implementation"] == "Sonarr" { $0["syncLevel"] = "addOnly" } }
        case .indexerLeftAlone: leaveAlone(indexer: 2, for: 14_400)
        case .blockedHashesNotSynced:
            update("applications") { $0.setField("syncRejectBlocklistedTorrentHashesWhileGrabbing", false) }
        case .fewSeeders: update("appprofile") { $0["minimumSeeders"] = 1 }
        }
    }
}
