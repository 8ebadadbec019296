internal import ArgumentParser

/// The exit statuses that the surface promises.
enum ExitStatus {
    /// The answer is no.
    static let no = ExitCode(1)
    /// The command was used in a way that makes no sense.
    static let wrongUse = ExitCode(2)
    /// Something outside failed: a service, the disk, the network.
    static let outside = ExitCode(3)
}
