internal import Foundation
internal import OrderedJSON

/// What a queue of Sonarr or Radarr shows when something is wrong with a download; named by the row of the recovery table.
public enum RecoverySymptom: String, Sendable, Hashable, CaseIterable {
    case missingArticles = "R01"
    case damaged = "R02"
    case encrypted = "R03"
    case dangerousFile = "R04"
    case noFreeSpace = "R05"
    case pathNotAccessible = "R06"
    case queued = "R08"
    case noMetadata = "R11"
    case stalled = "R12"
    case pausedByHand = "R15"
    case clientError = "R16"
    case missingFiles = "R17"
    case importPending = "R19"
    case matchedByID = "R20"
    case unparseable = "R21"
    case noFilesEligible = "R22"
    case sample = "R23"
    case notAnUpgrade = "R24"
    case packIncomplete = "R25"
    case notInGrabbedRelease = "R26"
    case titleToBeAnnounced = "R27"
    case noAudioTracks = "R28"
    case fileLocked = "R29"
    case orphan = "R30"
    case clientUnavailable = "R32"
    case delayed = "R33"

    /// How the row looks: the client's status, the arr's status and state, the error text, and messages of the import.
    func look(_ title: String, _ what: String) -> Look {
        let file = "\(title).mkv"
        func blocked(_ message: String, state: String = "importBlocked") -> Look {
            Look(status: "completed", tracked: "warning", state: state, messages: [(file, [message])])
        }
        switch self {
        case .missingArticles:
            return .failed("Aborted, cannot be completed - https://sabnzbd.org/not-complete")
        case .damaged: return .failed("Repair failed, not enough repair blocks (85 short)")
        case .encrypted: return .failed("Unpacking failed, archive requires a password")
        case .dangerousFile:
            return Look(
                status: "completed",
                tracked: "warning",
                state: "importBlocked",
                messages: [
                    ("\(title).lnk", ["Caution: Found potentially dangerous file with extension: .lnk"])
                ]
            )
        case .noFreeSpace: return blocked("Not enough free space", state: "importPending")
        case .pathNotAccessible:
            return Look(
                status: "completed",
                tracked: "warning",
                state: "importPending",
                messages: [
                    (
                        title,
                        [
                            "Import failed, path does not exist or is not accessible by \(what == "movie" ? "Radarr" : "Sonarr"): /downloads/\(title). Ensure the path exists and the user running \(what == "movie" ? "Radarr" : "Sonarr") has the correct permissions to access this file/folder"
                        ]
                    )
                ]
            )
        case .queued: return Look(status: "queued")
        case .noMetadata:
            return Look(
                status: "queued",
                tracked: "warning",
                error: "qBittorrent is downloading metadata",
                isTorrent: true
            )
        case .stalled:
            return Look(
                status: "warning",
                tracked: "warning",
                error: "The download is stalled with no connections",
                isTorrent: true
            )
        case .pausedByHand: return Look(status: "paused")
        case .clientError:
            return Look(
                status: "warning",
                tracked: "warning",
                error: "qBittorrent is reporting an error",
                isTorrent: true
            )
        case .missingFiles:
            return Look(
                status: "warning",
                tracked: "warning",
                error: "qBittorrent is reporting missing files",
                isTorrent: true
            )
        case .importPending: return Look(status: "completed", state: "importPending")
        case .matchedByID:
            let thing = what == "movie" ? "movie" : "series"
            return Look(
                status: "completed",
                tracked: "warning",
                state: "importBlocked",
                messages: [
                    (
                        title,
                        [
                            "Found matching \(thing) via grab history, but release was matched to \(thing) by ID. Automatic import is not possible. See the FAQ for details."
                        ]
                    )
                ]
            )
        case .unparseable: return blocked("Unable to parse file")
        case .noFilesEligible:
            return Look(
                status: "completed",
                tracked: "warning",
                state: "importBlocked",
                messages: [(title, ["No files found are eligible for import in /downloads/\(title)"])]
            )
        case .sample: return blocked("Sample")
        case .notAnUpgrade:
            return blocked(
                what == "movie"
                    ? "Not an upgrade for existing movie file. Existing quality: Bluray-1080p. New Quality WEBDL-1080p."
                    : "Not an upgrade for existing episode file(s). Existing quality: Bluray-1080p. New Quality WEBDL-1080p.",
                state: "importPending"
            )
        case .packIncomplete:
            return Look(
                status: "completed",
                tracked: "warning",
                state: "importBlocked",
                messages: [
                    (
                        "One or more episodes expected in this release were not imported or missing from the release",
                        []
                    )
                ]
            )
        case .notInGrabbedRelease:
            return blocked("Episode 1x02 was not found in the grabbed release: \(title)")
        case .titleToBeAnnounced:
            return blocked("Episode has a TBA title and recently aired", state: "importPending")
        case .noAudioTracks: return blocked("No audio tracks detected")
        case .fileLocked: return blocked("Locked file, try again later", state: "importPending")
        case .orphan:
            return Look(
                status: "completed",
                tracked: "warning",
                state: "importBlocked",
                messages: [(title, ["Unknown \(what == "movie" ? "Movie" : "Series")"])],
                isOrphan: true
            )
        case .clientUnavailable:
            return Look(
                status: "downloadClientUnavailable",
                tracked: "warning",
                error: "Unable to communicate with SABnzbd."
            )
        case .delayed: return Look(status: "delay")
        }
    }

    /// A row's look.
    struct Look {
        var status: String
        var tracked = "ok"
        var state = "downloading"
        var error: String?
        var messages: [(title: String, messages: [String])] = []
        var isTorrent = false
        var isOrphan = false

        static func failed(_ text: String) -> Look {
            Look(status: "failed", tracked: "error", state: "failedPending", error: text)
        }
    }
}

extension ServarrSimulator {
    /// Puts a row into the queue that shows this, for the first release of a film or an episode of the library.
    ///
    /// No client has the download: the row stays until somebody acts on it.
    ///
    /// - Parameters:
    ///   - symptom: What the row shows.
    ///   - id: The id of a film or an episode in the library.
    /// - Returns: The download's id; nil where the library does not have it.
    @discardableResult
    public func stage(_ symptom: RecoverySymptom, for id: Int) -> String? {
        let target: SearchTarget = application == .radarr ? .movie(id) : .episode(id)
        let usenet = ProviderTemplates.newznab(id: 1, name: "Nordlicht", for: application)
        guard
            let release = library.releases(for: target, indexers: [usenet]).first(where: {
                $0.quality.resolution == 1080
            })
        else { return nil }
        let look = symptom.look(release.title, application == .radarr ? "movie" : "series")
        let downloadID =
            look.isTorrent
            ? Self.infoHash(release, salt: symptom.rawValue)
            : "SABnzbd_nzo_\(Titles.clean(release.title).prefix(6))\(symptom.rawValue.lowercased())"
        var download = TrackedDownload(
            downloadID: downloadID,
            title: release.title,
            quality: release.quality,
            indexer: release.indexer,
            download: look.isTorrent ? "torrent" : "usenet",
            client: look.isTorrent ? "qBittorrent" : "SABnzbd",
            added: now().addingTimeInterval(-7200),
            units: release.units,
            size: Double(release.size),
            left: look.status == "completed" || look.status == "failed" ? 0 : Double(release.size) / 2
        )
        note(
            "grabbed",
            of: download,
            data: [
                "indexer": .string(release.indexer), "downloadClient": .string(download.client),
                "downloadClientName": .string(download.client), "size": .string(String(release.size)),
                "guid": .string(release.guid), "protocol": look.isTorrent ? "2" : "1",
                "releaseSource": "Search",
            ]
        )
        if look.isOrphan { download.units = [] }
        download.status = look.status
        download.trackedStatus = look.tracked
        download.trackedState = look.state
        download.errorMessage = look.error
        download.messages = look.messages.map {
            TrackedDownload.Obstacle(title: $0.title, messages: $0.messages)
        }
        download.outputPath = "/downloads/\(release.title)"
        download.isStaged = true
        state.tracked.append(download)
        return downloadID
    }

    /// Lets the import of releases run into this, once they are complete.
    ///
    /// - Parameters:
    ///   - symptom: What the row will show; one with messages of the import.
    ///   - name: A part of the releases' names: `The.Expanse.S01E01`.
    public func obstruct(importOf name: String, with symptom: RecoverySymptom) {
        let look = symptom.look(name, application == .radarr ? "movie" : "series")
        guard let first = look.messages.first else { return }
        obstacles[name] = TrackedDownload.Obstacle(
            title: first.title,
            messages: first.messages,
            state: look.state,
            status: look.tracked
        )
    }
}
