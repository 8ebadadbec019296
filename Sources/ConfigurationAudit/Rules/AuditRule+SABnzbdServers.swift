internal import Foundation
internal import MediaDomain
internal import OrderedJSON
internal import ServiceHTTP

extension AuditRule {
    private static func servers(of subject: RuleSubject) -> [JSONValue] {
        subject.service.list("servers").filter { $0["enable"]?.lenientBool == true }
    }

    /// Loopback servers are tunnels or tests: encryption there protects nothing.
    private static func isLocal(_ server: JSONValue) -> Bool {
        ["127.0.0.1", "localhost", "::1"].contains(server["host"]?.string ?? "")
    }

    private static func serverName(_ server: JSONValue) -> String {
        let shown = server["displayname"]?.string ?? ""
        return shown.isEmpty ? server.clientName : shown
    }

    /// Group C: news servers.
    static let sabnzbdServers: [AuditRule] = [
        each("C04", .high, of: .sabnzbd, reading: ["servers"]) { subject in
            servers(of: subject).compactMap { server in
                guard server["ssl"]?.lenientBool == false, !isLocal(server) else { return nil }
                return subject.finding(
                    "The news server \(serverName(server)) is used without encryption",
                    part: server.clientName,
                    current: "ssl is off, port \(server["port"]?.lenientText ?? "?")",
                    good: "on, port 563",
                    why: "Your login and everything that you download can be read on the way.",
                    fix: .asks,
                    change: SettingChange(
                        service: subject.service.id,
                        document: "servers",
                        element: server.clientName,
                        before: ["ssl": server["ssl"] ?? 0, "port": server["port"] ?? 119],
                        after: ["ssl": 1, "port": 563]
                    )
                )
            }
        },
        each("C05", .medium, of: .sabnzbd, reading: ["servers"]) { subject in
            servers(of: subject).compactMap { server in
                guard server["ssl"]?.lenientBool == true, let level = server["ssl_verify"]?.lenientInt,
                    level < 2,
                    !isLocal(server)
                else { return nil }
                return subject.finding(
                    "The certificate of \(serverName(server)) is not checked",
                    part: server.clientName,
                    current: "ssl_verify is \(level)",
                    good: "3: strict",
                    why: "Somebody on the way can pose as the news server and take your login.",
                    fix: .asks,
                    change: subject.change("servers", server, "ssl_verify", to: 3)
                )
            }
        },
        each("C06", .critical, of: .sabnzbd, reading: ["servers", "fullstatus"]) { subject in
            guard subject.service["servers"]?.array != nil else { return [] }
            if servers(of: subject).isEmpty {
                return [
                    subject.finding(
                        "SABnzbd has no news server",
                        current: subject.service.list("servers").isEmpty ? "none" : "all are switched off",
                        good: "at least one switched on",
                        why:
                            "Nothing can be downloaded: jobs stay at 0 % without a word. Add one under Config, Servers."
                    )
                ]
            }
            return (subject.service["fullstatus"]?["servers"]?.array ?? []).compactMap { server in
                guard let error = server["servererror"]?.string, !error.isEmpty else { return nil }
                let name = server["servername"]?.string ?? "the news server"
                return subject.finding(
                    "The news server \(name) refuses",
                    part: name,
                    current: error,
                    good: "no error",
                    why:
                        "Downloads wait or fail because of \(name), not because of the releases. Check login and plan."
                )
            }
        },
        each("C07", .low, of: .sabnzbd, reading: ["servers"]) { subject in
            let all = servers(of: subject)
            let blocks = all.filter { !($0["quota"]?.string ?? "").isEmpty }
            let main = all.filter { ($0["quota"]?.string ?? "").isEmpty }
            guard !main.isEmpty else { return [] }
            let best = main.compactMap { $0["priority"]?.lenientInt }.min() ?? 0
            return blocks.compactMap { server in
                guard let priority = server["priority"]?.lenientInt, priority <= best else { return nil }
                return subject.finding(
                    "The paid block of \(serverName(server)) is used first",
                    part: server.clientName,
                    current: "priority \(priority), the main server has \(best)",
                    good: "a higher number than the main server",
                    why: "A block is paid by the gigabyte; it should only fill what the main server lacks.",
                    fix: .asks,
                    change: subject.change("servers", server, "priority", to: .number(best + 10))
                )
            }
        },
        each("C08", .low, of: .sabnzbd, reading: ["servers"]) { subject in
            servers(of: subject).compactMap { server in
                guard let count = server["connections"]?.lenientInt, count > 50 || count < 2 else {
                    return nil
                }
                return subject.finding(
                    "\(serverName(server)) is used with \(count) \(count == 1 ? "connection" : "connections")",
                    part: server.clientName,
                    current: "\(count)",
                    good: "8 to 30, no more than your plan allows",
                    why: count > 50
                        ? "More than about 30 bring no speed, cost CPU, and may lock the account."
                        : "One connection is slow and stops at every hiccup.",
                    fix: .asks,
                    change: subject.change("servers", server, "connections", to: count > 50 ? 30 : 8)
                )
            }
        },
        each("C30", .medium, of: .sabnzbd, reading: ["servers"]) { subject in
            servers(of: subject).compactMap { server in
                guard let text = server["expire_date"]?.string, let end = ServiceDate(text)?.date else {
                    return nil
                }
                let days = Int(end.timeIntervalSince(subject.snapshot.time) / 86_400)
                guard days <= 7 else { return nil }
                return subject.finding(
                    days < 0
                        ? "The account at \(serverName(server)) has ended"
                        : "The account at \(serverName(server)) ends soon",
                    part: server.clientName,
                    current: days < 0 ? "since \(text)" : "on \(text), in \(days) days",
                    good: "more than a week left",
                    why: "From that day on every download fails."
                )
            }
        },
    ]

    /// Group C: how SABnzbd stands right now.
    static let sabnzbdState: [AuditRule] = [
        each("C28", .high, of: .sabnzbd, reading: ["queue"]) { subject in
            let queue = subject.service["queue"]
            let limit = queue?["speedlimit"]?.lenientDouble
            let isPaused = queue?["paused"]?.lenientBool == true
            guard isPaused || limit.map({ $0 > 0 && $0 < 5 }) == true else { return [] }
            // A pause with an end is meant; "0" says that there is none.
            guard !isPaused || ["0", "0:00", ""].contains(queue?["pause_int"]?.lenientText ?? "0") else {
                return []
            }
            return [
                subject.finding(
                    isPaused
                        ? "SABnzbd's queue is paused" : "SABnzbd is throttled to \(number(limit ?? 0)) %",
                    current: isPaused ? "paused, without an end" : "speed limit \(number(limit ?? 0)) %",
                    good: "running",
                    why: isPaused
                        ? "Nothing is downloaded until somebody presses resume; a forgotten pause looks like a fault."
                        : "At that speed downloads look stalled.",
                    fix: .asks,
                    change: isPaused
                        ? SettingChange(
                            service: subject.service.id,
                            document: "queue",
                            before: ["paused": true],
                            after: ["paused": false]
                        ) : nil
                )
            ]
        },
        each("C01", .medium, of: .sabnzbd, reading: ["version"]) { subject in
            guard let version = subject.text("version", "version"),
                let major = Int(version.prefix { $0 != "." }), major < 4
            else { return [] }
            return [
                subject.finding(
                    "SABnzbd \(version) is old",
                    current: version,
                    good: "4.2 or later",
                    why:
                        "Later versions are faster, check certificates properly and tell more of what went wrong."
                )
            ]
        },
    ]
}
