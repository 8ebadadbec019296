internal import Foundation
internal import OrderedJSON

extension ServarrSimulator {
    /// Sets a root folder, one usenet indexer, and the SABnzbd to which grabs go.
    ///
    /// - Parameters:
    ///   - rootFolder: The root folder; imports move files there if it exists on this machine.
    ///   - host: SABnzbd's host.
    ///   - port: SABnzbd's port.
    ///   - key: SABnzbd's key.
    ///   - category: The category that jobs get.
    ///   - prowlarr: The address of the Prowlarr that hands out the indexer; nil for one without.
    public func furnish(
        rootFolder: String,
        host: String,
        port: Int,
        key: String,
        category: String,
        prowlarr: String? = nil
    ) {
        state.furnish(
            rootFolder: rootFolder,
            client: ProviderTemplates.sabnzbd(
                id: 1,
                host: host,
                port: port,
                apiKey: key,
                category: category,
                for: application
            )
        )
        guard let prowlarr else { return }
        state.update("indexer") { $0.setField("baseUrl", .string("\(prowlarr)/1/")) }
    }

    /// Adds a torrent indexer and a qBittorrent, whose downloads are simulated.
    public func addTorrents() {
        state.collections["indexer", default: []].append(
            ProviderTemplates.torznab(id: 2, name: "Openmedia", for: application)
        )
        state.collections["downloadclient", default: []].append(
            ProviderTemplates.qBittorrent(
                id: 2,
                host: "qbittorrent",
                port: 8080,
                category: application == .radarr ? "movies" : "tv",
                for: application
            )
        )
    }

    /// Gives an indexer another name.
    public func rename(indexer id: Int, to name: String) {
        state.update("indexer") { if $0["id"]?.int == id { $0["name"] = .string(name) } }
    }

    /// Adds a film of the catalogue by its number at The Movie Database; its id in the library, nil where unknown.
    ///
    /// - Parameters:
    ///   - tmdb: The number.
    ///   - profile: The quality profile's id; 4 is HD-1080p.
    ///   - quality: The quality of the file that it has; nil for none.
    @discardableResult
    public func addMovie(tmdb: Int, profile: Int = 4, quality: String? = nil, monitored: Bool = true) -> Int?
    {
        guard var movies = library as? MovieLibrary,
            let film = movies.catalogue.films.first(where: { $0.tmdb == tmdb })
        else { return nil }
        let root = state.all("rootfolder").first?["path"]?.string ?? "/data/media/movies"
        let id = movies.add(
            film,
            rootFolder: root,
            profile: profile,
            monitored: monitored,
            at: now().addingTimeInterval(-864_000)
        )
        library = movies
        if let quality { give([.movie(id)], quality: quality) }
        return id
    }

    /// Adds a series of the catalogue by its number at TheTVDB; its id in the library, nil where unknown.
    ///
    /// - Parameters:
    ///   - tvdb: The number.
    ///   - seasonsWithFiles: The seasons whose episodes are there.
    ///   - monitored: The seasons that are monitored; nil for all.
    @discardableResult
    public func addSeries(
        tvdb: Int,
        profile: Int = 4,
        seasonsWithFiles: Set<Int> = [],
        quality: String = "WEBDL-1080p",
        monitored: Set<Int>? = nil
    ) -> Int? {
        guard var shows = library as? SeriesLibrary,
            let show = shows.catalogue.shows.first(where: { $0.tvdb == tvdb })
        else { return nil }
        let root = state.all("rootfolder").first?["path"]?.string ?? "/data/media/tv"
        let id = shows.add(
            show,
            rootFolder: root,
            profile: profile,
            monitoredSeasons: monitored,
            at: now().addingTimeInterval(-864_000)
        )
        library = shows
        let units = shows.episodes(of: id).filter { seasonsWithFiles.contains($0.season) }.map {
            MediaUnit.episode($0.id)
        }
        give(units, quality: quality)
        return id
    }

    /// The id of an episode of the library.
    public func episode(series: Int, season: Int, number: Int) -> Int? {
        (library as? SeriesLibrary)?.episodes(of: series, season: season).first { $0.number == number }?.id
    }

    /// What is posted under names that contain `name`, in place of good posts.
    public func post(_ condition: PostCondition, under name: String) { conditions[name] = condition }

    /// Puts a command into the queue, as the page of the application would.
    ///
    /// - Parameter ids: The films of a `MoviesSearch`, the episodes of an `EpisodeSearch`.
    public func run(_ command: String, ids: [Int] = []) {
        let key = application == .radarr ? "movieIds" : "episodeIds"
        state.queue(
            command,
            ids.isEmpty ? [:] : [key: .array(ids.map { .number($0) })],
            trigger: "manual",
            at: now()
        )
    }

    private func give(_ units: [MediaUnit], quality: String) {
        let quality = Quality.named(quality, in: application)
        for unit in units {
            guard let (folder, relative) = library.place(of: unit, release: "\(quality.name)-GRAIN") else {
                continue
            }
            let minutes = library.runtime(of: unit)
            let size = minutes * (quality.resolution >= 2160 ? 130 : 60) * 1_048_576
            let file = MediaFile(
                id: state.makeID(),
                path: "\(folder)/\(relative).mkv",
                relativePath: relative + ".mkv",
                size: size,
                quality: quality,
                added: now().addingTimeInterval(-800_000),
                sceneName: Titles.dotted(relative),
                group: "GRAIN",
                runtime: minutes
            )
            library.attach(file, to: unit)
        }
    }
}
