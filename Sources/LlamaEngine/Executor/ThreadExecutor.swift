internal import Foundation

/// An executor whose jobs all run on one thread of its own.
///
/// Calls into llama.cpp block for milliseconds to minutes and keep a team of helper threads per calling thread, so
/// they must neither sit on the pool that async functions share nor wander between threads.
final class ThreadExecutor: SerialExecutor {
    private let jobs = JobBox()

    /// Starts the thread.
    init(name: String) {
        let jobs = jobs
        let thread = Thread { jobs.run() }
        thread.name = name
        thread.stackSize = 8 << 20
        thread.start()
    }

    deinit { jobs.close() }

    func enqueue(_ job: consuming ExecutorJob) {
        jobs.push(UnownedJob(job), on: asUnownedSerialExecutor())
    }
}
