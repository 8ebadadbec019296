internal import MediaDomain
internal import OrderedJSON
package import ServiceHTTP

extension AuditedService {
    /// SABnzbd, by `get_config`, `set_config` and `del_config` (recorded from 3.7.1, 4.5.0 and 5.0.1).
    package static func sabnzbd(_ channel: ServiceChannel) -> AuditedService {
        AuditedService(
            id: channel.id,
            kind: .sabnzbd,
            read: { document in
                switch document {
                case "queue":
                    return try await get(
                        channel,
                        "read the queue",
                        "queue",
                        [("limit", "1")],
                        member: "queue"
                    )
                case "fullstatus":
                    // Without skip_dashboard SABnzbd looks up public addresses on the internet.
                    return try await get(
                        channel,
                        "read the status",
                        "fullstatus",
                        [("skip_dashboard", "1")],
                        member: "status"
                    )
                case "version": return try await get(channel, "read the version", "version", [], member: nil)
                default:
                    let config = try await get(
                        channel,
                        "read the settings",
                        "get_config",
                        [("section", document)],
                        member: "config"
                    )
                    // SABnzbd answers an empty object for a section that it does not have.
                    return config[document] ?? .null
                }
            },
            write: { document, element, settings in
                if document == "queue" {
                    let isPaused = settings["paused"]?.lenientBool == true
                    try await set(channel, isPaused ? "pause" : "resume", [])
                } else if let element {
                    guard let object = settings.object else {
                        try await set(channel, "del_config", [("section", document), ("keyword", element)])
                        return
                    }
                    let fields = object.map { ($0.key, text($0.value)) }
                    try await set(
                        channel,
                        "set_config",
                        [("section", document), ("keyword", element)] + fields
                    )
                } else {
                    for (name, value) in settings.object ?? [:] {
                        let query = [("section", document), ("keyword", name), ("value", text(value))]
                        try await set(channel, "set_config", query)
                    }
                }
            }
        )
    }

    private static func get(
        _ channel: ServiceChannel,
        _ operation: String,
        _ mode: String,
        _ query: [(String, String)],
        member: String?
    ) async throws -> JSONValue {
        let items = [("mode", mode), ("output", "json")] + query
        let request = ServiceRequest(operation, .get, "api", query: items.map { QueryItem($0.0, $0.1) })
        let document = try await channel.send(request).json()
        guard let member else { return document }
        return document[member] ?? .null
    }

    private static func set(_ channel: ServiceChannel, _ mode: String, _ query: [(String, String)])
        async throws
    {
        let items = [("mode", mode), ("output", "json")] + query
        let request = ServiceRequest(
            "change the settings",
            .get,
            "api",
            query: items.map { QueryItem($0.0, $0.1) },
            purpose: .idempotentWrite
        )
        let reply = try await channel.send(request).json()
        if reply["status"]?.lenientBool == false {
            throw SettingsError.refused(
                service: channel.id,
                reason: reply["error"]?.lenientText ?? "it gave no reason"
            )
        }
    }

    /// A value as SABnzbd's query takes it; lists are separated by commas.
    private static func text(_ value: JSONValue) -> String {
        switch value {
        case .bool(let bool): bool ? "1" : "0"
        case .array(let elements): elements.map { $0.lenientText ?? "" }.joined(separator: ", ")
        default: value.lenientText ?? ""
        }
    }
}
