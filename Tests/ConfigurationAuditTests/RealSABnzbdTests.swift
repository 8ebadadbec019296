import Activity
import ConfigurationAudit
import Foundation
import MediaDomain
import OrderedJSON
import ServiceHTTP
import ServiceSimulators
import Testing

/// Needs the real SABnzbd; where it is not installed the suite is skipped and says so.
@Suite(.enabled(if: SABnzbdDaemon.isInstalled, "SABnzbd is not installed: apt-get install sabnzbdplus"))
struct RealSABnzbdTests {
    private func withSABnzbd(_ body: @escaping @Sendable (_ url: String, _ key: String) async throws -> Void)
        async throws
    {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "autoarr-audit-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let news = NewsServer(posts: PostOffice())
        let daemon = SABnzbdDaemon(folder: folder.path, port: try await FreePort.find(), news: news)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await news.run() }
            group.addTask { try await daemon.run() }
            defer { group.cancelAll() }
            try await body(try await daemon.url(), daemon.apiKey)
        }
    }

    @Test(.timeLimit(.minutes(2)))
    func `a finding is applied to SABnzbd, read back from it, undone, and read back again`() async throws {
        try await withSABnzbd { url, key in
            try await AuditHouse.over([(.sabnzbd, url, key)]) { house in
                let before = try await house.audit.run()
                #expect(before.services.map(\.failure) == [nil])
                let finding = try #require(before.findings.first { $0.rule == "C14" })
                #expect(try await house.sabnzbdSetting("download_free")?.lenientText == "")

                let change = try await house.audit.apply(finding.id)
                #expect(change.state == .verified, "\(change.note ?? "")")
                #expect(try await house.sabnzbdSetting("download_free")?.lenientText == "10G")
                #expect(try await house.sabnzbdSetting("fulldisk_autoresume")?.lenientBool == true)
                #expect(try await !house.audit.run().findings.contains { $0.id == finding.id })

                #expect(try await house.changes.undo(change.id).state == .undone)
                #expect(try await house.sabnzbdSetting("download_free")?.lenientText == "")
                #expect(try await house.sabnzbdSetting("fulldisk_autoresume")?.lenientBool == false)
            }
        }
    }

    @Test(.timeLimit(.minutes(2)))
    func `a list of extensions survives SABnzbd's own way of writing it`() async throws {
        try await withSABnzbd { url, key in
            try await AuditHouse.over([(.sabnzbd, url, key)]) { house in
                let finding = try #require(try await house.audit.run().findings.first { $0.rule == "C18" })
                let change = try await house.audit.apply(finding.id)
                #expect(change.state == .verified, "\(change.note ?? "")")
                let listed = try await house.sabnzbdSetting("unwanted_extensions")?.array ?? []
                #expect(listed.contains("exe") && listed.contains("lnk"))
                try await house.changes.undo(change.id)
                #expect(try await house.sabnzbdSetting("unwanted_extensions")?.array == [])
            }
        }
    }
}
