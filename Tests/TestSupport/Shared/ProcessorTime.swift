internal import Foundation

/// Moments that are counted in work done: the same on a busy machine and on an idle one.
package enum ProcessorTime {
    /// Waits until a process has used so much of the processors.
    ///
    /// - Parameters:
    ///   - duration: How much, from now.
    ///   - process: Its number; this one by default.
    package static func passes(_ duration: Duration, in process: Int32 = getpid()) async {
        await withCheckedContinuation { continuation in
            Thread {
                var clock = clockid_t()
                var time = timespec(tv_sec: 0, tv_nsec: Int(duration / .nanoseconds(1)))
                if clock_getcpuclockid(process, &clock) == 0 {
                    var rest = timespec()
                    while clock_nanosleep(clock, 0, &time, &rest) == EINTR { time = rest }
                }
                continuation.resume()
            }.start()
        }
    }
}
