internal import Foundation

/// What tells that a file is still the same without reading it.
struct FileStamp: Hashable {
    /// Its size in bytes.
    let bytes: Int
    /// When it was last written, in seconds since 1970.
    let modified: Double
    /// Its number in the file system.
    let inode: UInt64

    /// The stamp of a file; nil where there is none.
    init?(path: String) {
        // What a link leads to counts, not the link.
        let path = URL(filePath: path).resolvingSymlinksInPath().path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            attributes[.type] as? FileAttributeType == .typeRegular
        else { return nil }
        bytes = (attributes[.size] as? NSNumber)?.intValue ?? 0
        modified = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        inode = (attributes[.systemFileNumber] as? NSNumber)?.uint64Value ?? 0
    }
}
