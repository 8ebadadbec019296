/// Where a model file comes from, and what tells that it is the right one.
package struct ModelSource: Sendable, Hashable, Codable {
    /// Its URL; redirects are followed.
    package let url: String
    /// The SHA-256 that the file must have, in lower-case hexadecimal; nil where nobody knows it.
    package let sha256: String?

    /// A source; a hash that is not given is taken from the catalogue, where that knows the URL.
    package init(url: String, sha256: String? = nil) {
        self.url = url
        self.sha256 = sha256?.lowercased() ?? CatalogueModel.published(at: url)?.sha256
    }
}

/// How far a fetch has come.
package struct ModelProgress: Sendable, Hashable, Codable {
    /// What is being done.
    package enum Phase: String, Sendable, Hashable, Codable {
        /// The file comes in.
        case downloading
        /// The connection broke; it is tried again from where it was.
        case retrying
        /// What is there is compared with the hash.
        case verifying
        /// The file is in its place.
        case ready
    }

    /// What is being done.
    package let phase: Phase
    /// How many bytes are there.
    package let receivedBytes: Int
    /// How many there will be; nil where the server does not say.
    package let totalBytes: Int?
}
