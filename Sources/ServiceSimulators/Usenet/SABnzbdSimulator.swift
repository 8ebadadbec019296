public import Foundation
internal import OrderedJSON

/// SABnzbd's API, simulated: for where the real program cannot be installed, and for tests that need none.
///
/// Replies have the shape of SABnzbd 4: numbers in slots as text, truth values as `true` and `false`.
public actor SABnzbdSimulator: SimulatedService {
    struct Job {
        let id: String
        let name: String
        var category: String
        let bytes: Double
        let segments: [String]
        var done = 0.0
        var status = "Queued"
        var failure = ""
        var storage = ""
        var completed: Date?
        var labels: [String] = []
    }

    /// SABnzbd, among all simulated services.
    public nonisolated var kind: SimulatedServiceKind { .sabnzbd }
    /// The key that its API asks for.
    public nonisolated let apiKey: String
    let posts: PostOffice
    let now: @Sendable () -> Date
    let completeFolder: String
    var queue: [Job] = []
    var history: [Job] = []
    var isPaused = false
    var config: [String: JSONObject]
    var lists: [String: [JSONObject]]
    var warnings: [JSONObject] = []
    var historyVersion = 1
    private var count = 0

    /// A fresh installation with one news server.
    ///
    /// - Parameters:
    ///   - apiKey: The key that its API asks for.
    ///   - posts: What its news server has.
    ///   - completeFolder: Where it says that finished jobs lie.
    public init(
        apiKey: String = "abcdef0123456789abcdef0123456789",
        posts: PostOffice,
        completeFolder: String = "/data/usenet/complete",
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.apiKey = apiKey
        self.posts = posts
        self.now = now
        self.completeFolder = completeFolder
        config = ["misc": SABnzbdSettings.misc(completeFolder: completeFolder, apiKey: apiKey)]
        lists = [
            "servers": [SABnzbdSettings.server], "categories": SABnzbdSettings.categories, "sorters": [],
        ]
    }

    /// Answers a request as SABnzbd would.
    public func respond(to request: SimulatedRequest) async -> SimulatedReply {
        guard request.path == "/api" || request.path == "/api/" || request.path == "/sabnzbd/api" else {
            return .text("<!doctype html><title>SABnzbd</title>", type: "text/html; charset=utf-8")
        }
        let mode = request.value("mode") ?? ""
        switch mode {
        case "version": return .json(["version": "4.5.0"])
        case "auth": return .json(["auth": "apikey"])
        default: break
        }
        guard let key = request.value("apikey"), !key.isEmpty else {
            return .text("API Key Required", status: 403, type: "text/html;charset=utf-8")
        }
        guard key == apiKey else {
            return .text("API Key Incorrect", status: 403, type: "text/html;charset=utf-8")
        }
        return answer(mode, request)
    }

    /// Every running job gets a quarter further; then it is complete, or fails as the real one would.
    public func step() async {
        guard !isPaused else { return }
        for index in queue.indices where queue[index].status != "Paused" {
            queue[index].status = "Downloading"
            let condition = queue[index].segments.first.flatMap { posts.condition(of: $0) }
            var share = 0.25
            if case .slow = condition { share = 0.01 }
            queue[index].done = min(queue[index].bytes, queue[index].done + queue[index].bytes * share)
        }
        for job in queue where job.done >= job.bytes || isHopeless(job) { finish(job) }
    }

    private func isHopeless(_ job: Job) -> Bool {
        config["misc"]?["fail_hopeless_jobs"]?.bool != false && missing(job) * 10 > job.segments.count
    }

    private func missing(_ job: Job) -> Int { job.segments.count { !posts.has($0) } }

    private func finish(_ job: Job) {
        queue.removeAll { $0.id == job.id }
        var job = job
        job.completed = now()
        if missing(job) * 10 > job.segments.count {
            job.status = "Failed"
            job.failure = "Aborted, cannot be completed - https://sabnzbd.org/not-complete"
        } else {
            job.status = "Completed"
            let folder =
                lists["categories"]?.first { $0["name"]?.string == job.category }?["dir"]?.string ?? ""
            job.storage = [completeFolder, folder, job.name].filter { !$0.isEmpty }.joined(separator: "/")
        }
        history.insert(job, at: 0)
        historyVersion += 1
    }

    /// Takes an NZB in; nil where it holds no segments or is a duplicate that the settings refuse.
    func add(_ nzb: String, name: String, category: String) -> String? {
        let segments = nzb.matches(of: /<segment bytes="(\d+)" number="\d+">([^<]+)<\/segment>/)
        guard !segments.isEmpty else {
            warn("Empty NZB file \(name).nzb")
            return nil
        }
        let rule = config["misc"]?["no_dupes"]?.int ?? 0
        let isDuplicate = (queue + history).contains { $0.name == name && $0.status != "Failed" }
        if isDuplicate, rule == 1 { return nil }
        count += 1
        let id = "SABnzbd_nzo_\(String(Release.steadyHash("\(name)\(count)"), radix: 36).prefix(8))"
        var job = Job(
            id: id,
            name: name,
            category: category.isEmpty ? "*" : category,
            bytes: segments.reduce(0) { $0 + (Double($1.output.1) ?? 0) },
            segments: segments.map { String($0.output.2) }
        )
        if isDuplicate, rule == 2 {
            job.status = "Paused"
            job.labels = ["DUPLICATE"]
        }
        queue.append(job)
        return id
    }

    func warn(_ text: String) {
        warnings.append([
            "type": "WARNING", "text": .string(text), "time": .number(Int(now().timeIntervalSince1970)),
        ])
    }
}
