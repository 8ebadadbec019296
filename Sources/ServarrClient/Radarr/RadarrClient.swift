package import ServiceHTTP

/// Radarr's API, v3, which v4 to v6 servers keep.
package struct RadarrClient: LibraryApplication {
    package let api: ServarrAPI
    package static let entryName = "movie"

    /// A client over the way to an instance.
    package init(_ channel: ServiceChannel) { api = ServarrAPI(channel: channel) }
}
