internal import DownloadClients
internal import Foundation
internal import MediaDomain
internal import ServiceHTTP
internal import ServiceSimulators
import Testing

/// What every client for news servers must do, tried on the real program with a news server of our own.
struct UsenetClientTrial {
    let client: any UsenetClient
    let posts: PostOffice

    func run() async throws {
        #expect(try await client.version().first?.isNumber == true)
        #expect(try await client.downloads().isEmpty)
        try await good()
        try await slow()
        try await hopeless()
    }

    /// A job that waits, goes on, ends well, and is removed.
    private func good() async throws {
        let name = "Good.Film.2020.1080p"
        try await client.pauseAll()
        let id = try await client.add(nzb: posts.nzb(of: name), name: name, category: "movies")
        let waiting = try #require(try await item(id, "is in the queue") { $0 != nil })
        #expect(waiting.name == name && waiting.category == "movies")
        #expect([.queued, .paused].contains(waiting.state), "\(waiting.clientState)")
        #expect((waiting.sizeLeft ?? 0) > 2_900_000 && waiting.progress == 0)
        try await client.pause([id])
        _ = try await item(id, "is paused") { $0?.state == .paused && ($0?.sizeLeft ?? 0) > 2_900_000 }
        try await client.resumeAll()
        _ = try await item(id, "stays paused") { $0?.state == .paused }
        try await client.resume([id])
        let ended = try #require(try await item(id, "is completed") { $0?.state == .completed })
        #expect(ended.name == name && ended.category == "movies" && ended.sizeLeft == 0)
        // SABnzbd names the file where there is only one, NZBGet the folder.
        let path = try #require(ended.path)
        let video =
            path.hasSuffix(".mkv")
            ? path
            : try FileManager.default.contentsOfDirectory(atPath: path).first { $0.hasSuffix(".mkv") }.map {
                "\(path)/\($0)"
            }
        let bytes = Array(try Data(contentsOf: URL(filePath: try #require(video))))
        #expect(bytes.count == 3_000_000 && bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3]))
        try await client.remove([id], data: .kept)
        _ = try await item(id, "is gone") { $0 == nil }
        #expect(FileManager.default.fileExists(atPath: video ?? ""))
    }

    /// A job that comes down slowly: bytes go down, and it is removed half-way.
    private func slow() async throws {
        let name = "Slow.Film.2021.1080p"
        let nzb = posts.nzb(of: name, condition: .slow(bytesPerSecond: 60_000))
        let id = try await client.add(nzb: nzb, name: name, category: nil)
        let running = try #require(
            try await item(id, "has come down in part") {
                $0?.state == .downloading && ($0?.progress ?? 0) > 0.05 && ($0?.progress ?? 1) < 1
            }
        )
        #expect(running.category == nil)
        try await client.pause([id])
        let halted = try #require(try await item(id, "is paused half-way") { $0?.state == .paused })
        #expect((halted.sizeLeft ?? 0) > 0 && (halted.progress ?? 0) > 0.05)
        try await client.remove([id], data: .deleted)
        _ = try await item(id, "is gone") { $0 == nil }
    }

    /// A job that cannot be had, tried once more.
    private func hopeless() async throws {
        let name = "Gone.Film.2022.1080p"
        let id = try await client.add(
            nzb: posts.nzb(of: name, condition: .allMissing),
            name: name,
            category: "tv"
        )
        let failed = try #require(try await item(id, "has failed") { $0?.state == .failed })
        #expect(failed.message?.isEmpty == false)
        // SABnzbd shows a failure a moment before it can be tried again.
        let retried = try await awaiting("the job can be tried again") {
            try? await client.retry(id)
        } until: {
            $0 != nil
        }
        let again = try #require(retried)
        _ = try await item(again, "has failed again") { $0?.state == .failed }
        try await client.remove([again], data: .deleted)
        _ = try await item(again, "is gone") { $0 == nil }
        #expect(try await client.downloads().isEmpty)
        // A broken NZB is refused, or fails at once.
        guard let bad = try? await client.add(nzb: Array("no nzb".utf8), name: "bad", category: nil) else {
            return
        }
        _ = try await item(bad, "has failed as broken") { $0?.state == .failed }
    }

    private func item(_ id: DownloadID, _ what: String, _ isSo: (DownloadItem?) -> Bool) async throws
        -> DownloadItem?
    {
        try await awaiting("\(client.kind.rawValue): \(what)", within: .seconds(60)) {
            try await client.downloads().first { $0.id == id }
        } until: {
            isSo($0)
        }
    }
}
