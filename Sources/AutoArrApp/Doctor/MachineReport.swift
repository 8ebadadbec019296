internal import Foundation

/// What the machine is, read from `/proc`; empty where there is none.
package struct MachineReport: Sendable, Hashable {
    /// Processors that this process may use.
    package let processors: Int
    /// The processor's name.
    package let processorName: String
    /// Its features that the CPU back ends of llama.cpp are chosen by.
    package let features: [String]
    /// Memory of the machine, and what is available of it, in bytes.
    package let memory: Int
    package let availableMemory: Int

    /// Reads the machine.
    package init() {
        let cpu = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
        let fields = Self.fields(cpu)
        processors = ProcessInfo.processInfo.activeProcessorCount
        processorName = fields["model name"] ?? fields["CPU part"] ?? "unknown"
        let flags = Set((fields["flags"] ?? fields["Features"] ?? "").split(separator: " ").map(String.init))
        let known = [
            "sse4_2", "avx", "avx2", "avx_vnni", "avx512f", "avx512_vnni", "amx_int8", "asimddp", "i8mm",
        ]
        features = known.filter(flags.contains)
        let memory = Self.fields((try? String(contentsOfFile: "/proc/meminfo", encoding: .utf8)) ?? "")
        func bytes(_ name: String) -> Int {
            (memory[name]?.split(separator: " ").first).flatMap { Int($0) }.map { $0 * 1024 } ?? 0
        }
        self.memory = bytes("MemTotal")
        availableMemory = bytes("MemAvailable")
    }

    /// The first value of each name in a text of lines `name : value`.
    private static func fields(_ text: String) -> [String: String] {
        var fields: [String: String] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            if parts.count == 2, fields[parts[0]] == nil { fields[parts[0]] = parts[1] }
        }
        return fields
    }
}
