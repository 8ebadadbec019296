package import ServiceHTTP

/// Prowlarr's API, v1, which 1.x and 2.x servers keep.
///
/// - Note: Source: the official OpenAPI document.
package struct ProwlarrClient: ServarrApplication {
    package let api: ServarrAPI

    /// A client over the way to an instance.
    package init(_ channel: ServiceChannel) { api = ServarrAPI(channel: channel) }
}
