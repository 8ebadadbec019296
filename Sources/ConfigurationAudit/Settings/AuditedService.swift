package import MediaDomain
package import OrderedJSON

/// A service whose settings can be read and written, document by document.
package struct AuditedService: Sendable {
    /// The instance.
    package let id: ServiceID
    /// The application.
    package let kind: ServiceKind
    /// Reads a document, whole and with its secrets; what is kept of it is cleaned first.
    let read: @Sendable (_ document: String) async throws -> JSONValue
    /// Sets some settings of one object, or removes the object when the settings are `null`.
    let write: @Sendable (_ document: String, _ element: String?, _ settings: JSONValue) async throws -> Void

    /// A service.
    package init(
        id: ServiceID,
        kind: ServiceKind,
        read: @escaping @Sendable (_ document: String) async throws -> JSONValue,
        write:
            @escaping @Sendable (_ document: String, _ element: String?, _ settings: JSONValue) async throws
            -> Void
    ) {
        self.id = id
        self.kind = kind
        self.read = read
        self.write = write
    }

    /// The settings that a change is about, as the service has them now; `null` where the object does not exist.
    ///
    /// - Throws: What the reading throws.
    func current(_ document: String, element: String?, names: [String]) async throws -> JSONValue {
        let whole = try await read(document)
        guard let element else { return Self.settings(names, of: whole) }
        let found = (whole.array ?? []).first {
            (kind == .sabnzbd ? $0["name"] : $0["id"]).map { Self.same($0, element) } ?? false
        }
        guard let found else { return .null }
        return Self.settings(names, of: found)
    }

    private static func same(_ value: JSONValue, _ element: String) -> Bool {
        switch value {
        case .string(let text): text.lowercased() == element.lowercased()
        case .number(let number): number.text == element
        default: false
        }
    }

    private static func settings(_ names: [String], of object: JSONValue) -> JSONValue {
        .object(JSONObject(members: names.map { ($0, object.setting($0) ?? .null) }))
    }
}
