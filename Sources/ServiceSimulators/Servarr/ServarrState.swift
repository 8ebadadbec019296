internal import Foundation
internal import OrderedJSON

/// All that Sonarr and Radarr keep beside their library.
struct ServarrState: Sendable {
    let application: ServarrApplication
    /// The sections of `/config`.
    var settings: [String: JSONObject]
    /// What has an id and is read and written whole, by the name in the path.
    var collections: [String: [JSONObject]]
    /// Complaints of `/health` beside those that follow from the settings.
    var complaints: [JSONObject] = []
    var commands: [QueuedCommand] = []
    var tracked: [TrackedDownload] = []
    var history: [HistoryEvent] = []
    var blocklist: [BlockedRelease] = []
    var backups: [JSONObject] = []
    private var lastID = 100

    init(application: ServarrApplication, apiKey: String) {
        self.application = application
        settings = ServarrSettings.fresh(for: application, apiKey: apiKey)
        collections = [
            "qualityprofile": QualityProfiles.fresh(for: application),
            "qualitydefinition": Self.definitions(of: application),
            "downloadclient": [], "indexer": [], "notification": [], "importlist": [], "tag": [],
            "rootfolder": [],
            "remotepathmapping": [], "customformat": [], "releaseprofile": [], "metadata": [],
            "delayprofile": [
                [
                    "enableUsenet": true, "enableTorrent": true, "preferredProtocol": "usenet",
                    "usenetDelay": 0,
                    "torrentDelay": 0, "bypassIfHighestQuality": true,
                    "bypassIfAboveCustomFormatScore": false,
                    "minimumCustomFormatScore": 0, "order": 2_147_483_647, "tags": [], "id": 1,
                ]
            ],
        ]
        if application == .sonarr {
            collections["importlistexclusion"] = []
        } else {
            collections["exclusions"] = []
        }
    }

    /// Sets up a root folder, a usenet indexer, a download client and a notification.
    mutating func furnish(rootFolder: String, client: JSONObject) {
        collections["rootfolder"] = [
            [
                "path": .string(rootFolder), "accessible": true, "freeSpace": 2_000_000_000_000,
                "unmappedFolders": [],
                "id": 1,
            ]
        ]
        collections["indexer"] = [ProviderTemplates.newznab(id: 1, name: "Nordlicht", for: application)]
        collections["downloadclient"] = [client]
        collections["notification"] = [ProviderTemplates.plex(id: 1, for: application)]
    }

    /// A number that no other thing here has.
    mutating func makeID() -> Int {
        lastID += 1
        return lastID
    }

    /// Those of a collection.
    func all(_ collection: String) -> [JSONObject] { collections[collection] ?? [] }

    /// Changes those of a collection.
    mutating func update(_ collection: String, _ change: (inout JSONObject) -> Void) {
        collections[collection] = all(collection).map { object in
            var object = object
            change(&object)
            return object
        }
    }

    /// The enabled clients for a protocol.
    func clients(for download: String) -> [JSONObject] {
        all("downloadclient").filter { $0["enable"]?.bool == true && $0["protocol"]?.string == download }
    }

    /// Whether that switch of a section of the configuration is on.
    func isOn(_ key: String, in section: String) -> Bool { settings[section]?[key]?.bool == true }

    private static func definitions(of application: ServarrApplication) -> [JSONObject] {
        Quality.all(of: application).enumerated().map { index, quality in
            let high = quality.resolution >= 1080
            return [
                "quality": quality.json, "title": .string(quality.name), "weight": .number(index + 1),
                "minSize": high ? 5 : 2, "maxSize": high ? 400 : 130, "preferredSize": high ? 395 : 95,
                "id": .number(index + 1),
            ]
        }
    }
}

extension JSONObject {
    /// The value of a provider's field.
    func field(_ name: String) -> JSONValue? {
        (self["fields"]?.array ?? []).first { $0["name"]?.string == name }?["value"]
    }

    /// Sets the value of a provider's field, which must exist.
    mutating func setField(_ name: String, _ value: JSONValue) {
        self["fields"] = .array(
            (self["fields"]?.array ?? []).map { field in
                guard field["name"]?.string == name else { return field }
                var field = field
                field["value"] = value
                return field
            }
        )
    }

    /// The object with what `/downloadclient` and its like hide behind `********`.
    var masked: JSONObject {
        guard let fields = self["fields"]?.array else { return self }
        var object = self
        object["fields"] = .array(
            fields.map { field in
                guard ["password", "apiKey"].contains(field["privacy"]?.string),
                    let value = field["value"]?.string,
                    !value.isEmpty
                else { return field }
                var field = field
                field["value"] = "********"
                return field
            }
        )
        return object
    }

    /// The object with what came back as `********` set to what `old` holds.
    func unmasked(from old: JSONObject?) -> JSONObject {
        guard let fields = self["fields"]?.array else { return self }
        var object = self
        object["fields"] = .array(
            fields.map { field in
                guard field["value"] == "********", let name = field["name"]?.string else { return field }
                var field = field
                field["value"] = old?.field(name) ?? ""
                return field
            }
        )
        return object
    }
}
