internal import Foundation
internal import LlamaEngine
internal import Logging
internal import ServiceLifecycle

/// Gives memory back while nothing happens: pages of code that only the start, or one busy hour, needed.
///
/// Every page of the program and its libraries that was ever touched stays mapped, and the kernel maps its neighbours
/// with it; after the start that is most of what the process holds, and hardly any of it is needed to wait for the
/// next request. Unmapped pages are read again from the page cache when they are.
struct ResidentMemoryKeeper: Service {
    /// How long after the start, and how often after that, it looks.
    private static let pause = Duration.seconds(20)
    /// How much the process must have grown since the last time for it to be worth the faults.
    private static let growth = 4 << 20

    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown { await keep() }
    }

    private func keep() async {
        var smallest = 0
        while (try? await Task.sleep(for: Self.pause)) != nil {
            guard let resident = ResidentMemory.bytes(), resident > smallest + Self.growth else { continue }
            ResidentMemory.release()
            smallest = ResidentMemory.bytes() ?? resident
            logger.debug("memory given back", metadata: ["before": "\(resident)", "after": "\(smallest)"])
        }
    }
}

/// The memory of this process that lies in the machine's memory.
package enum ResidentMemory {
    /// How much it is, in bytes; nil where the kernel does not tell.
    package static func bytes() -> Int? {
        guard let text = KernelFile.text("/proc/self/statm"),
            let pages = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        else { return nil }
        return pages * Int(getpagesize())
    }

    /// Unmaps pages of files that were only read, and returns freed blocks of the heap.
    ///
    /// Only mappings without a single page of their own are touched: what was written to could not be read again.
    package static func release() {
        Heap.giveBack()
        var range: (start: UInt, end: UInt)?
        var isCandidate = false
        for line in (KernelFile.text("/proc/self/smaps") ?? "").split(separator: "\n") {
            let fields = line.split(separator: " ")
            if let found = addresses(fields) {
                range = found
                let access = fields[1]
                // Of a file, and not writable: text and constants.
                isCandidate = fields.count > 5 && fields[5].hasPrefix("/") && !access.contains("w")
            } else if fields.first == "Anonymous:" || fields.first == "Private_Dirty:" {
                if fields.count < 2 || fields[1] != "0" { isCandidate = false }
            } else if fields.first == "VmFlags:" {
                // The last line of a mapping.
                if isCandidate, let range, let start = UnsafeMutableRawPointer(bitPattern: range.start) {
                    _ = madvise(start, Int(range.end - range.start), Int32(MADV_DONTNEED))
                }
                isCandidate = false
            }
        }
    }

    private static func addresses(_ fields: [Substring]) -> (start: UInt, end: UInt)? {
        guard fields.count >= 5, let first = fields.first else { return nil }
        let ends = first.split(separator: "-")
        guard ends.count == 2, let start = UInt(ends[0], radix: 16), let end = UInt(ends[1], radix: 16) else {
            return nil
        }
        return (start, end)
    }
}
