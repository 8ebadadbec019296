internal import Foundation
internal import OrderedJSON

extension ServarrSimulator {
    /// The way to a client of the settings.
    func link(for client: String) -> SABnzbdLink? {
        guard let provider = state.all("downloadclient").first(where: { $0["name"]?.string == client }),
            provider["implementation"] == "Sabnzbd"
        else { return nil }
        switch downloads {
        case .simulated(let simulator): return SABnzbdLink(simulator)
        case .configured:
            guard let host = provider.field("host")?.string, let port = provider.field("port")?.int,
                let key = provider.field("apiKey")?.string
            else { return nil }
            return SABnzbdLink(
                base: "http://\(host):\(port)\(provider.field("urlBase")?.string ?? "")",
                apiKey: key
            )
        }
    }

    /// Hands a release to a client; false where no client takes it.
    func grab(_ release: Release, isInteractive: Bool) async -> Bool {
        guard let client = state.clients(for: release.download).first, let name = client["name"]?.string
        else { return false }
        let id: String?
        if release.download == "torrent" {
            id = Self.infoHash(release)
        } else {
            let category = client.field(application == .radarr ? "movieCategory" : "tvCategory")?.string ?? ""
            let condition = conditions.first { release.title.contains($0.key) }?.value ?? .good
            let nzb = posts.nzb(of: release.title, condition: condition)
            id = try? await link(for: name)?.add(nzb, name: release.title, category: category)
        }
        guard let id else { return false }
        var download = TrackedDownload(
            downloadID: id,
            title: release.title,
            quality: release.quality,
            indexer: release.indexer,
            download: release.download,
            client: name,
            added: now(),
            units: release.units,
            size: Double(release.size),
            left: Double(release.size)
        )
        download.isInteractive = isInteractive
        download.obstacle = obstacles.first { release.title.contains($0.key) }?.value
        download.ignoresFailure = faults.contains(.failuresIgnored)
        note(
            "grabbed",
            of: download,
            data: [
                "indexer": .string(release.indexer), "nzbInfoUrl": .string(release.guid),
                "releaseGroup": .string(release.group), "age": .string(String(release.age)),
                "publishedDate": .string(
                    now().addingTimeInterval(Double(-86_400 * release.age)).ISO8601Format()
                ),
                "downloadClient": .string(name), "downloadClientName": .string(name),
                "size": .string(String(release.size)), "downloadUrl": .string("\(release.guid).nzb"),
                "guid": .string(release.guid), "protocol": release.download == "usenet" ? "1" : "2",
                "releaseSource": isInteractive ? "InteractiveSearch" : "Search",
            ]
        )
        state.tracked.append(download)
        return true
    }

    /// Asks each client for its jobs, and goes on with what they have done.
    func refreshDownloads() async {
        for client in state.all("downloadclient") where client["enable"]?.bool == true {
            guard let name = client["name"]?.string, let link = link(for: name) else { continue }
            let jobs = try? await link.jobs()
            for download in state.tracked where download.client == name && !download.isStaged {
                if let jobs {
                    await follow(download.downloadID, jobs.first { $0.id == download.downloadID }, link)
                } else {
                    change(download.downloadID) {
                        $0.status = "downloadClientUnavailable"
                        $0.trackedStatus = "warning"
                        $0.errorMessage = "Unable to communicate with \(name)."
                    }
                }
            }
        }
        for download in state.tracked where download.download == "torrent" && !download.isStaged {
            turnTorrent(download)
        }
    }

    func change(_ id: String, _ change: (inout TrackedDownload) -> Void) {
        for index in state.tracked.indices where state.tracked[index].downloadID == id {
            change(&state.tracked[index])
        }
    }

    private func follow(_ id: String, _ job: ClientJob?, _ link: SABnzbdLink) async {
        guard let job else {
            state.tracked.removeAll { $0.downloadID == id }
            return
        }
        guard let before = state.tracked.first(where: { $0.downloadID == id }) else { return }
        change(id) {
            $0.size = job.size
            $0.left = job.left
            $0.timeLeft = job.timeLeft ?? "00:00:00"
            $0.outputPath = job.path
            if $0.status == "downloadClientUnavailable" {
                $0.errorMessage = nil
                $0.trackedStatus = "ok"
            }
        }
        switch job.phase {
        case .queued: change(id) { $0.status = "queued" }
        case .paused where job.isEncrypted: await fail(id, "Encrypted", link)
        case .paused: change(id) { $0.status = "paused" }
        case .downloading, .processing: change(id) { $0.status = "downloading" }
        case .failed: await fail(id, job.message, link)
        case .completed:
            change(id) { $0.status = "completed" }
            guard state.isOn("enableCompletedDownloadHandling", in: "downloadclient") else { return }
            if before.trackedState == "importPending", before.obstacle == nil {
                await importDownload(id, link)
            } else {
                showImport(id)
            }
        }
    }

    /// A complete download first waits; the next turn imports it, unless something hinders that.
    private func showImport(_ id: String) {
        change(id) { download in
            download.trackedState = download.obstacle?.state ?? "importPending"
            download.trackedStatus = download.obstacle?.status ?? "ok"
            download.messages = download.obstacle.map { [$0] } ?? []
        }
    }

    private func fail(_ id: String, _ message: String, _ link: SABnzbdLink) async {
        guard let download = state.tracked.first(where: { $0.downloadID == id }) else { return }
        guard download.trackedState != "failed" else { return }
        // SABnzbd's text of a full disk is no fault of the release: source, `Sabnzbd.cs`.
        if message.contains("write error or disk is full") {
            change(id) {
                $0.status = "warning"
                $0.trackedStatus = "warning"
                $0.errorMessage = message
            }
            return
        }
        guard download.trackedState == "failedPending", !download.ignoresFailure else {
            change(id) {
                $0.status = "failed"
                $0.trackedStatus = "error"
                $0.trackedState = "failedPending"
                $0.errorMessage = message.isEmpty ? nil : message
            }
            return
        }
        change(id) { $0.trackedState = "failed" }
        noteFailure(of: download, message: message, searches: true)
        let client = state.all("downloadclient").first { $0["name"]?.string == download.client }
        if client?["removeFailedDownloads"]?.bool == true {
            try? await link.remove(id, withData: true)
            state.tracked.removeAll { $0.downloadID == id }
        }
    }

    /// Torrents have no client here: a quarter comes with each turn.
    private func turnTorrent(_ download: TrackedDownload) {
        if download.left > 0 {
            change(download.downloadID) {
                $0.left = max(0, $0.left - $0.size / 4)
                $0.status = $0.left > 0 ? "downloading" : "completed"
                $0.timeLeft = "00:10:00"
            }
        } else if download.trackedState == "importPending", download.obstacle == nil {
            finishImport(of: download, moving: nil)
        } else {
            showImport(download.downloadID)
        }
    }
}
