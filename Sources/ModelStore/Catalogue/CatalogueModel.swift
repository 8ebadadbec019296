/// A model that is known to work here, with where its makers publish it.
package struct CatalogueModel: Sendable, Hashable, Codable {
    /// A short name, also that of the file without its ending.
    package let name: String
    /// Its name for people.
    package let title: String
    /// Where it is fetched from.
    package let url: String
    /// The size of the file in bytes.
    package let bytes: Int
    /// The SHA-256 of the file, in lower-case hexadecimal.
    package let sha256: String
    /// Its licence, with what it forbids.
    package let licence: String
    /// How much memory the machine should have, in bytes.
    package let memory: Int

    /// The name of its file.
    package var fileName: String { name + ".gguf" }
}

extension CatalogueModel {
    /// The models that are offered, the default first.
    ///
    /// - Note: Source: the publishers' pages on huggingface.co; sizes and hashes are those of their file lists.
    package static let all: [CatalogueModel] = [
        CatalogueModel(
            name: "qwen2.5-3b-instruct-q4_k_m",
            title: "Qwen2.5 3B Instruct",
            url:
                "https://huggingface.co/Qwen/Qwen2.5-3B-Instruct-GGUF/resolve/main/qwen2.5-3b-instruct-q4_k_m.gguf",
            bytes: 2_104_932_768,
            sha256: "626b4a6678b86442240e33df819e00132d3ba7dddfe1cdc4fbb18e0a9615c62d",
            licence: "Qwen Research License: not for commercial use",
            memory: 4 << 30
        ),
        CatalogueModel(
            name: "qwen2.5-1.5b-instruct-q4_k_m",
            title: "Qwen2.5 1.5B Instruct",
            url: "https://huggingface.co/Qwen/Qwen2.5-1.5B-Instruct-GGUF/resolve/main/"
                + "qwen2.5-1.5b-instruct-q4_k_m.gguf",
            bytes: 1_117_320_736,
            sha256: "6a1a2eb6d15622bf3c96857206351ba97e1af16c30d7a74ee38970e434e9407e",
            licence: "Apache-2.0",
            memory: 3 << 30
        ),
        CatalogueModel(
            name: "qwen2.5-0.5b-instruct-q4_k_m",
            title: "Qwen2.5 0.5B Instruct",
            url: "https://huggingface.co/Qwen/Qwen2.5-0.5B-Instruct-GGUF/resolve/main/"
                + "qwen2.5-0.5b-instruct-q4_k_m.gguf",
            bytes: 491_400_032,
            sha256: "74a4da8c9fdbcd15bd1f6d01d621410d31c6fc00986f5eb687824e7b93d7a9db",
            licence: "Apache-2.0",
            memory: 2 << 30
        ),
        CatalogueModel(
            name: "qwen3-4b-q4_k_m",
            title: "Qwen3 4B",
            url: "https://huggingface.co/Qwen/Qwen3-4B-GGUF/resolve/main/Qwen3-4B-Q4_K_M.gguf",
            bytes: 2_497_280_256,
            sha256: "7485fe6f11af29433bc51cab58009521f205840f5b4ae3a32fa7f92e8534fdf5",
            licence: "Apache-2.0",
            memory: 8 << 30
        ),
    ]

    /// The model of a name; nil where the catalogue has none.
    package static func named(_ name: String) -> CatalogueModel? { all.first { $0.name == name } }

    /// What the catalogue knows of a URL, whatever revision it names.
    package static func published(at url: String) -> CatalogueModel? {
        all.first {
            url.hasSuffix("/" + ($0.url.split(separator: "/").last ?? "-")) && url.contains("huggingface.co/")
        }
    }
}
