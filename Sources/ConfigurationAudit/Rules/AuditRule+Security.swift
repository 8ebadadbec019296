internal import Foundation
internal import OrderedJSON
internal import ServiceHTTP

extension AuditRule {
    /// Group A: what the application says of itself, who gets in, and whether there is a way back.
    static let security: [AuditRule] = [
        each("A01", .high, of: .servarrFamily, reading: ["health"]) { subject in
            subject.service.list("health").compactMap { item in
                guard let type = item["type"]?.string, type == "error" || type == "warning",
                    let source = item["source"]?.string, !knownElsewhere.contains(source)
                else { return nil }
                return subject.finding(
                    "\(subject.name) reports a problem of its own",
                    part: source,
                    current: item["message"]?.string ?? source,
                    good: "nothing to report",
                    why:
                        "\(subject.name) checks itself and this check (\(source)) fails; open System, Status there."
                )
            }
        },
        each("A02", .critical, of: .servarrFamily, reading: ["config/host"]) { subject in
            guard let method = subject.text("config/host", "authenticationMethod"),
                !["forms", "external", "basic"].contains(method.lowercased())
            else { return [] }
            return [
                subject.finding(
                    "Nobody has to log in to \(subject.name)",
                    current: "authentication is \"\(method)\"",
                    good: "forms, or external behind a proxy that asks for a login",
                    why: "Everyone in the network, and behind a proxy everyone at all, has full control of "
                        + "\(subject.name) and can read its keys. Set a user and a password under Settings, General."
                )
            ]
        },
        each("A03", .medium, of: .servarrFamily, reading: ["config/host"]) { subject in
            guard let required = subject.text("config/host", "authenticationRequired"), required != "enabled",
                let method = subject.text("config/host", "authenticationMethod"), method == "forms"
            else { return [] }
            return [
                subject.finding(
                    "The login of \(subject.name) is not asked of local addresses",
                    current: "authenticationRequired is \"\(required)\"",
                    good: "enabled",
                    why:
                        "Behind a proxy or the network of Docker every visitor looks local, so the login is never asked.",
                    fix: .asks,
                    change: subject.change("config/host", "authenticationRequired", to: "enabled")
                )
            ]
        },
        each("A04", .medium, of: .servarrFamily, reading: ["config/host"]) { subject in
            guard let length = subject.int("config/host", "apiKeyLength"), length > 0, length < 20 else {
                return []
            }
            return [
                subject.finding(
                    "The API key of \(subject.name) is short",
                    current: "\(length) characters",
                    good: "32 characters, made by \(subject.name)",
                    why:
                        "A key of \(length) characters can be guessed. Have \(subject.name) make a new one under "
                        + "Settings, General, and enter it wherever it is used."
                )
            ]
        },
        each("A05", .medium, of: .servarrFamily, reading: ["config/host"]) { subject in
            guard subject.text("config/host", "certificateValidation") == "disabled" else { return [] }
            return [
                subject.finding(
                    "\(subject.name) accepts any certificate",
                    current: "certificateValidation is \"disabled\"",
                    good: "enabled, or disabledForLocalAddresses",
                    why: "An indexer's key can be read on the way without anybody noticing.",
                    fix: .asks,
                    change: subject.change(
                        "config/host",
                        "certificateValidation",
                        to: "disabledForLocalAddresses"
                    )
                )
            ]
        },
        each("A06", .low, of: .servarrFamily, reading: ["config/host"]) { subject in
            guard let level = subject.text("config/host", "logLevel"), ["trace", "debug"].contains(level)
            else { return [] }
            return [
                subject.finding(
                    "\(subject.name) logs at level \(level)",
                    current: "logLevel is \"\(level)\"",
                    good: "info",
                    why:
                        "Detailed logs wear the disk and hold more than they should; they are for the hour of a search.",
                    fix: .automatic,
                    change: subject.change("config/host", "logLevel", to: "info")
                )
            ]
        },
        each("A07", .high, of: .servarrFamily, reading: ["config/host"]) { subject in
            guard let interval = subject.int("config/host", "backupInterval"),
                let retention = subject.int("config/host", "backupRetention"),
                interval < 1 || interval > 7 || retention < 7
            else { return [] }
            return [
                subject.finding(
                    "\(subject.name) is backed up too seldom",
                    current: "every \(interval) days, kept for \(retention) days",
                    good: "every 7 days or more often, kept for 28 days",
                    why: "Without a fresh backup a broken database means entering everything anew.",
                    fix: .automatic,
                    change: subject.change("config/host", [("backupInterval", 7), ("backupRetention", 28)])
                )
            ]
        },
        each("A08", .low, of: .servarrFamily, reading: ["system/status", "config/host"]) { subject in
            let status = subject.service["system/status"]
            guard (status?["isDocker"] ?? status?["isContainerized"])?.lenientBool == true,
                subject.flag("config/host", "updateAutomatically") == true
            else { return [] }
            return [
                subject.finding(
                    "\(subject.name) updates itself inside its container",
                    current: "updateAutomatically is on",
                    good: "off; update the image",
                    why: "What is updated inside a container is lost when the container is made anew.",
                    fix: .automatic,
                    change: subject.change("config/host", "updateAutomatically", to: false)
                )
            ]
        },
        each("A10", .info, of: .servarrFamily, reading: ["config/host"]) { subject in
            guard subject.flag("config/host", "analyticsEnabled") == true else { return [] }
            return [
                subject.finding(
                    "\(subject.name) sends statistics to its makers",
                    current: "analyticsEnabled is on",
                    good: "as you like",
                    why: "It is anonymous and helps them; it is said here only so that it is your choice.",
                    fix: .asks,
                    change: subject.change("config/host", "analyticsEnabled", to: false)
                )
            ]
        },
    ]

    /// Health checks that rules of their own explain better.
    private static let knownElsewhere: Set<String> = [
        "DownloadClientRemovesCompletedDownloadsCheck", "DownloadClientSortingCheck",
        "IndexerLongTermStatusCheck",
        "IndexerStatusCheck", "RootFolderCheck", "ImportListRootFolderCheck", "UpdateCheck",
    ]
}
