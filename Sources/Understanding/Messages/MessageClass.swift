/// The cause that a message of a service tells of; the first step of every decision.
package enum MessageClass: String, Sendable, Hashable, Codable, CaseIterable {
    /// Articles are missing: the post is dead, or not on these servers.
    case releaseIncomplete = "release_incomplete"
    /// Repair failed, a checksum is wrong, the archive is corrupt, a volume is missing.
    case releaseDamaged = "release_damaged"
    /// A password is needed.
    case releaseEncrypted = "release_encrypted"
    /// An executable, dangerous or rejected file is in it.
    case releaseUnwanted = "release_unwanted"
    /// What is inside is not what was grabbed.
    case releaseMislabelled = "release_mislabelled"
    /// The house has no space.
    case diskFull = "disk_full"
    /// A path is missing, not mapped, not allowed, or cannot hold the file.
    case pathOrPermission = "path_or_permission"
    /// The provider refuses: login, connections, quota, expiry.
    case account
    /// The news server cannot be reached.
    case providerUnreachable = "provider_unreachable"
    /// A download client cannot be reached.
    case clientUnreachable = "client_unreachable"
    /// The indexer did not hand the file over.
    case indexerFetch = "indexer_fetch"
    /// The indexer is over its limit or disabled for a time.
    case indexerLimited = "indexer_limited"
    /// The tracker does not know the torrent any more.
    case trackerGone = "tracker_gone"
    /// The tracker cannot be reached or answers with an error.
    case trackerTrouble = "tracker_trouble"
    /// Nobody to download from, or no metadata.
    case noPeers = "no_peers"
    /// Refused as a duplicate.
    case duplicate
    /// A user script failed.
    case script
    /// Somebody stopped it.
    case stoppedByPerson = "stopped_by_person"
    /// The title does not match what was asked for, or matches several.
    case titleMismatch = "title_mismatch"
    /// The name cannot be read.
    case unparseable
    /// No file that could be imported.
    case nothingToImport = "nothing_to_import"
    /// It is, or may be, a sample.
    case sample
    /// What is there is as good or better.
    case notAnUpgrade = "not_an_upgrade"
    /// It is in the library already.
    case alreadyImported = "already_imported"
    /// A pack lacks episodes, or part packs are not taken.
    case incompletePack = "incomplete_pack"
    /// Titles or numbers are not known yet.
    case metadataLag = "metadata_lag"
    /// No audio track.
    case noAudio = "no_audio"
    /// Unpacking, locked, moving: wait.
    case stillBusy = "still_busy"
    /// Not grabbed by this arr.
    case foreign
    /// None of these, or not sure enough.
    case unknown

    /// Whether the house itself is at fault, so that no other release would fare better.
    package var isHouseFault: Bool {
        switch self {
        case .diskFull, .pathOrPermission, .account, .providerUnreachable, .clientUnreachable, .script: true
        default: false
        }
    }

    /// Whether the release is at fault, so that another one is wanted.
    package var blamesRelease: Bool {
        switch self {
        case .releaseIncomplete, .releaseDamaged, .releaseEncrypted, .releaseUnwanted, .releaseMislabelled:
            true
        default: false
        }
    }

    /// The order in which classes win when a text fits several: what costs most to overlook comes first.
    var precedence: Int {
        switch self {
        case .script: 0
        case .diskFull: 1
        case .clientUnreachable: 2
        case .account: 3
        case .pathOrPermission: 4
        case .providerUnreachable: 5
        case .stoppedByPerson: 6
        case .stillBusy: 7
        case .releaseUnwanted: 8
        case .releaseEncrypted: 9
        case .indexerLimited: 10
        case .trackerGone: 11
        case .indexerFetch: 12
        case .duplicate: 13
        case .alreadyImported: 14
        case .notAnUpgrade: 15
        case .metadataLag: 16
        case .noAudio: 17
        case .sample: 18
        case .incompletePack: 19
        case .foreign: 20
        case .titleMismatch: 21
        case .releaseMislabelled: 22
        case .unparseable: 23
        case .nothingToImport: 24
        case .releaseIncomplete: 25
        case .releaseDamaged: 26
        case .trackerTrouble: 27
        case .noPeers: 28
        case .unknown: 29
        }
    }
}
