internal import Foundation

/// The jobs that wait for one thread. It is apart from the executor so that the thread does not keep the executor
/// alive: when the executor goes, it closes the box and the thread ends.
// SAFETY: `jobs` and `isClosed` are only touched while `condition` is locked.
final class JobBox: @unchecked Sendable {
    private let condition = NSCondition()
    private var jobs: [(job: UnownedJob, executor: UnownedSerialExecutor)] = []
    private var isClosed = false

    /// Adds a job and wakes the thread.
    func push(_ job: UnownedJob, on executor: UnownedSerialExecutor) {
        condition.lock()
        jobs.append((job, executor))
        condition.signal()
        condition.unlock()
    }

    /// Lets the thread end once no job is left.
    func close() {
        condition.lock()
        isClosed = true
        condition.signal()
        condition.unlock()
    }

    /// Runs jobs in order until the box is closed; the body of the thread.
    func run() {
        while let next = take() {
            next.job.runSynchronously(on: next.executor)
        }
    }

    private func take() -> (job: UnownedJob, executor: UnownedSerialExecutor)? {
        condition.lock()
        defer { condition.unlock() }
        while jobs.isEmpty {
            if isClosed { return nil }
            condition.wait()
        }
        return jobs.removeFirst()
    }
}
