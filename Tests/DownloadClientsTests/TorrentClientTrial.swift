internal import DownloadClients
internal import Foundation
internal import MediaDomain
internal import ServiceHTTP
internal import ServiceSimulators
import Testing

/// What every torrent client must do, tried on the real program.
struct TorrentClientTrial {
    let client: any TorrentClient
    /// The folder to which the program downloads.
    let folder: String

    func run() async throws {
        #expect(try await client.version().first?.isNumber == true)
        #expect(try await client.downloads().isEmpty)
        try await halfThere()
        try await whole()
    }

    /// A torrent of which one half lies there already: progress, category, check, pause and resume, removal without data.
    private func halfThere() async throws {
        let torrent = TorrentFile(name: "Half.Film.2020.1080p.mkv", size: 64 * TorrentFile.pieceLength)
        let half = torrent.content.count / 2
        let path = "\(folder)/\(torrent.name)"
        let there = torrent.content.prefix(half) + [UInt8](repeating: 0, count: half)
        try Data(there).write(to: URL(filePath: path))
        try await client.add(torrent: torrent.bytes, category: "films")
        let id = DownloadID(rawValue: torrent.infoHash.uppercased())
        let item = try #require(
            try await item(id, "is half there and goes on") {
                $0?.sizeLeft == half && [.downloading, .stalled].contains($0?.state)
            }
        )
        #expect(item.name == torrent.name && item.category == "films")
        #expect(item.size == torrent.content.count && item.progress == 0.5)
        #expect(item.path == path)
        #expect(item.client == client.id && item.added != nil)

        // More of it lies there now, which only a check can find out.
        let file = try FileHandle(forUpdating: URL(filePath: path))
        try file.seek(toOffset: UInt64(half))
        try file.write(contentsOf: Data(torrent.content[half..<half + half / 2]))
        try file.close()
        try await client.recheck([id])
        _ = try await self.item(id, "is found to be there by three quarters") {
            $0?.sizeLeft == half / 2 && [.downloading, .stalled].contains($0?.state)
        }

        try await client.pause([id])
        _ = try await self.item(id, "is paused") { $0?.state == .paused && $0?.sizeLeft == half / 2 }
        try await client.resume([id])
        _ = try await self.item(id, "goes on") { [.downloading, .stalled].contains($0?.state) }
        try await client.reannounce([id])

        await #expect(throws: ServiceError.self) {
            try await client.add(torrent: torrent.bytes, category: nil)
        }
        await #expect(throws: ServiceError.self) {
            try await client.add(torrent: Array("junk".utf8), category: nil)
        }
        #expect(try await client.downloads().count == 1)

        try await client.remove([id], data: .kept)
        _ = try await self.item(id, "is gone") { $0 == nil }
        #expect(FileManager.default.fileExists(atPath: path))
    }

    /// A torrent that lies there whole: seeding, then halted and so completed, removal with its data.
    private func whole() async throws {
        let torrent = TorrentFile(name: "Whole.Film.2021.1080p.mkv", size: 200_000)
        let path = "\(folder)/\(torrent.name)"
        try Data(torrent.content).write(to: URL(filePath: path))
        try await client.add(torrent: torrent.bytes, category: nil)
        let id = DownloadID(rawValue: torrent.infoHash)
        let item = try #require(try await item(id, "is seeding") { $0?.state == .seeding })
        #expect(item.sizeLeft == 0 && item.progress == 1 && item.category == nil)
        try await client.pause([id])
        _ = try await self.item(id, "is completed") { $0?.state == .completed }
        try await client.remove([id], data: .deleted)
        _ = try await self.item(id, "is gone") { $0 == nil }
        _ = try await awaiting("the data is gone") {
            FileManager.default.fileExists(atPath: path)
        } until: {
            !$0
        }
    }

    private func item(_ id: DownloadID, _ what: String, _ isSo: (DownloadItem?) -> Bool) async throws
        -> DownloadItem?
    {
        try await awaiting("\(client.kind.rawValue): \(what)") {
            try await client.downloads().first { $0.id == id }
        } until: {
            isSo($0)
        }
    }
}
