package import Foundation
package import OrderedJSON
package import ServiceHTTP

/// SABnzbd's own state: its news servers, its warnings, what it left lying about.
///
/// - Note: Source: `mode=fullstatus`, without the part that looks up public addresses.
package struct SABnzbdFullStatus: ServiceRow {
    /// The version.
    package let version: String
    /// Whether everything is halted.
    package let isPaused: Bool
    /// The news servers.
    package let servers: [Server]
    /// The warnings, oldest first.
    package let warnings: [SABnzbdWarning]
    /// Folders of unfinished jobs that no job belongs to.
    package let orphans: [String]
    /// The folder for unfinished jobs.
    package let incompleteFolder: String?
    /// The folder for finished jobs.
    package let completeFolder: String?

    /// A news server as it is now.
    package struct Server: ServiceRow, Hashable {
        /// Its name.
        package let name: String
        /// Whether it is used at the moment.
        package let isActive: Bool
        /// Connections in use.
        package let activeConnections: Int
        /// Connections allowed.
        package let totalConnections: Int
        /// What is wrong with it, empty for nothing.
        package let error: String
        /// What it warns about, empty for nothing.
        package let warning: String

        package init(_ row: JSONRow) throws(RowFault) {
            name = row.text("servername") ?? ""
            isActive = row.flag("serveractive") ?? false
            activeConnections = row.int("serveractiveconn") ?? 0
            totalConnections = row.int("servertotalconn") ?? 0
            error = row.text("servererror") ?? ""
            warning = row.text("serverwarning") ?? ""
        }
    }

    package init(_ row: JSONRow) throws(RowFault) {
        version = row.text("version") ?? ""
        isPaused = row.flag("paused") ?? false
        servers = row.value["servers"]?.array == nil ? [] : try row.elements(of: "servers")
        warnings = row.value["warnings"]?.array == nil ? [] : try row.elements(of: "warnings")
        orphans = row.texts("folders") + row.rows("folders").compactMap { $0.text("folder") }
        incompleteFolder = row.text("downloaddir")
        completeFolder = row.text("completedir")
    }
}

/// Something that SABnzbd warns about.
package struct SABnzbdWarning: ServiceRow, Hashable {
    /// `WARNING`, `ERROR`.
    package let level: String
    /// The text, in SABnzbd's language.
    package let text: String
    /// When.
    package let time: Date?

    package init(_ row: JSONRow) throws(RowFault) {
        level = row.text("type") ?? ""
        text = row.value.string ?? row.text("text") ?? ""
        time = row.date("time")
    }
}

extension SABnzbdClient {
    /// Its own state.
    package func fullStatus() async throws(ServiceError) -> SABnzbdFullStatus {
        let row = try await call("read its status", "fullstatus", [QueryItem("skip_dashboard", 1)])
        return try decode("read its status", row, "status")
    }

    /// What it warns about, oldest first.
    package func warnings() async throws(ServiceError) -> [SABnzbdWarning] {
        let row = try await call("read its warnings", "warnings", allowance: .quick)
        do {
            return try row.elements(of: "warnings")
        } catch {
            throw channel.error(
                .badReply(place: error.path, problem: error.problem),
                operation: "read its warnings"
            )
        }
    }

    /// Uses a news server again at once that was being left alone after an error.
    package func unblockServer(_ name: String) async throws(ServiceError) {
        let items = [QueryItem("name", "unblock_server"), QueryItem("value", name)]
        _ = try await call("use a news server again", "status", items, purpose: .idempotentWrite)
    }

    /// Tries a news server out, with the stored password where the given one is masked.
    ///
    /// - Returns: nil when it works, else SABnzbd's words.
    package func testServer(_ server: JSONValue) async throws(ServiceError) -> String? {
        var items = [QueryItem("name", "test_server")]
        for (key, value) in server.object ?? [:] {
            let sent = key == "name" ? "server" : key
            items.append(QueryItem(sent, value.sabnzbdText))
        }
        let row = try await call("test a news server", "config", items, allowance: .library)
        let result = row.row("value")
        guard result?.flag("result") != true else { return nil }
        return channel.redacted(result?.text("message") ?? "it gave no reason")
    }
}
