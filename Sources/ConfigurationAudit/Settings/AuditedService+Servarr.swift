package import MediaDomain
internal import OrderedJSON
package import ServiceHTTP

extension AuditedService {
    /// Sonarr, Radarr or Prowlarr by their API: objects are read whole, changed in one place, and put back.
    package static func servarr(_ channel: ServiceChannel, kind: ServiceKind) -> AuditedService {
        AuditedService(
            id: channel.id,
            kind: kind,
            read: { document in
                let request = ServiceRequest("read the settings", .get, "\(root(of: kind))/\(document)")
                return try await channel.send(request).json()
            },
            write: { document, element, settings in
                try await write(channel, root(of: kind), document, element, settings)
            }
        )
    }

    private static func root(of kind: ServiceKind) -> String { kind == .prowlarr ? "api/v1" : "api/v3" }

    private static func write(
        _ channel: ServiceChannel,
        _ root: String,
        _ document: String,
        _ element: String?,
        _ settings: JSONValue
    ) async throws {
        let path = element.map { "\(root)/\(document)/\($0)" } ?? "\(root)/\(document)"
        var object = try await channel.send(ServiceRequest("read the settings", .get, path)).json()
        for (name, value) in settings.object ?? [:] {
            guard !SecretFields.isSecret(name) else {
                throw SettingsError.secret(service: channel.id, name: name)
            }
            guard object.replace(name, with: value) else {
                throw SettingsError.unknownSetting(service: channel.id, document: document, name: name)
            }
        }
        let target = object["id"]?.lenientText.map { "\(root)/\(document)/\($0)" } ?? path
        let put = ServiceRequest(
            "change the settings",
            .put,
            target,
            query: element == nil ? [] : [QueryItem("forceSave", true)],
            body: .json(object),
            purpose: .idempotentWrite
        )
        _ = try await channel.send(put)
    }
}

extension JSONValue {
    /// Sets an existing setting; `fields.host` is looked for in the list of a provider's fields.
    ///
    /// - Returns: Whether there is such a setting.
    mutating func replace(_ name: String, with value: JSONValue) -> Bool {
        guard name.hasPrefix("fields.") else {
            guard self[name] != nil else { return false }
            self[name] = value
            return true
        }
        let field = String(name.dropFirst(7))
        guard var fields = self["fields"]?.array,
            let index = fields.firstIndex(where: { $0["name"]?.string == field })
        else { return false }
        fields[index]["value"] = value
        self["fields"] = .array(fields)
        return true
    }
}
