internal import Foundation
internal import Synchronization

/// A file server on loopback that can break off in the middle of a file, and knows ranges.
final class CuttingServer: Sendable {
    /// What the server was asked, in order.
    struct Asked: Sendable, Hashable {
        let range: String?
        let ifRange: String?
    }

    private let descriptor: Int32
    private let content: Data
    private let etag: Mutex<String>
    private let cuts: Mutex<[Int]>
    private let log = Mutex<[Asked]>([])
    /// The address of the file.
    let url: String

    /// A server of one file.
    ///
    /// - Parameter cuts: After how many bytes of body the first replies break off, one each.
    init(_ content: Data, cuts: [Int] = [], etag: String = "\"one\"") throws {
        self.content = content
        self.cuts = Mutex(cuts)
        self.etag = Mutex(etag)
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.descriptor = descriptor
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(descriptor, generic, length) == 0 && listen(descriptor, 16) == 0
                    && getsockname(descriptor, generic, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
        url = "http://127.0.0.1:\(address.sin_port.bigEndian)/model.gguf"
        Thread { [weak self] in
            while true {
                let connection = accept(descriptor, nil, nil)
                guard connection >= 0, let self else { return }
                self.serve(connection)
                _ = Foundation.close(connection)
            }
        }.start()
    }

    /// What the server was asked.
    var asked: [Asked] { log.withLock { $0 } }

    /// The file gets another version.
    func change(etag: String) { self.etag.withLock { $0 = etag } }

    func stop() {
        _ = shutdown(descriptor, Int32(SHUT_RDWR))
        _ = Foundation.close(descriptor)
    }

    private func serve(_ connection: Int32) {
        var head = ""
        var buffer = [UInt8](repeating: 0, count: 4096)
        while !head.contains("\r\n\r\n") {
            let count = read(connection, &buffer, buffer.count)
            guard count > 0 else { return }
            head += String(decoding: buffer[..<count], as: UTF8.self)
        }
        let range = field("range", in: head)
        let ifRange = field("if-range", in: head)
        log.withLock { $0.append(Asked(range: range, ifRange: ifRange)) }
        let etag = etag.withLock { $0 }
        var start = 0
        if let range, ifRange == etag { start = Int(range.dropFirst(6).dropLast()) ?? 0 }
        var reply = start > 0 ? "HTTP/1.1 206 Partial Content\r\n" : "HTTP/1.1 200 OK\r\n"
        if start > 0 { reply += "Content-Range: bytes \(start)-\(content.count - 1)/\(content.count)\r\n" }
        reply += "ETag: \(etag)\r\nContent-Length: \(content.count - start)\r\nConnection: close\r\n\r\n"
        send(Data(reply.utf8), to: connection)
        let cut = cuts.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        let end = cut.map { min(start + $0, content.count) } ?? content.count
        send(content[start..<end], to: connection)
    }

    private func field(_ name: String, in head: String) -> String? {
        head.split(separator: "\r\n").first { $0.lowercased().hasPrefix(name + ":") }
            .map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
    }

    private func send(_ data: Data, to connection: Int32) {
        data.withUnsafeBytes { bytes in
            var sent = 0
            while sent < bytes.count {
                let count = Foundation.send(
                    connection,
                    bytes.baseAddress?.advanced(by: sent),
                    bytes.count - sent,
                    Int32(MSG_NOSIGNAL)
                )
                guard count > 0 else { return }
                sent += count
            }
        }
    }
}
