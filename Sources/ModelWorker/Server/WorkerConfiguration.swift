package import LlamaEngine

/// How a server runs its worker.
package struct WorkerConfiguration: Sendable {
    /// How the worker runs which model.
    package var engine: EngineConfiguration
    /// The program whose process becomes the worker; by default this one.
    package var executable: String
    /// What makes that program a worker; the number of the inherited descriptor follows.
    package var arguments: [String]
    /// How long the worker stays when nothing is asked; nil for ever.
    package var keepAlive: Duration?
    /// How many requests may wait or run at once, ≥ 1; further ones are told that it is busy.
    package var queueLimit: Int
    /// How long a request may wait for its turn before it is told that the model is busy.
    package var queueDeadline: Duration

    /// A configuration; the defaults are the product's.
    package init(
        engine: EngineConfiguration,
        executable: String = "/proc/self/exe",
        arguments: [String] = ["worker", "--fd"],
        keepAlive: Duration? = .seconds(120),
        queueLimit: Int = 16,
        queueDeadline: Duration = .seconds(120)
    ) {
        self.engine = engine
        self.executable = executable
        self.arguments = arguments
        self.keepAlive = keepAlive
        self.queueLimit = queueLimit
        self.queueDeadline = queueDeadline
    }
}
