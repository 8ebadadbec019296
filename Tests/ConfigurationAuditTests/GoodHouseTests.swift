import ConfigurationAudit
import Foundation
import MediaDomain
import OrderedJSON
import Testing

struct GoodHouseTests {
    private let misc: JSONValue = [
        "port": "8080", "host": "0.0.0.0", "username": "anna", "password": "secret",
        "api_key": "0123456789abcdef",
        "inet_exposure": 0, "enable_tv_sorting": 0, "history_retention_option": "all",
        "history_retention_number": 0,
        "download_dir": "/data/usenet/incomplete", "complete_dir": "/data/usenet/complete",
        "download_free": "10G",
        "complete_free": "10G", "fulldisk_autoresume": 1, "cache_limit": "512M", "pre_check": false,
        "fail_hopeless_jobs": true, "fast_fail": 1, "pause_on_pwrar": 2, "password_file": "",
        "unwanted_extensions": [
            "exe", "com", "bat", "cmd", "scr", "lnk", "vbs", "vbe", "js", "jse", "wsf", "ps1", "msi", "pif",
            "jar",
            "zipx", "arj",
        ],
        "unwanted_extensions_mode": 0, "action_on_unwanted_extensions": 2, "safe_postproc": 1,
        "enable_unrar": 1,
        "enable_7zip": 1, "enable_recursive": 1, "ignore_samples": 0, "deobfuscate_final_filenames": 1,
        "replace_spaces": 0, "replace_dots": 0, "replace_underscores": 0, "folder_rename": 1, "no_dupes": 0,
        "no_smart_dupes": 4, "propagation_delay": 5, "enable_https_verification": 1,
        "host_whitelist": ["sabnzbd"],
    ]

    private func sabnzbd(_ misc: JSONValue, categories: [JSONValue] = [["name": "*", "dir": ""]])
        -> ServiceSnapshot
    {
        ServiceSnapshot(
            id: ServiceID(.sabnzbd),
            kind: .sabnzbd,
            documents: [
                "misc": misc, "categories": .array(categories), "version": ["version": "4.5.0"],
                "queue": ["paused": false, "speedlimit": "100"],
                "servers": [
                    [
                        "name": "news.example.org", "displayname": "Example", "host": "news.example.org",
                        "enable": 1,
                        "ssl": 1, "ssl_verify": 3, "port": 563, "connections": 20, "priority": 0, "quota": "",
                        "expire_date": "",
                    ]
                ],
                "fullstatus": ["folders": [], "servers": [["servername": "Example", "servererror": ""]]],
            ]
        )
    }

    private func radarr(category: String = "movies", root: String = "/data/media/movies") -> ServiceSnapshot {
        ServiceSnapshot(
            id: ServiceID(.radarr),
            kind: .radarr,
            documents: [
                "system/status": ["isDocker": true],
                "rootfolder": [["path": .string(root), "accessible": true, "freeSpace": 900_000_000_000]],
                "downloadclient": [
                    [
                        "id": 1, "name": "SABnzbd", "implementation": "Sabnzbd", "enable": true,
                        "protocol": "usenet",
                        "removeCompletedDownloads": true, "removeFailedDownloads": true,
                        "fields": [
                            ["name": "host", "value": "sabnzbd"], ["name": "port", "value": 8080],
                            ["name": "apiKey", "value": "0123456789abcdef"],
                            ["name": "movieCategory", "value": .string(category)],
                        ],
                    ]
                ],
            ]
        )
    }

    private func run(_ services: [ServiceSnapshot]) -> AuditRun {
        AuditRun(
            of: ConfigurationSnapshot(services: services, time: Date(timeIntervalSince1970: 0)),
            accepted: []
        )
    }

    private let movies: [JSONValue] = [
        ["name": "*", "dir": ""], ["name": "movies", "dir": "movies", "pp": "3"],
    ]

    @Test func `a good house has no finding and the full score`() {
        let run = run([sabnzbd(misc, categories: movies), radarr()])
        #expect(run.findings.map(\.id) == [])
        #expect(run.score == 100)
    }

    @Test func `a category that SABnzbd does not know is found across services`() throws {
        let finding = try #require(
            run([sabnzbd(misc, categories: movies), radarr(category: "radarr")]).findings.first {
                $0.rule == "B09"
            }
        )
        #expect(finding.service == ServiceID(.radarr))
        #expect(finding.change?.service == ServiceID(.sabnzbd))
        #expect(finding.title.contains("radarr") && finding.current.contains("movies"))
    }

    @Test func `downloads inside the library are found across services`() {
        let rules = run([sabnzbd(misc, categories: movies), radarr(root: "/data/usenet")]).findings.map(
            \.rule
        )
        #expect(rules.contains("B12"))
    }

    @Test func `two mounts in a container are found across services, one above both is not`() {
        let apart = run([sabnzbd(misc, categories: movies), radarr(root: "/movies")])
        #expect(apart.findings.map(\.rule) == ["X01"])
    }

    @Test func `what is missing in a version is passed over`() {
        #expect(run([sabnzbd([:], categories: movies)]).findings.map(\.rule) == [])
    }

    @Test func `findings come with what matters most first, and the score falls with each`() {
        var worse = misc
        worse["inet_exposure"] = 4
        worse["ignore_samples"] = 1
        let run = run([sabnzbd(worse, categories: movies)])
        #expect(run.findings.map(\.rule) == ["C02", "C21"])
        #expect(run.score == 79)
    }
}
