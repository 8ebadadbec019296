/// A model file on disk.
package struct InstalledModel: Sendable, Hashable, Codable {
    /// The name of the file without its ending.
    package let name: String
    /// Where it is.
    package let path: String
    /// Its size in bytes.
    package let bytes: Int
}
