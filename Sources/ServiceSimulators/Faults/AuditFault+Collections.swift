internal import OrderedJSON

extension AuditFault {
    /// Makes the fault, as far as it lies in providers, profiles, root folders and the like.
    func change(_ state: inout ServarrState) {
        for (section, key, value) in settings where state.settings[section]?[key] != nil {
            state.settings[section]?[key] = value
        }
        let category = state.application == .radarr ? "movieCategory" : "tvCategory"
        switch self {
        case .noDownloadClient: state.update("downloadclient") { $0["enable"] = false }
        case .completedStayInClient: state.update("downloadclient") { $0["removeCompletedDownloads"] = false }
        case .failedStayInClient: state.update("downloadclient") { $0["removeFailedDownloads"] = false }
        case .noCategory: state.update("downloadclient") { $0.setField(category, "") }
        case .sharedCategory: state.update("downloadclient") { $0.setField(category, "downloads") }
        case .unknownCategory: state.update("downloadclient") { $0.setField(category, "media") }
        case .clientOnLoopback: state.update("downloadclient") { $0.setField("host", "localhost") }
        case .deadPathMapping:
            state.collections["remotepathmapping"] = [
                ["host": "old-client", "remotePath": "/downloads/", "localPath": "/data/downloads/", "id": 1]
            ]
        case .executablesNotFailed: state.update("indexer") { $0.setField("failDownloads", []) }
        case .cutoffNotAllowed:
            state.update("qualityprofile") { if $0["name"] == "HD-1080p" { $0["cutoff"] = 1 } }
        case .camAllowed:
            state.update("qualityprofile") { profile in
                guard profile["name"] == "HD-1080p" else { return }
                profile["items"] = .array(
                    (profile["items"]?.array ?? []).map { item in
                        guard ["CAM", "TELESYNC"].contains(item["quality"]?["name"]?.string) else {
                            return item
                        }
                        var item = item
                        item["allowed"] = true
                        return item
                    }
                )
            }
        case .negativeMinimumScore: state.update("qualityprofile") { $0["minFormatScore"] = -10_000 }
        case .tinyMaximumSize:
            state.update("qualitydefinition") {
                $0["minSize"] = 0
                $0["maxSize"] = 3
                $0["preferredSize"] = 2
            }
        case .impossibleDelayProfile: state.update("delayprofile") { $0["enableUsenet"] = false }
        case .noIndexerForSearch:
            state.update("indexer") {
                $0["enableAutomaticSearch"] = false
                $0["enableInteractiveSearch"] = false
            }
        case .noSeedGoals:
            state.update("indexer") {
                $0.setField("seedCriteria.seedRatio", nil)
                $0.setField("seedCriteria.seedTime", nil)
            }
        case .fewSeeders: state.update("indexer") { $0.setField("minimumSeeders", 1) }
        case .blocklistedHashesGrabbed:
            state.update("indexer") { $0.setField("rejectBlocklistedTorrentHashesWhileGrabbing", false) }
        case .unknownClientOfIndexer: state.update("indexer") { $0["downloadClientId"] = 99 }
        case .allIndexer:
            state.update("indexer") {
                $0.setField("baseUrl", "http://jackett:9117/api/v2.0/indexers/all/results/torznab/")
            }
        case .indexerTwice:
            var direct = ProviderTemplates.newznab(id: 40, name: "Nordlicht (direct)", for: state.application)
            direct.setField(
                "baseUrl",
                state.all("indexer").first?.field("baseUrl") ?? "http://indexer.invalid/1/"
            )
            state.collections["indexer", default: []].append(direct)
        case .rootFolderMissing: state.update("rootfolder") { $0["accessible"] = false }
        case .rootFolderFull: state.update("rootfolder") { $0["freeSpace"] = 4_000_000_000 }
        case .nestedRootFolders:
            guard var inner = state.all("rootfolder").first, let path = inner["path"]?.string else { return }
            inner["path"] = .string(path + "/kids")
            inner["id"] = 41
            state.collections["rootfolder", default: []].append(inner)
        case .noMediaServerNotified: state.collections["notification"] = []
        case .healthWarning: complain("UpdateCheck", "warning", "New update is available", &state)
        case .indexerDown:
            complain(
                "IndexerLongTermStatusCheck",
                "warning",
                "Indexers unavailable due to failures for more than 6 hours: Nordlicht",
                &state
            )
        case .clientRemovesCompleted:
            complain(
                "DownloadClientRemovesCompletedDownloadsCheck",
                "warning",
                "Download client SABnzbd is set to remove completed downloads. This can result in downloads being removed from your client before they can be imported.",
                &state
            )
        case .clientSorts:
            complain(
                "DownloadClientSortingCheck",
                "warning",
                "Download client SABnzbd has movies sorting enabled for the category. You should disable sorting in your download client to avoid import issues.",
                &state
            )
        default: break
        }
    }

    private func complain(_ source: String, _ type: String, _ message: String, _ state: inout ServarrState) {
        state.complaints.append([
            "source": .string(source), "type": .string(type), "message": .string(message),
            "wikiUrl": .string("https://wiki.servarr.com/\(state.application.rawValue)/system"),
        ])
    }
}

extension ServarrSimulator {
    /// Puts a setting wrong, in the way that the rule of that name finds.
    public func introduce(_ fault: AuditFault) { fault.change(&state) }

    /// Makes the application ill in that way, or well again.
    public func set(_ fault: ServarrFault, on: Bool) {
        if on { faults.insert(fault) } else { faults.remove(fault) }
        for index in state.tracked.indices where fault == .failuresIgnored {
            state.tracked[index].ignoresFailure = on
        }
    }
}
