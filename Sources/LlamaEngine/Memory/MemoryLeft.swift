internal import Foundation

/// How much memory the machine and the control group of this process have really left.
package struct MemoryLeft: Sendable {
    private let procDirectory: URL
    private let controlGroups: URL

    /// Where the kernel tells; other places are for tests.
    package init(proc: String = "/proc", controlGroups: String = "/sys/fs/cgroup") {
        procDirectory = URL(filePath: proc, directoryHint: .isDirectory)
        self.controlGroups = URL(filePath: controlGroups, directoryHint: .isDirectory)
    }

    /// What is left in bytes: the least of what the machine says is available and what each control group on the way
    /// up has under its limit, pages of files not counted as used; nil where nothing tells.
    package func bytes() -> Int? {
        (groups().compactMap(leftInGroup) + [available()].compactMap(\.self)).min()
    }

    private func available() -> Int? {
        guard let text = text(procDirectory.appending(path: "meminfo")) else { return nil }
        for line in text.split(separator: "\n") where line.hasPrefix("MemAvailable:") {
            return line.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 << 10 }
        }
        return nil
    }

    /// The directories of this process's groups, from its own to the root: one hierarchy or, on older systems, that of
    /// the memory controller.
    private func groups() -> [URL] {
        guard let text = text(procDirectory.appending(path: "self/cgroup")) else { return [controlGroups] }
        var found: [URL] = []
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3 else { continue }
            let root: URL
            if parts[1].isEmpty {
                root = controlGroups
            } else if parts[1].split(separator: ",").contains("memory") {
                root = controlGroups.appending(path: "memory")
            } else {
                continue
            }
            var names = parts[2].split(separator: "/").map(String.init)
            // A container sees its own group as the root, whatever its name outside.
            while true {
                found.append(names.reduce(root) { $0.appending(path: $1) })
                guard !names.isEmpty else { break }
                names.removeLast()
            }
        }
        return found.isEmpty ? [controlGroups] : found
    }

    private func leftInGroup(_ group: URL) -> Int? {
        let isUnified = number(group.appending(path: "memory.max")) != nil
        let limit = number(group.appending(path: isUnified ? "memory.max" : "memory.limit_in_bytes"))
        let used = number(group.appending(path: isUnified ? "memory.current" : "memory.usage_in_bytes"))
        // Without a limit the older interface says a number near the largest there is.
        guard let limit, let used, limit < 1 << 60 else { return nil }
        let files =
            statistic(isUnified ? "file" : "total_cache", in: group.appending(path: "memory.stat")) ?? 0
        return max(0, limit - max(0, used - files))
    }

    private func number(_ url: URL) -> Int? {
        text(url).flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    }

    private func statistic(_ name: String, in url: URL) -> Int? {
        text(url)?.split(separator: "\n").first { $0.hasPrefix(name + " ") }
            .flatMap { $0.split(separator: " ").last }.flatMap { Int($0) }
    }

    private func text(_ url: URL) -> String? { KernelFile.text(url.path) }
}
