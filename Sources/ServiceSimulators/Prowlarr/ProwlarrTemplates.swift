internal import OrderedJSON

/// The indexers and applications of a Prowlarr that is set up well.
enum ProwlarrTemplates {
    /// An indexer: its number, name, protocol (`usenet`, `torrent`) and privacy (`public`, `semiPrivate`, `private`).
    static func indexer(id: Int, name: String, protocol download: String, privacy: String) -> JSONObject {
        let isTorrent = download == "torrent"
        var fields = [
            ProviderTemplates.field(
                0,
                "baseUrl",
                "Base URL",
                .string("https://\(name.lowercased()).invalid/")
            ),
            ProviderTemplates.field(1, "apiKey", "API Key", "indexer-key", privacy: "apiKey"),
            ProviderTemplates.field(
                2,
                "baseSettings.queryLimit",
                "Query Limit",
                1000,
                type: "number",
                advanced: true
            ),
            ProviderTemplates.field(
                3,
                "baseSettings.grabLimit",
                "Grab Limit",
                200,
                type: "number",
                advanced: true
            ),
        ]
        if isTorrent {
            fields += [
                ProviderTemplates.field(
                    4,
                    "torrentBaseSettings.appMinimumSeeders",
                    "Apps Minimum Seeders",
                    nil,
                    type: "number",
                    advanced: true
                ),
                ProviderTemplates.field(
                    5,
                    "torrentBaseSettings.seedRatio",
                    "Seed Ratio",
                    1.5,
                    advanced: true
                ),
                ProviderTemplates.field(6, "torrentBaseSettings.seedTime", "Seed Time", 4320, advanced: true),
            ]
        }
        return [
            "indexerUrls": [.string("https://\(name.lowercased()).invalid/")], "legacyUrls": [],
            "definitionName": .string(name.lowercased()), "description": .string("\(name), made up"),
            "language": "en-US", "encoding": "Unicode (UTF-8)", "enable": true, "redirect": false,
            "supportsRss": true, "supportsSearch": true, "supportsRedirect": .bool(!isTorrent),
            "supportsPagination": false, "appProfileId": 1, "protocol": .string(download),
            "privacy": .string(privacy), "capabilities": capabilities, "priority": 25, "downloadClientId": 0,
            "added": "2026-01-04T10:00:00Z", "sortName": .string(name.lowercased()), "name": .string(name),
            "fields": .array(fields), "implementationName": .string(isTorrent ? "Cardigann" : "Newznab"),
            "implementation": .string(isTorrent ? "Cardigann" : "Newznab"),
            "configContract": .string(isTorrent ? "CardigannSettings" : "NewznabSettings"),
            "infoLink": .string("https://wiki.servarr.com/prowlarr/supported-indexers#\(name.lowercased())"),
            "tags": [], "id": .number(id),
        ]
    }

    private static let capabilities: JSONValue = [
        "limitsMax": 100, "limitsDefault": 100,
        "categories": [
            [
                "id": 2000, "name": "Movies",
                "subCategories": [["id": 2040, "name": "Movies/HD", "subCategories": []]],
            ],
            [
                "id": 5000, "name": "TV",
                "subCategories": [["id": 5040, "name": "TV/HD", "subCategories": []]],
            ],
        ],
        "supportsRawSearch": false, "searchParams": ["q"], "tvSearchParams": ["q", "season", "ep", "tvdbId"],
        "movieSearchParams": ["q", "imdbId", "tmdbId"], "musicSearchParams": [], "bookSearchParams": [],
    ]

    /// Sonarr or Radarr as an application that gets the indexers.
    static func application(id: Int, _ application: ServarrApplication, url: String, prowlarr: String)
        -> JSONObject
    {
        let name = application == .radarr ? "Radarr" : "Sonarr"
        return [
            "syncLevel": "fullSync", "name": .string(name),
            "fields": [
                ProviderTemplates.field(0, "prowlarrUrl", "Prowlarr Server", .string(prowlarr)),
                ProviderTemplates.field(1, "baseUrl", "\(name) Server", .string(url)),
                ProviderTemplates.field(2, "apiKey", "API Key", "application-key", privacy: "apiKey"),
                ProviderTemplates.field(
                    3,
                    "syncCategories",
                    "Sync Categories",
                    application == .radarr ? [2000, 2040, 2045] : [5000, 5040, 5045],
                    type: "select",
                    advanced: true
                ),
                ProviderTemplates.field(
                    4,
                    "syncRejectBlocklistedTorrentHashesWhileGrabbing",
                    "Sync Reject Blocklisted Torrent Hashes While Grabbing",
                    true,
                    type: "checkbox",
                    advanced: true
                ),
            ],
            "implementationName": .string(name), "implementation": .string(name),
            "configContract": .string("\(name)Settings"),
            "infoLink": .string("https://wiki.servarr.com/prowlarr/supported#\(name.lowercased())"),
            "tags": [],
            "id": .number(id),
        ]
    }

    /// The profile that indexers have unless told otherwise.
    static let profile: JSONObject = [
        "name": "Standard", "enableRss": true, "enableAutomaticSearch": true, "enableInteractiveSearch": true,
        "minimumSeeders": 5, "id": 1,
    ]
}
