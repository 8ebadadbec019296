extension Household {
    /// Fills the libraries, puts settings wrong, and starts what goes wrong.
    ///
    /// - Parameters:
    ///   - members: All services.
    ///   - port: SABnzbd's port.
    func furnish(_ members: [Member], port: Int) async throws {
        let faults = configuration.hasFaults
        let urls = Dictionary(members.map { ($0.kind, $0.url) }, uniquingKeysWith: { first, _ in first })
        guard let sabnzbd = members.first(where: { $0.kind == .sabnzbd }) else { return }
        if let prowlarrURL = urls[.prowlarr] {
            if let url = urls[.sonarr] { await prowlarr.serve(.sonarr, at: url, from: prowlarrURL) }
            if let url = urls[.radarr] { await prowlarr.serve(.radarr, at: url, from: prowlarrURL) }
        }
        await radarr.furnish(
            rootFolder: configuration.folder + "/media/movies",
            host: "127.0.0.1",
            port: port,
            key: sabnzbd.key,
            category: "movies",
            prowlarr: urls[.prowlarr]
        )
        await sonarr.furnish(
            rootFolder: configuration.folder + "/media/tv",
            host: "127.0.0.1",
            port: port,
            key: sabnzbd.key,
            category: faults ? "tv-sonarr" : "tv",
            prowlarr: urls[.prowlarr]
        )
        for tmdb in [603, 27205, 78, 348, 129, 105, 496243, 155, 680, 19995, 438631] {
            await radarr.addMovie(tmdb: tmdb, quality: tmdb == 603 ? "WEBDL-1080p" : "Bluray-1080p")
        }
        await sonarr.addSeries(tvdb: 81189, seasonsWithFiles: [1, 2, 3, 4, 5])
        await sonarr.addSeries(tvdb: 73244, seasonsWithFiles: [1, 2], monitored: [1, 2])
        await sonarr.addSeries(tvdb: 360893, seasonsWithFiles: [1])
        guard faults else { return }
        for fault: AuditFault in [
            .noNewSearchAfterFailure, .failedStayInClient, .noRenaming, .noFreeSpaceCheck, .rareBackups,
            .noAuthentication,
            .listsDelete,
        ] {
            await radarr.introduce(fault)
        }
        for fault: AuditFault in [.noRssSync, .noMediaInfo, .completedStayInClient, .localAddressesTrusted] {
            await sonarr.introduce(fault)
        }
        for fault: ProwlarrFault in [.applicationOnlyAdded, .indexerLeftAlone, .fewSeeders] {
            await prowlarr.introduce(fault)
        }
        for fault: SABnzbdFault in [
            .encryptedJobsPause, .duplicatesDiscarded, .brokenJobsCompleted, .unwantedExtensionsPass,
        ] {
            try await fault.introduce(at: sabnzbd.url, apiKey: sabnzbd.key)
        }
        await putWrong()
    }

    /// A film whose best post is gone, one that comes down slowly, and an episode whose import is blocked.
    private func putWrong() async {
        await radarr.post(.missingArticles, under: "Get.Out.2017.1080p.BluRay")
        await radarr.post(.slow(bytesPerSecond: 1200), under: "Apollo.13.1995")
        await sonarr.obstruct(importOf: "The.Expanse.S01E01", with: .matchedByID)
        let films = [await radarr.addMovie(tmdb: 419430), await radarr.addMovie(tmdb: 568)].compactMap(\.self)
        await radarr.run("MoviesSearch", ids: films)
        if let expanse = await sonarr.addSeries(tvdb: 280619, monitored: [1]),
            let first = await sonarr.episode(series: expanse, season: 1, number: 1)
        {
            await sonarr.run("EpisodeSearch", ids: [first])
        }
    }
}
