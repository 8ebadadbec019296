package import OrderedJSON
package import ServiceHTTP

extension SABnzbdClient {
    /// A section of the configuration: an object for `misc`, a list for `servers` and `categories`.
    ///
    /// - Returns: nil for a section that this version does not have.
    package func configuration(_ section: String) async throws(ServiceError) -> JSONValue? {
        try await call("read its settings", "get_config", [QueryItem("section", section)]).row("config")?
            .value[section]
    }

    /// One setting.
    ///
    /// - Returns: nil for a setting that this version does not have.
    package func setting(_ section: String, _ keyword: String) async throws(ServiceError) -> JSONValue? {
        let items = [QueryItem("section", section), QueryItem("keyword", keyword)]
        return try await call("read a setting", "get_config", items).row("config")?.value[section]?[keyword]
    }

    /// Changes one setting; a value out of range is clamped without a word, so read the result.
    ///
    /// - Returns: The value as SABnzbd then has it.
    /// - Throws: ``ServiceError``: `rejected` for a setting that there is none.
    package func setSetting(
        _ section: String,
        _ keyword: String,
        to value: JSONValue
    ) async throws(ServiceError) -> JSONValue? {
        let items = [
            QueryItem("section", section), QueryItem("keyword", keyword),
            QueryItem("value", value.sabnzbdText),
        ]
        let row = try await call("change a setting", "set_config", items, purpose: .idempotentWrite)
        return row.row("config")?.value[section]?[keyword]
    }

    /// Changes, or adds, an entry of a list section (`servers`, `categories`): only the given fields.
    package func setEntry(
        _ section: String,
        named name: String,
        _ fields: JSONObject
    ) async throws(ServiceError) {
        var items = [QueryItem("section", section), QueryItem("keyword", name)]
        for (key, value) in fields where value.string != Self.maskedPassword {
            items.append(QueryItem(key, value.sabnzbdText))
        }
        _ = try await call("change its \(section)", "set_config", items, purpose: .idempotentWrite)
    }

    /// Takes an entry of a list section out.
    package func deleteEntry(_ section: String, named name: String) async throws(ServiceError) {
        let items = [QueryItem("section", section), QueryItem("keyword", name)]
        let row = try await call("delete from its \(section)", "del_config", items, purpose: .idempotentWrite)
        try confirm("delete from its \(section)", row, otherwise: "there is no such entry")
    }

    /// The categories, `*` for the default first.
    package func categories() async throws(ServiceError) -> [String] {
        try await call("read its categories", "get_cats", allowance: .quick).texts("categories")
    }

    /// The scripts that jobs can run.
    package func scripts() async throws(ServiceError) -> [String] {
        try await call("read its scripts", "get_scripts", allowance: .quick).texts("scripts")
    }

    /// What SABnzbd shows in place of a server's password; never written back.
    static let maskedPassword = "**********"
}

extension JSONValue {
    /// A value as SABnzbd's query takes it: 0 and 1, lists separated by commas.
    var sabnzbdText: String {
        switch self {
        case .bool(let bool): bool ? "1" : "0"
        case .array(let elements): elements.map { $0.lenientText ?? "" }.joined(separator: ", ")
        default: lenientText ?? ""
        }
    }
}
