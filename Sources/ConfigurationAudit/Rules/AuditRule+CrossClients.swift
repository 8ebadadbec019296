internal import MediaDomain
internal import OrderedJSON
internal import ServiceHTTP

extension AuditRule {
    /// Group B across services: what an arr believes of its client, against what the client says.
    static let crossClients: [AuditRule] = [
        AuditRule(
            id: "B08",
            severity: .high,
            reads: [Reading(.servarr, "downloadclient")],
            evaluate: { snapshot in
                var owners: [String: [(service: ServiceSnapshot, client: JSONValue)]] = [:]
                for service in snapshot.services(.servarr) {
                    for client in service.list("downloadclient") {
                        guard client["enable"]?.lenientBool == true, let field = client.categoryField,
                            let category = client.setting(field)?.string, !category.isEmpty,
                            let host = client.setting("fields.host")?.lenientText,
                            let port = client.setting("fields.port")?.lenientText
                        else { continue }
                        owners["\(host):\(port)|\(category.lowercased())", default: []].append(
                            (service, client)
                        )
                    }
                }
                return owners.values.flatMap { entries -> [Finding] in
                    let names = Set(entries.map(\.service.id))
                    guard names.count > 1 else { return [] }
                    return entries.sorted { $0.service.id < $1.service.id }.dropFirst().map { entry in
                        let subject = RuleSubject(
                            rule: "B08",
                            severity: .high,
                            service: entry.service,
                            snapshot: snapshot
                        )
                        let category =
                            entry.client.categoryField.flatMap { entry.client.setting($0)?.string } ?? "?"
                        let others = names.filter { $0 != entry.service.id }.map(\.rawValue).sorted()
                        return subject.finding(
                            "Two applications share one category in \(entry.client.clientName)",
                            part: category,
                            current:
                                "\"\(category)\" is used by \(subject.name) and \(others.joined(separator: ", "))",
                            good: "a category of its own for each",
                            why:
                                "Each takes the other's jobs in \"\(category)\" for its own and imports or removes them."
                        )
                    }
                }
            }
        ),
        AuditRule(
            id: "B09",
            severity: .critical,
            reads: [Reading(.servarr, "downloadclient"), Reading(.sabnzbd, "categories")],
            evaluate: { snapshot in
                sabnzbdClients(in: snapshot).compactMap { subject, client, sabnzbd in
                    guard let field = client.categoryField, let category = client.setting(field)?.string,
                        !category.isEmpty, let known = sabnzbd["categories"]?.array,
                        !known.contains(where: { $0["name"]?.string?.lowercased() == category.lowercased() })
                    else { return nil }
                    let names = known.compactMap { $0["name"]?.string }.filter { $0 != "*" }.joined(
                        separator: ", "
                    )
                    return subject(rule: "B09", .critical).finding(
                        "SABnzbd has no category \"\(category)\", which \(subject.name) uses",
                        part: category,
                        current: "SABnzbd has \(names.isEmpty ? "no categories" : names)",
                        good: "a category \"\(category)\" in SABnzbd",
                        why:
                            "\(subject.name) sends its jobs to SABnzbd with the category \"\(category)\"; SABnzbd does not "
                            + "know it and puts them into its default folder, where \(subject.name) does not look.",
                        fix: .asks,
                        change: SettingChange(
                            service: sabnzbd.id,
                            document: "categories",
                            element: category,
                            before: .null,
                            after: [
                                "dir": .string(category), "pp": "", "script": "Default", "priority": -100,
                            ]
                        )
                    )
                }
            }
        ),
        AuditRule(
            id: "B12",
            severity: .critical,
            reads: [
                Reading(.servarr, "downloadclient"), Reading(.servarr, "rootfolder"),
                Reading(.servarr, "remotepathmapping"), Reading(.sabnzbd, "misc"),
                Reading(.sabnzbd, "categories"),
            ],
            evaluate: { snapshot in
                sabnzbdClients(in: snapshot).flatMap { subject, client, sabnzbd -> [Finding] in
                    guard let output = outputFolder(of: client, in: sabnzbd, for: subject.service) else {
                        return []
                    }
                    return subject.service.list("rootfolder").compactMap { root in
                        guard let path = root["path"]?.string, FolderPath(path).overlaps(FolderPath(output))
                        else {
                            return nil
                        }
                        return subject(rule: "B12", .critical).finding(
                            "Downloads and library of \(subject.name) lie in one another",
                            part: path,
                            current: "SABnzbd puts jobs into \(output), the library is \(path)",
                            good: "two folders side by side, such as /data/usenet and /data/media",
                            why:
                                "\(subject.name) takes half-finished downloads for its library: they are scanned, renamed "
                                + "and deleted. Move one of \(output) and \(path)."
                        )
                    }
                }
            }
        ),
    ]

    /// The enabled SABnzbd clients of the arrs, each with the SABnzbd that it means.
    static func sabnzbdClients(
        in snapshot: ConfigurationSnapshot
    ) -> [(subject: ClientOwner, client: JSONValue, sabnzbd: ServiceSnapshot)] {
        let all = snapshot.services(.sabnzbd)
        return snapshot.services(.servarr).flatMap { service in
            service.list("downloadclient").compactMap { client in
                guard client["enable"]?.lenientBool == true,
                    client["implementation"]?.string?.lowercased() == "sabnzbd",
                    // Two names can mean one SABnzbd, so with several of them the port decides.
                    let meant = all.count == 1
                        ? all.first
                        : all.first(where: {
                            $0["misc"]?["port"]?.lenientText == client.setting("fields.port")?.lenientText
                        })
                else { return nil }
                return (ClientOwner(service: service, snapshot: snapshot), client, meant)
            }
        }
    }

    /// Where a SABnzbd puts the finished jobs of an arr, as that arr sees the path.
    static func outputFolder(
        of client: JSONValue,
        in sabnzbd: ServiceSnapshot,
        for service: ServiceSnapshot
    ) -> String? {
        guard let complete = sabnzbd["misc"]?["complete_dir"]?.string, complete.hasPrefix("/") else {
            return nil
        }
        var folder = complete
        if let category = client.categoryField.flatMap({ client.setting($0)?.string?.lowercased() }),
            let entry = sabnzbd.list("categories").first(where: {
                $0["name"]?.string?.lowercased() == category
            }),
            let directory = entry["dir"]?.string, !directory.isEmpty
        {
            folder = directory.hasPrefix("/") ? directory : complete + "/" + directory
        }
        while folder.hasSuffix("*") || folder.hasSuffix("/") { folder.removeLast() }
        for mapping in service.list("remotepathmapping") {
            guard let remote = mapping["remotePath"]?.string, let local = mapping["localPath"]?.string,
                FolderPath(remote).contains(FolderPath(folder))
            else { continue }
            return FolderPath(folder).moved(from: FolderPath(remote), to: local)
        }
        return folder
    }
}

/// An arr of which a client is looked at.
struct ClientOwner: Sendable {
    let service: ServiceSnapshot
    let snapshot: ConfigurationSnapshot
    var name: String { service.name }

    func callAsFunction(rule: String, _ severity: Severity) -> RuleSubject {
        RuleSubject(rule: rule, severity: severity, service: service, snapshot: snapshot)
    }
}
