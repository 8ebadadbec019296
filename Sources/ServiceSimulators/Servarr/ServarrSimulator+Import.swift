internal import Foundation
internal import OrderedJSON

extension ServarrSimulator {
    /// Brings a complete download into the library and takes the job out of the client where the settings say so.
    func importDownload(_ id: String, _ link: SABnzbdLink) async {
        guard let download = state.tracked.first(where: { $0.downloadID == id }) else { return }
        let video = download.outputPath.flatMap(Self.video)
        finishImport(of: download, moving: video)
        let client = state.all("downloadclient").first { $0["name"]?.string == download.client }
        if client?["removeCompletedDownloads"]?.bool == true { try? await link.remove(id, withData: true) }
    }

    /// Writes the files into the library and the history, and takes the row away.
    func finishImport(of download: TrackedDownload, moving video: String?) {
        for unit in download.units where library.contains(unit) {
            guard let (folder, relative) = library.place(of: unit, release: download.title) else { continue }
            let path = "\(folder)/\(relative).mkv"
            var size = Int(download.size) / max(1, download.units.count)
            if let video { size = Self.move(video, to: path, within: folder) ?? size }
            let file = MediaFile(
                id: state.makeID(),
                path: path,
                relativePath: relative + ".mkv",
                size: size,
                quality: download.quality,
                added: now(),
                sceneName: download.title,
                group: String(download.title.split(separator: "-").last ?? ""),
                runtime: library.runtime(of: unit)
            )
            library.attach(file, to: unit)
            state.history.append(
                HistoryEvent(
                    id: state.makeID(),
                    unit: unit,
                    date: now(),
                    type: "downloadFolderImported",
                    title: download.title,
                    quality: download.quality,
                    downloadID: download.downloadID,
                    data: [
                        "fileId": .string(String(file.id)),
                        "droppedPath": .string(
                            video
                                ?? "\(download.outputPath ?? "/downloads/\(download.title)")/\(download.title).mkv"
                        ),
                        "importedPath": .string(path), "downloadClient": .string(download.client),
                        "downloadClientName": .string(download.client), "releaseGroup": .string(file.group),
                        "customFormatScore": "0", "size": .string(String(size)), "indexerFlags": "0",
                    ]
                )
            )
        }
        state.tracked.removeAll { $0.downloadID == download.downloadID }
    }

    /// `/manualimport`: what lies in a finished download, and what speaks against it.
    func manualImport(_ request: SimulatedRequest) -> SimulatedReply {
        guard request.method == "GET" else { return .json([:]) }
        let id = request.value("downloadId")
        guard let download = state.tracked.first(where: { $0.downloadID == id }) else { return .json([]) }
        let folder = download.outputPath ?? "/downloads/\(download.title)"
        let unit = download.units.first
        var object: JSONObject = [
            "path": .string("\(folder)/\(download.title).mkv"),
            "relativePath": .string("\(download.title).mkv"),
            "folderName": .string(download.title), "name": .string(download.title),
            "size": .number(Int(download.size)),
        ]
        let wide = SimulatedRequest(
            "GET",
            "/",
            query: [("includeMovie", "true"), ("includeSeries", "true"), ("includeEpisode", "true")]
        )
        let reference = library.reference(to: unit, including: wide, now: now())
        object["movie"] = reference["movie"]
        object["series"] = reference["series"]
        object["seasonNumber"] = reference["seasonNumber"]
        if application == .sonarr {
            object["episodes"] = .array(
                download.units.compactMap {
                    library.reference(to: $0, including: wide, now: now())["episode"]
                }
            )
            object["releaseType"] = download.units.count > 1 ? "seasonPack" : "singleEpisode"
        }
        object["releaseGroup"] = .string(String(download.title.split(separator: "-").last ?? ""))
        object["quality"] = download.quality.model
        object["languages"] = [["id": 1, "name": "English"]]
        object["qualityWeight"] = .number(download.quality.weight(in: application) * 100 + 1)
        object["downloadId"] = .string(download.downloadID)
        object["customFormats"] = []
        object["customFormatScore"] = 0
        object["indexerFlags"] = 0
        object["rejections"] = .array(
            download.messages.flatMap(\.messages).map { ["reason": .string($0), "type": "permanent"] }
        )
        object["id"] = .number(download.rowID(unit))
        return .json([.object(object)])
    }

    /// The command `ManualImport`: takes the files as the asker mapped them.
    func importByHand(_ body: JSONObject) {
        for file in body["files"]?.array ?? [] {
            guard let id = file["downloadId"]?.string,
                var download = state.tracked.first(where: { $0.downloadID == id })
            else { continue }
            if let movie = file["movieId"]?.int { download.units = [.movie(movie)] }
            if let episodes = file["episodeIds"]?.array?.compactMap(\.int), !episodes.isEmpty {
                download.units = episodes.map(MediaUnit.episode)
            }
            finishImport(of: download, moving: download.outputPath.flatMap(Self.video))
        }
    }

    /// The largest video of a folder, or the file itself.
    private static func video(in path: String) -> String? {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { return nil }
        guard isDirectory.boolValue else { return path }
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(".mkv") || $0.hasSuffix(".mp4") }.map { "\(path)/\($0)" }
            .max { bytes(of: $0) < bytes(of: $1) }
    }

    private static func bytes(of path: String) -> Int {
        (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    }

    /// Moves a file into the library; its size, or nil where the library's root is not on this machine.
    private static func move(_ source: String, to target: String, within folder: String) -> Int? {
        let root = (folder as NSString).deletingLastPathComponent
        guard FileManager.default.fileExists(atPath: root) else { return nil }
        let size = bytes(of: source)
        do {
            try FileManager.default.createDirectory(
                atPath: (target as NSString).deletingLastPathComponent,
                withIntermediateDirectories: true
            )
            try? FileManager.default.removeItem(atPath: target)
            try FileManager.default.moveItem(atPath: source, toPath: target)
            return size
        } catch {
            return nil
        }
    }
}
