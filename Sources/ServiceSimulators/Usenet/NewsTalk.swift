internal import Foundation
internal import NIOCore

/// One connection to the news server: its login, and the answers to its commands.
struct NewsTalk {
    let server: NewsServer
    let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var isKnown = false
    private var name: String?

    init(server: NewsServer, outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>) {
        self.server = server
        self.outbound = outbound
    }

    /// Answers a command; false where the connection is to be closed.
    mutating func answer(_ line: String) async throws -> Bool {
        let words = line.split(separator: " ").map(String.init)
        let command = words.first?.uppercased() ?? ""
        switch (command, words.dropFirst().first?.uppercased()) {
        case ("QUIT", _):
            try await outbound.say("205 bye")
            return false
        case ("CAPABILITIES", _):
            try await outbound.say("101 Capability list:\r\nVERSION 2\r\nREADER\r\nAUTHINFO USER\r\n.")
        case ("MODE", _): try await outbound.say("200 reader ok")
        case ("AUTHINFO", "USER"):
            name = words.last
            try await outbound.say("381 password required")
        case ("AUTHINFO", "PASS"): return try await logIn(words.last ?? "")
        case _ where !isKnown: try await outbound.say("480 authentication required")
        case ("DATE", _): try await outbound.say("111 20260101000000")
        case ("GROUP", _): try await outbound.say("211 1000 1 1000 \(words.last ?? "")")
        case ("ARTICLE", _?), ("BODY", _?), ("HEAD", _?), ("STAT", _?):
            return try await article(command, String(words[1].drop { $0 == "<" }.prefix { $0 != ">" }))
        default: try await outbound.say("500 unknown command")
        }
        return true
    }

    private mutating func logIn(_ password: String) async throws -> Bool {
        switch server.switches.login {
        case .tooManyConnections:
            try await outbound.say("502 Too many connections for this account")
            return false
        case .expired: try await outbound.say("481 Account expired")
        case .accept where name == server.account.name && password == server.account.password:
            isKnown = true
            try await outbound.say("281 authentication accepted")
        case .accept, .reject:
            try await outbound.say("481 Authentication failed (wrong username or password)")
        }
        return true
    }

    private func article(_ command: String, _ id: String) async throws -> Bool {
        let switches = server.switches
        func aimed(_ targets: [String]) -> Bool { targets.contains { id.contains($0) } }
        if aimed(switches.disconnected) { return false }
        guard !aimed(switches.dropped), server.posts.has(id) else {
            try await outbound.say("430 no such article")
            return true
        }
        if let delay = switches.delay { try await Task.sleep(for: delay) }
        if command == "STAT" {
            try await outbound.say("223 0 <\(id)>")
            return true
        }
        guard let (head, whole) = server.posts.article(id) else { return true }
        var body = whole
        if aimed(switches.corrupted) { Self.corrupt(&body) }
        if aimed(switches.truncated) { body = body.prefix(body.count / 2) + [13, 10] }
        let code = ["ARTICLE": 220, "BODY": 222, "HEAD": 221][command] ?? 220
        let text: [UInt8] =
            switch command {
            case "BODY": body
            case "HEAD": head
            default: head + [13, 10] + body
            }
        var limit = switches.bytesPerSecond
        if case .slow(let most) = server.posts.condition(of: id) { limit = min(limit ?? most, most) }
        try await send(Array("\(code) 0 <\(id)>\r\n".utf8) + Self.stuffed(text) + Array(".\r\n".utf8), limit)
        return true
    }

    private func send(_ bytes: [UInt8], _ bytesPerSecond: Int?) async throws {
        guard let bytesPerSecond else { return try await outbound.write(ByteBuffer(bytes: bytes)) }
        for start in stride(from: 0, to: bytes.count, by: 4096) {
            let piece = bytes[start..<min(start + 4096, bytes.count)]
            try await outbound.write(ByteBuffer(bytes: piece))
            try await Task.sleep(for: .seconds(Double(piece.count) / Double(max(1, bytesPerSecond))))
        }
    }

    /// Doubles a dot at the start of a line; source: RFC 3977, 3.1.1.
    private static func stuffed(_ bytes: [UInt8]) -> [UInt8] {
        var stuffed: [UInt8] = []
        stuffed.reserveCapacity(bytes.count + 64)
        var isStart = true
        for byte in bytes {
            if isStart, byte == 46 { stuffed.append(46) }
            stuffed.append(byte)
            isStart = byte == 10
        }
        return stuffed
    }

    /// Changes four bytes of the first long line that is no header.
    private static func corrupt(_ body: inout [UInt8]) {
        var start = 0
        while let end = body[start...].firstIndex(of: 10) {
            if end - start > 20, !(body[start] == 61 && body[start + 1] == 121) {
                for index in start + 8..<start + 12 { body[index] = 65 }
                return
            }
            start = end + 1
        }
    }
}
