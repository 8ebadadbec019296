internal import Foundation
internal import Synchronization

/// One end of the socket between server and worker: frames of a length (four bytes, little-endian) and JSON.
///
/// Reading blocks and belongs to one thread; writing is safe from anywhere.
final class FrameChannel: Sendable {
    /// The largest frame that is taken; a longer one means that the stream is broken.
    private static let limit = 16 << 20

    private let descriptor: Int32
    private let isOpen = Mutex(true)

    /// Takes over a connected socket; it is closed with this channel.
    init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close() }

    /// Writes one message.
    ///
    /// - Returns: Whether it went out; `false` when the other end is gone.
    @discardableResult
    func send(_ message: some Encodable) -> Bool {
        guard let body = try? JSONEncoder().encode(message), body.count < Self.limit else { return false }
        var frame = withUnsafeBytes(of: UInt32(body.count).littleEndian) { Data($0) }
        frame.append(body)
        return isOpen.withLock { isOpen in
            guard isOpen else { return false }
            return frame.withUnsafeBytes { bytes in
                var sent = 0
                while sent < bytes.count {
                    // Without MSG_NOSIGNAL a worker that is gone would end the server by SIGPIPE.
                    let count = Foundation.send(
                        descriptor,
                        bytes.baseAddress?.advanced(by: sent),
                        bytes.count - sent,
                        Int32(MSG_NOSIGNAL)
                    )
                    if count < 0, errno == EINTR { continue }
                    guard count > 0 else { return false }
                    sent += count
                }
                return true
            }
        }
    }

    /// Waits for the next message.
    ///
    /// - Returns: The message; nil when the other end is gone, or does not speak as it should.
    func receive<Message: Decodable>(_: Message.Type) -> Message? {
        guard let head = readExactly(4) else { return nil }
        let length = Int(head.withUnsafeBytes { UInt32(littleEndian: $0.loadUnaligned(as: UInt32.self)) })
        guard length < Self.limit, let body = readExactly(length) else { return nil }
        return try? JSONDecoder().decode(Message.self, from: body)
    }

    /// Ends the connection in both directions: the other end sees it, and a reader here returns.
    func shutDown() {
        isOpen.withLock { isOpen in
            if isOpen { _ = shutdown(descriptor, Int32(SHUT_RDWR)) }
        }
    }

    private func close() {
        isOpen.withLock { isOpen in
            if isOpen { _ = Foundation.close(descriptor) }
            isOpen = false
        }
    }

    private func readExactly(_ count: Int) -> Data? {
        var data = Data(count: count)
        let isWhole = data.withUnsafeMutableBytes { bytes in
            var done = 0
            while done < count {
                let got = read(descriptor, bytes.baseAddress?.advanced(by: done), count - done)
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { return false }
                done += got
            }
            return true
        }
        return isWhole ? data : nil
    }
}
