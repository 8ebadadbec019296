/// A folder by its parts, so that `/data/tv` does not contain `/data/tv-downloads`.
struct FolderPath: Sendable, Hashable {
    let parts: [String]

    /// The folder of a path with slashes of either kind.
    init(_ path: String) {
        parts = path.split { $0 == "/" || $0 == "\\" }.map(String.init)
    }

    /// Whether the other is this folder or lies in it.
    func contains(_ other: FolderPath) -> Bool { !parts.isEmpty && other.parts.starts(with: parts) }

    /// Whether one of the two lies in the other, or they are the same.
    func overlaps(_ other: FolderPath) -> Bool { contains(other) || other.contains(self) }

    /// The same place below another folder.
    func moved(from base: FolderPath, to target: String) -> String {
        let rest = parts.dropFirst(base.parts.count).joined(separator: "/")
        let target = target.hasSuffix("/") ? String(target.dropLast()) : target
        return rest.isEmpty ? target : target + "/" + rest
    }

    /// The path, absolute.
    var text: String { "/" + parts.joined(separator: "/") }
}
