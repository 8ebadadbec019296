internal import Foundation

/// The processors that this process may use, and what else runs on them.
package struct Processors: Sendable {
    private let proc: String
    private let controlGroups: String

    /// Where the kernel tells; other places are for tests.
    package init(proc: String = "/proc", controlGroups: String = "/sys/fs/cgroup") {
        self.proc = proc
        self.controlGroups = controlGroups
    }

    /// How many processors this process may keep busy: by affinity, and by the quota of its control group.
    package var count: Int {
        let allowed = ProcessInfo.processInfo.activeProcessorCount
        guard let quota = KernelFile.text(controlGroups + "/cpu.max")?.split(whereSeparator: \.isWhitespace),
            quota.count == 2,
            let time = Double(quota[0]), let period = Double(quota[1]), period > 0
        else { return max(1, allowed) }
        return max(1, min(allowed, Int((time / period).rounded(.up))))
    }

    /// How many others run or wait for a processor at this moment; zero where nothing tells.
    package var othersRunning: Int {
        guard
            let line = KernelFile.text(proc + "/stat")?.split(separator: "\n").first(where: {
                $0.hasPrefix("procs_running ")
            }),
            let running = line.split(separator: " ").last.flatMap({ Int($0) })
        else { return 0 }
        return max(0, running - 1)
    }
}
