public import Foundation
internal import OrderedJSON

/// Sonarr or Radarr, simulated: a library, its look-up, searches, grabs that travel through a client, imports, settings.
///
/// Nothing happens between two turns of ``step()``, so that a test turns the clock itself; ``Pace`` can turn it too.
public actor ServarrSimulator: SimulatedService {
    /// Who turns the clock.
    public enum Pace: Sendable, Hashable {
        /// Only ``ServarrSimulator/step()``.
        case manual
        /// Each `GET` of the queue, the history or a command goes one turn further before it is answered.
        case everyRead
    }

    /// Where grabs go.
    public enum Downloads: Sendable {
        /// To the SABnzbd that the settings name, over HTTP.
        case configured
        /// To a simulated SABnzbd in this process.
        case simulated(SABnzbdSimulator)
    }

    /// Which of the two it is.
    public nonisolated let application: ServarrApplication
    /// The key that its API asks for.
    public nonisolated let apiKey: String
    /// Sonarr or Radarr, among all simulated services.
    public nonisolated var kind: SimulatedServiceKind { application == .radarr ? .radarr : .sonarr }

    var state: ServarrState
    var library: any ServarrLibrary
    let downloads: Downloads
    let posts: PostOffice
    let now: @Sendable () -> Date
    let started: Date
    private let pace: Pace
    /// What is posted under names that contain the key, instead of a good post.
    var conditions: [String: PostCondition] = [:]
    /// What hinders the import of releases whose names contain the key.
    var obstacles: [String: TrackedDownload.Obstacle] = [:]
    /// The faults that answers and imports must show.
    var faults: Set<ServarrFault> = []
    private var isStepping = false

    /// A fresh installation with nothing in it.
    ///
    /// - Parameters:
    ///   - application: Sonarr or Radarr.
    ///   - apiKey: The key that its API asks for.
    ///   - downloads: Where grabs go.
    ///   - posts: Where the posts of its releases are made.
    ///   - catalogue: What its look-up knows.
    ///   - pace: Who turns the clock.
    ///   - now: The time of day.
    public init(
        _ application: ServarrApplication,
        apiKey: String = "0123456789abcdef0123456789abcdef",
        downloads: Downloads,
        posts: PostOffice,
        catalogue: Catalogue = .standard,
        pace: Pace = .manual,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.application = application
        self.apiKey = apiKey
        self.downloads = downloads
        self.posts = posts
        self.pace = pace
        self.now = now
        started = now()
        state = ServarrState(application: application, apiKey: apiKey)
        library =
            application == .radarr ? MovieLibrary(catalogue: catalogue) : SeriesLibrary(catalogue: catalogue)
    }

    /// An installation with a simulated SABnzbd of its own and one usenet indexer, ready to be asked.
    ///
    /// - Parameters:
    ///   - application: Sonarr or Radarr.
    ///   - rootFolder: Its root folder.
    ///   - pace: Who turns the clock.
    public init(ready application: ServarrApplication, rootFolder: String? = nil, pace: Pace = .everyRead) {
        let posts = PostOffice()
        let client = SABnzbdSimulator(posts: posts)
        self.application = application
        apiKey = "0123456789abcdef0123456789abcdef"
        downloads = .simulated(client)
        self.posts = posts
        self.pace = pace
        now = { Date() }
        started = Date()
        var state = ServarrState(application: application, apiKey: apiKey)
        state.furnish(
            rootFolder: rootFolder ?? (application == .radarr ? "/data/media/movies" : "/data/media/tv"),
            client: ProviderTemplates.sabnzbd(
                id: 1,
                host: "localhost",
                port: 8080,
                apiKey: client.apiKey,
                category: application == .radarr ? "movies" : "tv",
                for: application
            )
        )
        self.state = state
        library =
            application == .radarr ? MovieLibrary(catalogue: .standard) : SeriesLibrary(catalogue: .standard)
    }

    /// Answers a request as the application would.
    public func respond(to request: SimulatedRequest) async -> SimulatedReply {
        if let open = unlocked(request) { return open }
        let given =
            request.headers["x-api-key"] ?? request.value("apikey")
            ?? request.headers["authorization"].map { $0.replacing("Bearer ", with: "") }
        guard given == apiKey else { return .json(["error": "Unauthorized"], status: 401) }
        guard request.path.hasPrefix("/api/v3/") else {
            return .text(Self.page, type: "text/html; charset=utf-8")
        }
        if pace == .everyRead, request.method == "GET", let first = request.segments.dropFirst(2).first,
            ["queue", "command", "history"].contains(first)
        {
            if case .simulated(let client) = downloads { await client.step() }
            await step()
        }
        return await reply(to: request)
    }

    /// One turn: commands go one state further, the client is asked, what is complete is imported.
    public func step() async {
        guard !isStepping else { return }
        isStepping = true
        defer { isStepping = false }
        await runCommands()
        await refreshDownloads()
    }

    /// Changes the state from a scenario.
    func edit(_ change: @Sendable (inout ServarrState) -> Void) { change(&state) }

    /// What needs no key: the page, posters, `/ping`.
    private func unlocked(_ request: SimulatedRequest) -> SimulatedReply? {
        guard request.method == "GET", !request.path.hasPrefix("/api") else { return nil }
        if request.path == "/ping" { return .json(["status": "OK"]) }
        if request.path.hasPrefix("/MediaCover") {
            let number = Int(request.segments.dropFirst().first ?? "") ?? 0
            guard let (title, year) = titled(number, isProxy: request.path.hasPrefix("/MediaCoverProxy"))
            else {
                return ServarrReplies.notFound
            }
            return .text(Poster.svg(title: title, year: year), type: "image/svg+xml")
        }
        return .text(Self.page, type: "text/html; charset=utf-8")
    }

    private func titled(_ number: Int, isProxy: Bool) -> (String, Int)? {
        switch library {
        case let library as MovieLibrary:
            let film =
                isProxy ? library.catalogue.films.first { $0.tmdb == number } : library.movie(number)?.film
            return film.map { ($0.title, $0.year) }
        case let library as SeriesLibrary:
            let show =
                isProxy ? library.catalogue.shows.first { $0.tvdb == number } : library.series(number)?.show
            return show.map { ($0.title, $0.year) }
        default: return nil
        }
    }

    private static let page =
        "<!doctype html><html lang=\"en\"><head><title>Login</title></head><body></body></html>"
}
