internal import Foundation
internal import Synchronization

/// How a post comes down.
public enum PostCondition: Sendable, Hashable {
    /// Whole.
    case good
    /// Two thirds of its articles are gone and there is no repair: hopeless.
    case missingArticles
    /// No article is left.
    case allMissing
    /// Every article has changed bytes under a right-looking checksum line.
    case corrupt
    /// Whole, but no faster than this many bytes a second and connection.
    case slow(bytesPerSecond: Int)
}

/// What a news server has: posts made on the spot, the same bytes for the same name.
///
/// Only the recipe of a post is kept; an article is made when it is asked for, so a thousand posts cost nothing.
public final class PostOffice: Sendable {
    private struct Job {
        var condition: PostCondition
        var files: [PostFile]
    }
    private let jobs = Mutex<[String: Job]>([:])
    private let articleBytes: Int
    private let videoBytes: Int

    /// An office without posts.
    ///
    /// - Parameters:
    ///   - articleBytes: The payload of an article.
    ///   - videoBytes: The size of the video in a post made by ``nzb(of:condition:)``.
    public init(articleBytes: Int = 100_000, videoBytes: Int = 3_000_000) {
        self.articleBytes = articleBytes
        self.videoBytes = videoBytes
    }

    /// Posts a video of that name and gives its NZB.
    public func nzb(of name: String, condition: PostCondition = .good) -> [UInt8] {
        post(name, files: [PostFile(name: "\(name).mkv", generated: videoBytes)], condition: condition)
    }

    /// Posts files under a name and gives the NZB.
    ///
    /// - Parameter password: Written into the NZB's head, as indexers do.
    public func post(
        _ name: String,
        files: [PostFile],
        condition: PostCondition = .good,
        password: String? = nil
    ) -> [UInt8] {
        jobs.withLock { $0[name] = Job(condition: condition, files: files) }
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE nzb PUBLIC "-//newzBin//DTD NZB 1.1//EN" "http://www.newzbin.com/DTD/nzb/nzb-1.1.dtd">
            <nzb xmlns="http://www.newzbin.com/DTD/2003/nzb"><head><meta type="name">\(Self.escaped(name))</meta>
            """
        if let password { text += "<meta type=\"password\">\(Self.escaped(password))</meta>" }
        text += "</head>\n"
        let date = Int(Date().timeIntervalSince1970) - 86_400
        for (index, file) in files.enumerated() {
            let parts = parts(of: file)
            let subject =
                "[\(index + 1)/\(files.count)] - &quot;\(Self.escaped(file.name))&quot; yEnc (1/\(parts))"
            text += "<file poster=\"poster@post.invalid\" date=\"\(date)\" subject=\"\(subject)\">"
            text += "<groups><group>alt.binaries.test</group></groups><segments>\n"
            for part in 1...parts {
                let bytes = min(articleBytes, file.size - (part - 1) * articleBytes)
                text += "<segment bytes=\"\(max(1, bytes + bytes / 50))\" number=\"\(part)\">"
                text += Self.escaped(Self.messageID(name, index, part)) + "</segment>\n"
            }
            text += "</segments></file>\n"
        }
        return Array((text + "</nzb>\n").utf8)
    }

    /// How the post of an article comes down; nil where there is no such post.
    func condition(of messageID: String) -> PostCondition? {
        guard let key = Self.key(of: messageID) else { return nil }
        return jobs.withLock { $0[key.name]?.condition }
    }

    /// Whether the article would be delivered.
    func has(_ messageID: String) -> Bool {
        guard let key = Self.key(of: messageID), let job = jobs.withLock({ $0[key.name] }),
            job.files.indices.contains(key.file), key.part <= parts(of: job.files[key.file])
        else { return false }
        switch job.condition {
        case .missingArticles: return key.part % 3 == 0
        case .allMissing: return false
        case .good, .corrupt, .slow: return true
        }
    }

    /// The head and the body of an article, lines ended by CRLF; nil where it is gone.
    func article(_ messageID: String) -> (head: [UInt8], body: [UInt8])? {
        guard has(messageID), let key = Self.key(of: messageID), let job = jobs.withLock({ $0[key.name] })
        else { return nil }
        let file = job.files[key.file]
        let begin = (key.part - 1) * articleBytes
        let chunk = file.bytes(begin..<min(begin + articleBytes, file.size))
        let head = """
            From: poster@post.invalid\r\nNewsgroups: alt.binaries.test\r\n\
            Subject: "\(file.name)" yEnc (\(key.part)/\(parts(of: file)))\r\nMessage-ID: <\(messageID)>\r\n
            """
        let first =
            "=ybegin part=\(key.part) total=\(parts(of: file)) line=128 size=\(file.size) name=\(file.name)\r\n"
            + "=ypart begin=\(begin + 1) end=\(begin + chunk.count)\r\n"
        let last =
            "=yend size=\(chunk.count) part=\(key.part) pcrc32=\(YEnc.hexadecimal(YEnc.crc32(chunk)))\r\n"
        let sent =
            job.condition == .corrupt
            ? chunk.enumerated().map { $0.offset < 64 ? $0.element ^ 0x55 : $0.element } : chunk
        return (Array(head.utf8), Array(first.utf8) + YEnc.encoded(sent) + Array(last.utf8))
    }

    private func parts(of file: PostFile) -> Int { max(1, (file.size + articleBytes - 1) / articleBytes) }

    /// `NAME|FILE|PART@post.invalid`, so that the switches of a news server can aim at them.
    private static func messageID(_ name: String, _ file: Int, _ part: Int) -> String {
        "\(name.replacing(" ", with: "_")).\(file).\(part)@post.invalid"
    }

    private static func key(of messageID: String) -> (name: String, file: Int, part: Int)? {
        let parts = messageID.split(separator: "@").first?.split(separator: ".") ?? []
        guard parts.count > 2, let part = Int(parts[parts.count - 1]), let file = Int(parts[parts.count - 2]),
            part > 0
        else { return nil }
        return (parts.dropLast(2).joined(separator: "."), file, part)
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}

/// A file of a post.
public struct PostFile: Sendable {
    /// Its name.
    public let name: String
    private let content: [UInt8]?
    /// Its size in bytes.
    public let size: Int

    /// A file of these bytes.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        content = bytes
        size = bytes.count
    }

    /// A file of that many bytes which follow from its name and begin like a Matroska video.
    public init(name: String, generated size: Int) {
        self.name = name
        content = nil
        self.size = size
    }

    /// The bytes of a range within the file.
    func bytes(_ range: Range<Int>) -> [UInt8] {
        if let content { return Array(content[range]) }
        let seed = Release.steadyHash(name)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count)
        var word: UInt64 = 0
        for offset in range {
            if offset % 8 == 0 || bytes.isEmpty { word = Self.word(seed &+ UInt64(offset / 8)) }
            bytes.append(
                offset < 4
                    ? [0x1A, 0x45, 0xDF, 0xA3][offset]
                    : UInt8(truncatingIfNeeded: word >> UInt64(offset % 8 * 8))
            )
        }
        return bytes
    }

    /// A step of SplitMix64.
    private static func word(_ state: UInt64) -> UInt64 {
        var word = state &* 0x9E37_79B9_7F4A_7C15
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
