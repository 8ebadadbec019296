internal import Foundation
internal import Subprocess

/// Why a real program could not be started, or did not stay.
public struct DaemonError: Error, CustomStringConvertible {
    /// What happened, and the last that it said.
    public let description: String
}

/// A program of this machine that runs in the foreground until its task ends.
///
/// Should this process die without a word, the pipe that it holds closes, and the shell between the two ends the program
/// as well: nothing is left over.
struct DaemonProcess: Sendable {
    /// The name for people.
    let name: String
    /// The program's path.
    let program: String
    /// What it is called with.
    let arguments: [String]
    /// An existing folder; it is the program's home.
    let folder: String
    /// Whether it answers as it should.
    let answers: @Sendable () async throws -> Bool

    private var log: String { "\(folder)/\(name).log" }
    private var number: String { "\(folder)/\(name).number" }

    /// Runs the program until cancelled; comes back only once it is gone.
    ///
    /// - Parameter ready: Called as soon as the program answers.
    /// - Throws: ``DaemonError`` where it does not answer within 30 s or ends by itself.
    func run(ready: @escaping @Sendable () -> Void) async throws {
        do {
            try await live(ready)
        } catch {
            await gone()
            throw error
        }
    }

    private func live(_ ready: @escaping @Sendable () -> Void) async throws {
        let result = try await Subprocess.run(
            .name("sh"),
            arguments: Arguments(["-c", Self.guardian, "sh", program] + arguments),
            environment: .inherit.updating(["HOME": folder, "LOG": log, "NUMBER": number]),
            input: .inputWriter,
            output: .discarded,
            error: .discarded
        ) { execution in
            do {
                try await waitUntilItAnswers()
                ready()
                var silences = 0
                while silences < 3 {
                    try Task.checkCancellation()
                    silences = (try? await answers()) == true ? 0 : silences + 1
                    try await Task.sleep(for: .seconds(2))
                }
            } catch {
                try? await execution.standardInputWriter.finish()
                throw error
            }
            try? await execution.standardInputWriter.finish()
        }
        throw DaemonError(
            description: "\(name) ended by itself (\(result.terminationStatus)): \(lastWords)"
        )
    }

    /// Runs its arguments, and ends them when standard input closes.
    private static let guardian = """
        exec 3<&0
        "$@" </dev/null >"$LOG" 2>&1 3<&- & pid=$!
        echo $pid >"$NUMBER"
        ( cat <&3 >/dev/null; kill -TERM $pid; n=0; while kill -0 $pid 2>/dev/null && [ $n -lt 50 ]; do sleep 0.1; n=$((n+1)); done; kill -KILL $pid ) 2>/dev/null &
        exec 3<&-
        wait $pid
        """

    private func waitUntilItAnswers() async throws {
        let end = ContinuousClock.now + .seconds(30)
        while ContinuousClock.now < end {
            try Task.checkCancellation()
            if (try? await answers()) == true { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw DaemonError(description: "\(name) did not answer within 30 s: \(lastWords)")
    }

    /// The end of what it printed.
    private var lastWords: String {
        let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        return String(text.suffix(400))
    }

    /// Waits until the program has ended, for at most eight seconds.
    private func gone() async {
        guard let text = try? String(contentsOfFile: number, encoding: .utf8),
            let process = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines))
        else { return }
        // A task of its own: the one that ends here is cancelled already, and could not wait.
        await Task {
            for _ in 0..<160 where kill(process, 0) == 0 { try? await Task.sleep(for: .milliseconds(50)) }
        }.value
    }
}
