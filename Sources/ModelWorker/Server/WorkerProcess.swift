internal import Foundation
internal import LanguageModels
internal import LlamaEngine

/// A worker process with the server's end of its socket.
final class WorkerProcess: Sendable {
    /// Its number in the system.
    let identifier: pid_t
    /// The server's end of the socket.
    let channel: FrameChannel

    /// Starts a process of an executable that runs ``WorkerMain``.
    ///
    /// - Parameters:
    ///   - executable: Its path.
    ///   - arguments: What comes before the number of the inherited descriptor.
    ///   - reply: Takes what the worker says, in order, on a thread of its own.
    ///   - ended: Called once, after the last reply, when the process is gone.
    /// - Throws: ``LanguageModelError/engineStopped(reason:)``.
    init(
        executable: String,
        arguments: [String],
        reply: @escaping @Sendable (WorkerReply) -> Void,
        ended: @escaping @Sendable (String) -> Void
    ) throws(LanguageModelError) {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw .engineStopped(reason: "no socket for the worker: \(String(cString: strerror(errno)))")
        }
        defer { _ = Foundation.close(ends[1]) }
        let channel = FrameChannel(descriptor: ends[0])
        identifier = try Self.spawn(executable, arguments + ["3"], inheriting: ends[1])
        self.channel = channel
        let identifier = identifier
        Thread {
            while let message = channel.receive(WorkerReply.self) { reply(message) }
            // The socket is closed, or what came was no message: the process is not to be relied on any more.
            _ = kill(identifier, SIGKILL)
            var status: Int32 = 0
            while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
            ended(Self.describe(status))
        }.start()
    }

    /// Ends the process: it sees that its socket is closed.
    func end() { channel.shutDown() }

    private static func describe(_ status: Int32) -> String {
        let signal = status & 0x7F
        return signal == 0
            ? "it ended with status \((status >> 8) & 0xFF)" : "it was ended by signal \(signal)"
    }

    /// What a worker's environment holds where the server's does not say otherwise.
    private static let variables = [
        // More arenas than threads that allocate only keep memory that is no longer used.
        "MALLOC_ARENA_MAX": "2",
        // Threads that wait for one another spin for a moment and then sleep. On a quiet machine the other is there within
        // that moment; beside a busy neighbour five times as many tokens come as with the library's long spinning.
        // Sleeping at once costs two thirds of the speed of a quiet machine. The library reads it once, at its start.
        "GOMP_SPINCOUNT": "500",
    ]

    private static func spawn(
        _ executable: String,
        _ arguments: [String],
        inheriting descriptor: Int32
    ) throws(LanguageModelError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, descriptor, 3)
        // Standard output belongs to results; what a worker says goes to standard error.
        posix_spawn_file_actions_adddup2(&actions, 2, 1)
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        let strings = ([executable] + arguments).map { strdup($0) }
        let variables = ProcessInfo.processInfo.environment.merging(Self.variables) { own, _ in own }
            .map { strdup("\($0.key)=\($0.value)") }
        defer { for string in strings + variables { free(string) } }
        var identifier: pid_t = 0
        let error = posix_spawn(&identifier, executable, &actions, nil, strings + [nil], variables + [nil])
        guard error == 0 else {
            throw .engineStopped(
                reason: "\(executable) could not be started: \(String(cString: strerror(error)))"
            )
        }
        return identifier
    }
}
