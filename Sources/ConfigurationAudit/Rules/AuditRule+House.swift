internal import MediaDomain
internal import OrderedJSON
internal import ServiceHTTP

extension AuditRule {
    /// Group X: what only the whole house shows.
    static let houseRules: [AuditRule] = [
        AuditRule(
            id: "X01",
            severity: .high,
            reads: [
                Reading(.servarr, "downloadclient"), Reading(.servarr, "rootfolder"),
                Reading(.servarr, "remotepathmapping"), Reading(.servarr, "system/status"),
                Reading(.sabnzbd, "misc"),
                Reading(.sabnzbd, "categories"),
            ],
            evaluate: { snapshot in
                var seen: Set<ServiceID> = []
                return sabnzbdClients(in: snapshot).compactMap { owner, client, sabnzbd in
                    let status = owner.service["system/status"]
                    guard (status?["isDocker"] ?? status?["isContainerized"])?.lenientBool == true,
                        let output = outputFolder(of: client, in: sabnzbd, for: owner.service),
                        let first = FolderPath(output).parts.first
                    else { return nil }
                    let roots = owner.service.list("rootfolder").compactMap { $0["path"]?.string }
                    guard let apart = roots.first(where: { FolderPath($0).parts.first != first }),
                        seen.insert(owner.service.id).inserted
                    else { return nil }
                    return owner(rule: "X01", .high).finding(
                        "Downloads and library of \(owner.name) are mounted apart",
                        current: "downloads in \(output), library in \(apart)",
                        good: "one shared mount, such as /data/usenet and /data/media",
                        why:
                            "Two mounts of a container are two disks to \(owner.name): each import copies instead of moving, "
                            + "and needs the space twice. Mount the folder above both as /data in every container."
                    )
                }
            }
        )
    ]
}
