internal import Foundation

/// Files in which the kernel tells about processes and the machine.
package enum KernelFile {
    /// The whole text of one; nil where there is none.
    ///
    /// Such files say that they are empty, so they have to be read to their end.
    package static func text(_ path: String) -> String? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        var bytes = Data()
        while let block = try? file.read(upToCount: 1 << 16), !block.isEmpty { bytes.append(block) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
