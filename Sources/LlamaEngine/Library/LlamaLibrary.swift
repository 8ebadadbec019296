internal import CLlama
internal import Foundation

/// The llama.cpp libraries in this process: their log taken over, the CPU back end for this machine loaded.
enum LlamaLibrary {
    /// Why the library cannot be used.
    struct Unusable: Error, CustomStringConvertible {
        let description: String
    }

    /// Loads the back ends once per process.
    ///
    /// ggml picks the best of the `libggml-cpu-*.so` files by CPUID. They lie beside `libllama.so`, which is not
    /// where ggml looks by itself. `AUTOARR_LLAMA` names another directory.
    ///
    /// - Throws: When no CPU back end was found: nothing could then be computed.
    static func prepare() throws(Unusable) {
        try loaded.get()
    }

    private static let loaded: Result<Void, Unusable> = {
        LibraryLog.install()
        llama_backend_init()
        let directories = candidateDirectories()
        for directory in directories {
            ggml_backend_load_all_from_path(directory)
            if ggml_backend_dev_count() > 0 { return .success(()) }
        }
        return .failure(
            Unusable(
                description:
                    "no libggml-cpu-*.so for this processor in \(directories.joined(separator: ", ")); "
                    + "set AUTOARR_LLAMA to the directory that holds the llama.cpp libraries"
            )
        )
    }()

    private static func candidateDirectories() -> [String] {
        if let named = ProcessInfo.processInfo.environment["AUTOARR_LLAMA"], !named.isEmpty { return [named] }
        var directories: [String] = []
        // What this process has mapped says where the loader found the library.
        for line in (KernelFile.text("/proc/self/maps") ?? "").split(separator: "\n") {
            guard let end = line.range(of: "/libllama.so", options: .backwards),
                let start = line.firstIndex(of: "/"), start < end.lowerBound
            else { continue }
            directories.append(String(line[start..<end.lowerBound]))
            break
        }
        if let executable = Bundle.main.executableURL?.deletingLastPathComponent() {
            directories.append(executable.appending(path: "lib").path)
        }
        return directories
    }
}
