internal import ArgumentParser
internal import AutoArrApp

/// The program; without a subcommand it serves.
@main
struct AutoArr: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "autoarr",
        abstract: "A self-hosted assistant for home media stacks, with its language model inside.",
        discussion: """
            Settings come from the environment (AUTOARR_PORT, AUTOARR_DATA, MODEL_PATH, SONARR_URL, …); options given here go \
            before them. Results go to standard output, progress and errors to standard error. Exit status: 0 done, \
            1 the answer is no, 2 wrong use, 3 something outside failed.
            """,
        version: AutoArrVersion.current,
        subcommands: [
            Serve.self, Demo.self, Simulate.self, Understand.self, Classify.self, Ask.self, Audit.self,
            Apply.self,
            Undo.self, Incidents.self,
            Decide.self, Doctor.self,
            Health.self, Model.self, Backup.self, Restore.self, ResetPassword.self, Worker.self,
        ],
        defaultSubcommand: Serve.self
    )

    /// Runs a command; a fault becomes one line on standard error and the exit status that the surface promises.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let code as ExitCode {
            exit(withError: code)
        } catch {
            let isUse = exitCode(for: error) == .validationFailure
            let isAnswer = exitCode(for: error) == .success
            if isUse || isAnswer {
                let text = fullMessage(for: error)
                isAnswer ? Output.result(text) : Output.fault(text)
                exit(withError: isAnswer ? .success : ExitStatus.wrongUse)
            }
            Output.fault("autoarr: " + FaultText.line(for: error))
            exit(withError: FaultText.status(for: error))
        }
    }
}
