internal import MediaDomain
internal import OrderedJSON
internal import ServiceHTTP

/// One service under one rule: reads its values and words its findings.
struct RuleSubject: Sendable {
    let rule: String
    let severity: Severity
    let service: ServiceSnapshot
    let snapshot: ConfigurationSnapshot

    var name: String { service.name }

    /// The value of a field of a document; nil where either is missing.
    func value(_ document: String, _ field: String) -> JSONValue? { service[document]?[field] }

    func flag(_ document: String, _ field: String) -> Bool? { value(document, field)?.lenientBool }
    func int(_ document: String, _ field: String) -> Int? { value(document, field)?.lenientInt }
    func text(_ document: String, _ field: String) -> String? { value(document, field)?.lenientText }

    /// A finding about this service.
    ///
    /// `part` is what it is about within the service, where the rule can find several: a category, a root folder.
    func finding(
        _ title: String,
        part: String? = nil,
        current: String,
        good: String,
        why: String,
        fix: Finding.Fix = .guidance,
        change: SettingChange? = nil
    ) -> Finding {
        Finding(
            id: [rule, service.id.rawValue, part.map(Self.slug)].compactMap(\.self).joined(separator: "."),
            rule: rule,
            service: service.id,
            severity: severity,
            title: title,
            current: current,
            good: good,
            why: why,
            fix: change == nil ? .guidance : fix,
            change: change
        )
    }

    /// A change of one field of a document that is one object.
    func change(_ document: String, _ field: String, to value: JSONValue) -> SettingChange {
        change(document, [(field, value)])
    }

    /// A change of several fields of a document that is one object.
    func change(_ document: String, _ fields: [(String, JSONValue)]) -> SettingChange {
        SettingChange(
            service: service.id,
            document: document,
            before: .object(
                JSONObject(members: fields.map { ($0.0, service[document]?[$0.0] ?? .null) })
            ),
            after: .object(JSONObject(members: fields))
        )
    }

    /// A change of one field of an element of a list, named by its id in an arr, by its name in SABnzbd.
    func change(_ document: String, _ element: JSONValue, _ field: String, to value: JSONValue)
        -> SettingChange?
    {
        guard let key = (service.kind == .sabnzbd ? element["name"] : element["id"])?.lenientText else {
            return nil
        }
        return SettingChange(
            service: service.id,
            document: document,
            element: key,
            before: .object([field: element.setting(field) ?? .null]),
            after: .object([field: value])
        )
    }

    private static func slug(_ text: String) -> String {
        let words = text.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        return words.isEmpty ? "x" : words.joined(separator: "-")
    }
}

extension JSONValue {
    /// A setting by its name; `fields.host` looks into the list of a provider's fields.
    func setting(_ name: String) -> JSONValue? {
        guard name.hasPrefix("fields.") else { return self[name] }
        let name = String(name.dropFirst(7))
        return self["fields"]?.array?.first { $0["name"]?.string == name }?["value"]
    }

    /// The value for people: texts in quotes, truth as on and off, nothing as "not set".
    var inWords: String {
        switch self {
        case .null: "not set"
        case .bool(let bool): bool ? "on" : "off"
        case .number(let number): number.text
        case .string(let text): text.isEmpty ? "empty" : "\"\(text)\""
        case .array(let elements):
            elements.isEmpty ? "empty" : elements.map(\.inWords).joined(separator: ", ")
        case .object: text()
        }
    }
}
