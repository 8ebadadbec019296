internal import OrderedJSON

/// The providers of a house that is set up well: download clients, indexers, notifications, lists.
enum ProviderTemplates {
    /// A field of a provider; secrets have another privacy than `normal`.
    static func field(
        _ order: Int,
        _ name: String,
        _ label: String,
        _ value: JSONValue,
        type: String = "textbox",
        privacy: String = "normal",
        advanced: Bool = false
    ) -> JSONValue {
        [
            "order": .number(order), "name": .string(name), "label": .string(label), "value": value,
            "type": .string(type), "advanced": .bool(advanced), "privacy": .string(privacy), "isFloat": false,
        ]
    }

    /// SABnzbd as a download client.
    static func sabnzbd(
        id: Int,
        host: String,
        port: Int,
        apiKey: String,
        category: String,
        for application: ServarrApplication
    ) -> JSONObject {
        let movie = application == .radarr
        return [
            "enable": true, "protocol": "usenet", "priority": 1, "removeCompletedDownloads": true,
            "removeFailedDownloads": true, "name": "SABnzbd",
            "fields": [
                field(0, "host", "Host", .string(host)),
                field(1, "port", "Port", .number(port)),
                field(2, "useSsl", "Use SSL", false, type: "checkbox"),
                field(3, "urlBase", "URL Base", "", advanced: true),
                field(4, "apiKey", "API Key", .string(apiKey), privacy: "apiKey"),
                field(5, "username", "Username", "", privacy: "userName"),
                field(6, "password", "Password", "", type: "password", privacy: "password"),
                field(7, movie ? "movieCategory" : "tvCategory", "Category", .string(category)),
                field(
                    8,
                    movie ? "recentMoviePriority" : "recentTvPriority",
                    "Recent Priority",
                    -100,
                    type: "select"
                ),
                field(
                    9,
                    movie ? "olderMoviePriority" : "olderTvPriority",
                    "Older Priority",
                    -100,
                    type: "select"
                ),
            ],
            "implementationName": "SABnzbd", "implementation": "Sabnzbd", "configContract": "SabnzbdSettings",
            "infoLink": .string("https://wiki.servarr.com/\(application.rawValue)/supported#sabnzbd"),
            "tags": [],
            "id": .number(id),
        ]
    }

    /// qBittorrent as a download client.
    static func qBittorrent(
        id: Int,
        host: String,
        port: Int,
        category: String,
        for application: ServarrApplication
    ) -> JSONObject {
        let movie = application == .radarr
        return [
            "enable": true, "protocol": "torrent", "priority": 1, "removeCompletedDownloads": true,
            "removeFailedDownloads": true, "name": "qBittorrent",
            "fields": [
                field(0, "host", "Host", .string(host)),
                field(1, "port", "Port", .number(port)),
                field(2, "useSsl", "Use SSL", false, type: "checkbox"),
                field(3, "urlBase", "URL Base", "", advanced: true),
                field(4, "username", "Username", "admin", privacy: "userName"),
                field(5, "password", "Password", "adminadmin", type: "password", privacy: "password"),
                field(6, movie ? "movieCategory" : "tvCategory", "Category", .string(category)),
            ],
            "implementationName": "qBittorrent", "implementation": "QBittorrent",
            "configContract": "QBittorrentSettings",
            "infoLink": .string("https://wiki.servarr.com/\(application.rawValue)/supported#qbittorrent"),
            "tags": [],
            "id": .number(id),
        ]
    }

    /// A usenet indexer.
    static func newznab(id: Int, name: String, for application: ServarrApplication) -> JSONObject {
        indexer(
            id: id,
            name: name,
            implementation: "Newznab",
            download: "usenet",
            application,
            fields: [
                field(0, "baseUrl", "URL", .string("http://indexer.invalid/\(id)/")),
                field(1, "apiPath", "API Path", "/api", advanced: true),
                field(2, "apiKey", "API Key", "indexer-key", privacy: "apiKey"),
                field(
                    3,
                    "categories",
                    "Categories",
                    application == .radarr ? [2000, 2040, 2045] : [5030, 5040, 5045],
                    type: "select"
                ),
            ]
        )
    }

    /// A torrent indexer.
    static func torznab(id: Int, name: String, for application: ServarrApplication) -> JSONObject {
        indexer(
            id: id,
            name: name,
            implementation: "Torznab",
            download: "torrent",
            application,
            fields: [
                field(0, "baseUrl", "URL", .string("http://prowlarr:9696/\(id)/")),
                field(1, "apiPath", "API Path", "/api", advanced: true),
                field(2, "apiKey", "API Key", "indexer-key", privacy: "apiKey"),
                field(3, "minimumSeeders", "Minimum Seeders", 5, advanced: true),
                field(4, "seedCriteria.seedRatio", "Seed Ratio", 1.5, advanced: true),
                field(5, "seedCriteria.seedTime", "Seed Time", 4320, advanced: true),
                field(
                    6,
                    "rejectBlocklistedTorrentHashesWhileGrabbing",
                    "Reject Blocklisted Torrent Hashes While Grabbing",
                    true,
                    type: "checkbox",
                    advanced: true
                ),
            ]
        )
    }

    private static func indexer(
        id: Int,
        name: String,
        implementation: String,
        download: String,
        _ application: ServarrApplication,
        fields: [JSONValue]
    ) -> JSONObject {
        var fields = fields
        if application == .sonarr {
            fields.append(
                field(
                    fields.count,
                    "failDownloads",
                    "Fail Downloads",
                    [0, 1],
                    type: "select",
                    advanced: true
                )
            )
        }
        var object: JSONObject = [
            "enableRss": true, "enableAutomaticSearch": true, "enableInteractiveSearch": true,
            "supportsRss": true,
            "supportsSearch": true, "protocol": .string(download), "priority": 25,
        ]
        if application == .sonarr { object["seasonSearchMaximumSingleEpisodeAge"] = 0 }
        object["downloadClientId"] = 0
        object["name"] = .string(name)
        object["fields"] = .array(fields)
        object["implementationName"] = .string(implementation)
        object["implementation"] = .string(implementation)
        object["configContract"] = .string(implementation + "Settings")
        object["infoLink"] = .string(
            "https://wiki.servarr.com/\(application.rawValue)/supported#\(implementation.lowercased())"
        )
        object["tags"] = []
        object["id"] = .number(id)
        return object
    }

    /// A notification that tells Plex of new files.
    static func plex(id: Int, for application: ServarrApplication) -> JSONObject {
        let events =
            application == .radarr
            ? ["onMovieAdded", "onMovieDelete", "onMovieFileDelete", "onMovieFileDeleteForUpgrade"]
            : [
                "onImportComplete", "onSeriesAdd", "onSeriesDelete", "onEpisodeFileDelete",
                "onEpisodeFileDeleteForUpgrade",
            ]
        var object: JSONObject = ["onGrab": false, "onDownload": true, "onUpgrade": true, "onRename": true]
        for event in events { object[event] = .bool(!event.hasSuffix("Add") && !event.hasSuffix("Added")) }
        for event in [
            "onHealthIssue", "onHealthRestored", "onApplicationUpdate", "onManualInteractionRequired",
        ] {
            object[event] = false
        }
        for event in ["onGrab", "onDownload", "onUpgrade", "onRename"] + events {
            object["supports" + event.prefix(1).uppercased() + event.dropFirst()] = .bool(event != "onGrab")
        }
        object["includeHealthWarnings"] = false
        object["name"] = "Plex"
        object["fields"] = [
            field(0, "host", "Host", "plex"), field(1, "port", "Port", 32400),
            field(2, "authToken", "Auth Token", "plex-token", privacy: "apiKey", advanced: true),
            field(3, "updateLibrary", "Update Library", true, type: "checkbox"),
        ]
        object["implementationName"] = "Plex Media Server"
        object["implementation"] = "PlexServer"
        object["configContract"] = "PlexServerSettings"
        object["infoLink"] = .string("https://wiki.servarr.com/\(application.rawValue)/supported#plexserver")
        object["tags"] = []
        object["id"] = .number(id)
        return object
    }
}
