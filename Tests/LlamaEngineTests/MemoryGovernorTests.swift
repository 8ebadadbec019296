internal import Foundation
internal import LanguageModels
internal import LlamaEngine
internal import Testing

struct MemoryGovernorTests {
    /// A machine whose kernel tells these things.
    private func machine(
        availableMiB: Int,
        group: String = "0::/",
        files: [String: String] = [:],
        _ body: (MemoryLeft) throws -> Void
    ) throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "memory-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        let texts = files.merging([
            "proc/meminfo":
                "MemTotal: 8000000 kB\nMemFree: 1000 kB\nMemAvailable:   \(availableMiB << 10) kB\n",
            "proc/self/cgroup": group + "\n",
        ]) { $1 }
        for (path, text) in texts {
            let url = root.appending(path: path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: url)
        }
        try body(
            MemoryLeft(
                proc: root.appending(path: "proc").path,
                controlGroups: root.appending(path: "cg").path
            )
        )
    }

    // Qwen2.5-3B Q4_K_M: 2.1 GB of weights, 36 KiB a token.
    private let large = MemoryNeed(weights: 2_104_932_768, stateBytesPerToken: 36_864, passes: 200 << 20)

    @Test func `gives the whole context where there is room`() throws {
        try machine(availableMiB: 3000) { left in
            let context = try MemoryGovernor(left: left).contextTokens(for: large, wished: 2048)
            #expect(context == 2048)
        }
    }

    @Test func `gives a smaller context where that fits`() throws {
        let least = large.bytes(contextTokens: 1024) + MemoryGovernor.reserve
        try machine(availableMiB: (least >> 20) + 1) { left in
            let context = try MemoryGovernor(left: left).contextTokens(for: large, wished: 2048)
            #expect(context == 1024)
        }
    }

    @Test func `refuses, with both figures, what does not fit`() throws {
        try machine(availableMiB: 1500) { left in
            #expect {
                try MemoryGovernor(left: left).contextTokens(for: large, wished: 2048)
            } throws: { error in
                guard case LanguageModelError.notEnoughMemory(let needed, let available) = error else {
                    return false
                }
                return needed == large.bytes(contextTokens: 512)
                    && available == (1500 << 20) - MemoryGovernor.reserve
            }
        }
    }

    @Test(arguments: [
        // A container that sees its group as the root.
        ("0::/", "cg/"),
        // A service under a limit of its slice.
        ("0::/system.slice/autoarr.service", "cg/system.slice/"),
    ])
    func `counts the limit of a control group, but not its pages of files`(group: String, place: String)
        throws
    {
        let files = [
            place + "memory.max": "1073741824\n", place + "memory.current": "943718400\n",
            place + "memory.stat": "anon 104857600\nfile 838860800\n",
        ]
        try machine(availableMiB: 6000, group: group, files: files) { left in
            #expect(left.bytes() == 1_073_741_824 - (943_718_400 - 838_860_800))
        }
    }

    @Test func `counts the limit of the older control groups`() throws {
        let files = [
            "cg/memory/docker/a/memory.limit_in_bytes": "536870912\n",
            "cg/memory/docker/a/memory.usage_in_bytes": "136870912\n",
            "cg/memory/docker/a/memory.stat": "cache 1\ntotal_cache 36870912\n",
            "cg/memory/memory.limit_in_bytes": "9223372036854771712\n",
            "cg/memory/memory.usage_in_bytes": "936870912\n",
        ]
        try machine(availableMiB: 6000, group: "4:cpu:/\n5:memory:/docker/a", files: files) { left in
            #expect(left.bytes() == 536_870_912 - 100_000_000)
        }
    }

    @Test func `takes what was wished where nothing tells`() throws {
        let nowhere = MemoryLeft(proc: "/nowhere", controlGroups: "/nowhere")
        let context = try MemoryGovernor(left: nowhere).contextTokens(for: large, wished: 2048)
        #expect(context == 2048)
    }
}
