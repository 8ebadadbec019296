package import Foundation

/// Where the house model lies: the starter model as its base, and our adapter.
package struct HouseModelFiles: Sendable, Hashable {
    /// The base, a GGUF file.
    package let base: URL
    /// Our adapter, a GGUF file of a LoRA; nil where it is missing, and then the base answers by likelihood alone.
    package let adapter: URL?

    /// The name of the base's file, the same in the image, the cache and the models directory.
    package static let baseName = "smollm2-135m-instruct-q4_1.gguf"

    /// Looks for the house model beside the program, in the cache of the build, and among the models.
    ///
    /// - Parameters:
    ///   - environment: For `HOUSE_MODEL_PATH`, and for where the cache is.
    ///   - modelsDirectory: Where the large model lies.
    /// - Returns: nil where there is no base.
    package static func find(environment: [String: String], modelsDirectory: URL) -> HouseModelFiles? {
        var bases: [URL] = []
        if let path = environment["HOUSE_MODEL_PATH"] { bases.append(URL(fileURLWithPath: path)) }
        bases.append(programDirectory.appending(path: baseName))
        bases.append(cache(environment).appending(path: "models").appending(path: baseName))
        bases.append(modelsDirectory.appending(path: baseName))
        let exists = { (url: URL) in FileManager.default.isReadableFile(atPath: url.path) }
        guard let base = bases.first(where: exists) else { return nil }
        let adapters = [
            environment["HOUSE_ADAPTER_PATH"].map(URL.init(fileURLWithPath:)),
            resources.appending(path: "house-adapter.gguf"),
        ]
        return HouseModelFiles(base: base, adapter: adapters.compactMap(\.self).first(where: exists))
    }

    /// Our own files, beside the program.
    package static var resources: URL {
        programDirectory.appending(path: "autoarr_AutoArrApp.resources/House")
    }

    /// The directory of the running executable.
    package static var programDirectory: URL {
        let executable =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: executable).deletingLastPathComponent()
    }

    /// The cache that `scripts/llama` and `scripts/starter-model` fill.
    private static func cache(_ environment: [String: String]) -> URL {
        if let path = environment["AUTOARR_CACHE"] { return URL(fileURLWithPath: path) }
        let base = environment["XDG_CACHE_HOME"] ?? (environment["HOME"] ?? "/root") + "/.cache"
        return URL(fileURLWithPath: base).appending(path: "autoarr")
    }
}
