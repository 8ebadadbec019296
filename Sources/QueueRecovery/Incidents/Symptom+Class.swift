internal import Understanding

extension Symptom {
    /// The symptom that a class of message means.
    ///
    /// `complaint` is the class of what the client as a whole complains of: a job that "was aborted" while the client
    /// cannot make folders was not stopped by a person.
    init(_ messageClass: MessageClass, complaint: MessageClass?) {
        switch messageClass {
        case .releaseIncomplete: self = .missingArticles
        case .releaseDamaged: self = .damaged
        case .releaseEncrypted: self = .encrypted
        case .releaseUnwanted: self = .unwantedFile
        case .releaseMislabelled: self = .mislabelled
        case .diskFull: self = .diskFull
        case .pathOrPermission: self = .pathOrPermission
        case .account, .providerUnreachable: self = .newsServer
        case .clientUnreachable: self = .clientUnavailable
        case .indexerFetch, .indexerLimited: self = .indexer
        case .duplicate: self = .duplicate
        case .script: self = .script
        case .titleMismatch: self = .titleMismatch
        case .unparseable: self = .unparseable
        case .nothingToImport: self = .nothingToImport
        case .sample: self = .sample
        case .notAnUpgrade: self = .notAnUpgrade
        case .alreadyImported, .incompletePack: self = .incompletePack
        case .metadataLag: self = .metadataLag
        case .noAudio: self = .noAudio
        case .stillBusy: self = .stillBusy
        case .foreign: self = .orphan
        case .trackerGone, .trackerTrouble, .noPeers: self = .unknown
        case .stoppedByPerson, .unknown:
            switch complaint {
            case .diskFull: self = .diskFull
            case .pathOrPermission: self = .pathOrPermission
            default: self = messageClass == .stoppedByPerson ? .stopped : .unknown
            }
        }
    }

    /// Whether the release is at fault and another one is wanted.
    var blamesRelease: Bool {
        [.missingArticles, .damaged, .encrypted, .unwantedFile, .indexer].contains(self)
    }
}
