internal import OrderedJSON

/// Settings of Sonarr and Radarr that are not as they should be; each is named by the rule that finds it.
public enum AuditFault: String, Sendable, Hashable, CaseIterable {
    case healthWarning = "A01"
    case noAuthentication = "A02"
    case localAddressesTrusted = "A03"
    case shortAPIKey = "A04"
    case certificatesNotChecked = "A05"
    case traceLogging = "A06"
    case rareBackups = "A07"
    case updatesItselfInContainer = "A08"
    case developmentBranch = "A09"
    case analytics = "A10"
    case noCompletedHandling = "B01"
    case noNewSearchAfterFailure = "B02"
    case noNewSearchAfterInteractiveFailure = "B03"
    case noDownloadClient = "B04"
    case completedStayInClient = "B05"
    case failedStayInClient = "B06"
    case noCategory = "B07"
    case sharedCategory = "B08"
    case unknownCategory = "B09"
    case clientOnLoopback = "B10"
    case downloadsInsideLibrary = "B12"
    case deadPathMapping = "B13"
    case clientRemovesCompleted = "B14"
    case clientSorts = "B15"
    case noHardlinks = "F01"
    case noRecycleBin = "F03"
    case recycleBinForEver = "F04"
    case propersFightScores = "F05"
    case noMediaInfo = "F06"
    case noFreeSpaceCheck = "F07"
    case noExtraFiles = "F08"
    case neverRescans = "F09"
    case worldWritable = "F10"
    case waitsForTitles = "F11"
    case keepsEmptyFolders = "F12"
    case forgetsDeleted = "F13"
    case executablesNotFailed = "F14"
    case scriptImport = "F15"
    case noRenaming = "N01"
    case poorFileNames = "N02"
    case colonsDeleted = "N05"
    case folderWithoutYear = "N06"
    case noSeasonFolder = "N07"
    case cutoffNotAllowed = "Q01"
    case camAllowed = "Q02"
    case negativeMinimumScore = "Q03"
    case tinyMaximumSize = "Q07"
    case anyProfileUsed = "Q09"
    case impossibleDelayProfile = "Q10"
    case earlyAvailability = "Q11"
    case hardcodedSubtitles = "Q12"
    case noIndexerForSearch = "E01"
    case indexerDown = "E02"
    case noRssSync = "E03"
    case noMinimumAge = "E04"
    case noSeedGoals = "E06"
    case fewSeeders = "E07"
    case blocklistedHashesGrabbed = "E08"
    case unknownClientOfIndexer = "E09"
    case indexerTwice = "E10"
    case allIndexer = "E11"
    case rootFolderMissing = "L01"
    case rootFolderFull = "L02"
    case nestedRootFolders = "L03"
    case listsDelete = "L04"
    case listWithUnknownFolder = "L05"
    case noMediaServerNotified = "O01"

    /// The settings that the fault changes: section, name, value.
    var settings: [(section: String, key: String, value: JSONValue)] {
        switch self {
        case .noAuthentication: [("host", "authenticationMethod", "none")]
        case .localAddressesTrusted: [("host", "authenticationRequired", "disabledForLocalAddresses")]
        case .shortAPIKey: [("host", "apiKey", "abc123")]
        case .certificatesNotChecked: [("host", "certificateValidation", "disabled")]
        case .traceLogging: [("host", "logLevel", "trace")]
        case .rareBackups: [("host", "backupInterval", 60), ("host", "backupRetention", 7)]
        case .updatesItselfInContainer:
            [("host", "updateAutomatically", true), ("host", "updateMechanism", "builtIn")]
        case .developmentBranch: [("host", "branch", "nightly")]
        case .analytics: [("host", "analyticsEnabled", true)]
        case .noCompletedHandling: [("downloadclient", "enableCompletedDownloadHandling", false)]
        case .noNewSearchAfterFailure: [("downloadclient", "autoRedownloadFailed", false)]
        case .noNewSearchAfterInteractiveFailure:
            [("downloadclient", "autoRedownloadFailedFromInteractiveSearch", false)]
        case .noHardlinks: [("mediamanagement", "copyUsingHardlinks", false)]
        case .noRecycleBin: [("mediamanagement", "recycleBin", "")]
        case .recycleBinForEver:
            [
                ("mediamanagement", "recycleBin", "/data/recycle"),
                ("mediamanagement", "recycleBinCleanupDays", 0),
            ]
        case .propersFightScores: [("mediamanagement", "downloadPropersAndRepacks", "doNotUpgrade")]
        case .noMediaInfo: [("mediamanagement", "enableMediaInfo", false)]
        case .noFreeSpaceCheck:
            [
                ("mediamanagement", "skipFreeSpaceCheckWhenImporting", true),
                ("mediamanagement", "minimumFreeSpaceWhenImporting", 100),
            ]
        case .noExtraFiles: [("mediamanagement", "importExtraFiles", false)]
        case .neverRescans: [("mediamanagement", "rescanAfterRefresh", "never")]
        case .worldWritable:
            [("mediamanagement", "setPermissionsLinux", true), ("mediamanagement", "chmodFolder", "777")]
        case .waitsForTitles: [("mediamanagement", "episodeTitleRequired", "always")]
        case .keepsEmptyFolders: [("mediamanagement", "deleteEmptyFolders", false)]
        case .forgetsDeleted:
            [
                ("mediamanagement", "autoUnmonitorPreviouslyDownloadedMovies", true),
                ("mediamanagement", "autoUnmonitorPreviouslyDownloadedEpisodes", true),
            ]
        case .scriptImport:
            [
                ("mediamanagement", "useScriptImport", true),
                ("mediamanagement", "scriptImportPath", "/config/scripts/gone.sh"),
            ]
        case .noRenaming: [("naming", "renameMovies", false), ("naming", "renameEpisodes", false)]
        case .poorFileNames:
            [
                ("naming", "standardMovieFormat", "{Movie Title}"),
                ("naming", "standardEpisodeFormat", "{Series Title} - {Episode Title}"),
            ]
        case .colonsDeleted:
            [("naming", "replaceIllegalCharacters", false)]
        case .folderWithoutYear:
            [
                ("naming", "movieFolderFormat", "{Movie Title}"),
                ("naming", "seriesFolderFormat", "{Series Title}"),
            ]
        case .noSeasonFolder: [("naming", "seasonFolderFormat", "S{season}")]
        case .hardcodedSubtitles: [("indexer", "allowHardcodedSubs", true)]
        case .noRssSync: [("indexer", "rssSyncInterval", 0)]
        case .noMinimumAge: [("indexer", "minimumAge", 0)]
        case .listsDelete: [("importlist", "listSyncLevel", "removeAndDelete")]
        default: []
        }
    }
}
