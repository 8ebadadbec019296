package import ServiceHTTP

/// Sonarr's API, v3, which v4 servers keep.
package struct SonarrClient: LibraryApplication {
    package let api: ServarrAPI
    package static let entryName = "series"

    /// A client over the way to an instance.
    package init(_ channel: ServiceChannel) { api = ServarrAPI(channel: channel) }
}
