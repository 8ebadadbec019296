internal import Foundation
package import ServiceHTTP

/// Fetches one model file: resumed where it broke, checked, and only then put in its place.
package struct ModelDownload: Sendable {
    private static let redirectLimit = 5
    private static let attemptLimit = 6
    /// What must stay free on the disk, in bytes.
    private static let reserve = 64 << 20

    private let transport: any StreamingTransport
    private let clock: any Clock<Duration>

    /// A download over a transport.
    package init(transport: any StreamingTransport, clock: any Clock<Duration> = ContinuousClock()) {
        self.transport = transport
        self.clock = clock
    }

    /// Fetches a file.
    ///
    /// - Parameters:
    ///   - source: Where it comes from, and its hash where that is known.
    ///   - path: Its place; nothing is there before the file is whole and right.
    ///   - progress: Told how far it has come.
    /// - Throws: ``ModelStoreError``, or `CancellationError`; what has come so far is then kept for the next time.
    @concurrent
    package func run(
        _ source: ModelSource,
        to path: String,
        progress: @Sendable (ModelProgress) -> Void
    ) async throws {
        guard source.url.hasPrefix("https://") || source.url.hasPrefix("http://") else {
            throw ModelStoreError.invalidURL(source.url)
        }
        let part = try PartialFile(path: path)
        var attempt = 0
        var total: Int?
        while true {
            let before = part.count
            do {
                total = try await receive(source, into: part, path: path, progress: progress)
                break
            } catch let error as TransportError {
                if error == .cancelled { throw CancellationError() }
                // As long as every try brings something there is no reason to give up.
                attempt = part.count > before ? 1 : attempt + 1
                guard attempt < Self.attemptLimit else {
                    throw ModelStoreError.interrupted(
                        url: Self.withoutQuery(source.url),
                        receivedBytes: part.count,
                        reason: "\(error)"
                    )
                }
                progress(ModelProgress(phase: .retrying, receivedBytes: part.count, totalBytes: total))
                try await clock.sleep(for: .milliseconds(500 << attempt))
            }
        }
        progress(ModelProgress(phase: .verifying, receivedBytes: part.count, totalBytes: part.count))
        if let expected = source.sha256 {
            let actual = part.sha256
            guard actual == expected else {
                part.discard()
                throw ModelStoreError.wrongHash(path: path, expected: expected, actual: actual)
            }
        }
        guard part.beginsAsModel() else {
            part.discard()
            throw ModelStoreError.notAModel(url: Self.withoutQuery(source.url))
        }
        try part.finish()
        progress(ModelProgress(phase: .ready, receivedBytes: part.count, totalBytes: part.count))
    }

    private func receive(
        _ source: ModelSource,
        into part: PartialFile,
        path: String,
        progress: @Sendable (ModelProgress) -> Void
    ) async throws -> Int? {
        let origin = part.origin
        if part.count > 0, origin?.url != source.url || origin?.validator == nil { try part.restart() }
        let download = try await open(source.url, from: part.count, validator: origin?.validator)
        let total: Int?
        switch download.status {
        case 206 where Self.start(of: download) == part.count && part.count > 0:
            try part.rehash()
            total = Self.length(of: download).map { $0 + part.count }
        case 200, 206:
            try part.restart()
            total = Self.length(of: download)
        case 416 where part.count > 0 && Self.wholeLength(of: download) == part.count:
            try part.rehash()
            return part.count
        case 416:
            try part.restart()
            throw TransportError.cutOff
        case 500...599, 429:
            throw TransportError.notHTTP("status \(download.status)")
        default:
            throw ModelStoreError.refused(url: Self.withoutQuery(source.url), status: download.status)
        }
        let validator = download.headers["etag"] ?? download.headers["last-modified"]
        try part.setOrigin(PartialFile.Origin(url: source.url, validator: validator))
        if let total { try Self.checkSpace(for: total - part.count, at: path) }
        var told = part.count
        progress(ModelProgress(phase: .downloading, receivedBytes: part.count, totalBytes: total))
        for try await bytes in download.body {
            try part.append(bytes)
            guard part.count - told >= 1 << 20 else { continue }
            told = part.count
            progress(ModelProgress(phase: .downloading, receivedBytes: told, totalBytes: total))
        }
        try Task.checkCancellation()
        if let total, part.count < total { throw TransportError.cutOff }
        return total
    }

    private func open(_ url: String, from start: Int, validator: String?) async throws -> HTTPDownload {
        var url = url
        for _ in 0...Self.redirectLimit {
            var request = HTTPRequest(url: url, headers: ["accept-encoding": "identity"])
            if start > 0, let validator {
                request.headers["range"] = "bytes=\(start)-"
                request.headers["if-range"] = validator
            }
            let download = try await transport.open(request)
            guard (300...399).contains(download.status), let location = download.headers["location"] else {
                return download
            }
            guard let next = URL(string: location, relativeTo: URL(string: url))?.absoluteString,
                next.hasPrefix("https://") || !url.hasPrefix("https://")
            else { throw ModelStoreError.invalidURL(Self.withoutQuery(location)) }
            url = next
        }
        throw ModelStoreError.invalidURL(Self.withoutQuery(url))
    }

    private static func length(of download: HTTPDownload) -> Int? {
        download.headers["content-length"].flatMap { Int($0) }
    }

    /// The first byte of `Content-Range: bytes 100-199/200`.
    private static func start(of download: HTTPDownload) -> Int? {
        guard let range = download.headers["content-range"], range.hasPrefix("bytes ") else { return nil }
        return range.dropFirst(6).split(separator: "-").first.flatMap { Int($0) }
    }

    /// The whole length of `Content-Range: bytes */200`.
    private static func wholeLength(of download: HTTPDownload) -> Int? {
        download.headers["content-range"]?.split(separator: "/").last.flatMap { Int($0) }
    }

    /// A URL as it may be shown: signed links carry keys in their query.
    private static func withoutQuery(_ url: String) -> String { String(url.prefix { $0 != "?" }) }

    private static func checkSpace(for bytes: Int, at path: String) throws(ModelStoreError) {
        let directory = URL(filePath: path).deletingLastPathComponent().path
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: directory)
        guard let available = (attributes?[.systemFreeSize] as? NSNumber)?.intValue else { return }
        guard available >= bytes + reserve else {
            throw .noSpace(path: path, needed: bytes + reserve, available: available)
        }
    }
}
