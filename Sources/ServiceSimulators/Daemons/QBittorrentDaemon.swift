extension RealDaemon {
    /// qBittorrent without its window, speaking to nobody but this machine.
    ///
    /// Source: tried with 4.5.2 and 5.1.0.
    ///
    /// - Parameter port: The port of its API; a second one is taken for its peers.
    public static func qBittorrent(folder: String, port: Int, peerPort: Int) -> RealDaemon {
        let url = "http://127.0.0.1:\(port)"
        let downloads = folder + "/downloads"
        return RealDaemon(
            .qBittorrent,
            folder: folder,
            downloads: downloads,
            username: "admin",
            password: "adminadmin1",
            plan: Plan(
                url: url,
                prepare: {
                    try write(
                        qBittorrentSettings(downloads, port: port, peerPort: peerPort),
                        to: folder + "/qBittorrent/config/qBittorrent.conf"
                    )
                },
                processes: [
                    DaemonProcess(
                        name: "qBittorrent",
                        program: Program.place(of: "qbittorrent-nox") ?? "qbittorrent-nox",
                        arguments: ["--profile=\(folder)", "--webui-port=\(port)"],
                        folder: folder,
                        answers: {
                            // Not logged in: "Forbidden", which is an answer.
                            let request = SimulatedRequest("GET", "/api/v2/app/version")
                            return try await LoopbackHTTP.send(request, to: url, seconds: 5).status == 403
                        }
                    )
                ]
            )
        )
    }

    private static func qBittorrentSettings(_ downloads: String, port: Int, peerPort: Int) -> String {
        #"""
        [LegalNotice]
        Accepted=true

        [Application]
        FileLogger\Enabled=false

        [BitTorrent]
        Session\DefaultSavePath=\#(downloads)
        Session\TempPathEnabled=false
        Session\Port=\#(peerPort)
        Session\InterfaceAddress=127.0.0.1
        Session\BTProtocol=TCP
        Session\DHTEnabled=false
        Session\PeXEnabled=false
        Session\LSDEnabled=false
        Session\QueueingSystemEnabled=false
        Session\AddTrackersEnabled=false
        Session\RefreshInterval=200
        Session\MultiConnectionsPerIp=true
        Session\SSRFMitigation=false

        [Core]
        AutoDeleteAddedTorrentFile=Never

        [Network]
        PortForwardingEnabled=false

        [Preferences]
        General\Locale=en
        WebUI\Enabled=true
        WebUI\Address=127.0.0.1
        WebUI\Port=\#(port)
        WebUI\UseUPnP=false
        WebUI\Username=admin
        WebUI\Password_PBKDF2="@ByteArray(\#(passwordHash))"
        WebUI\LocalHostAuth=true
        WebUI\CSRFProtection=true
        WebUI\HostHeaderValidation=true
        WebUI\MaxAuthenticationFailCount=5
        WebUI\BanDuration=3600

        [RSS]
        Session\EnableProcessing=false

        """#
    }

    /// `adminadmin1`, by 100,000 rounds of PBKDF2 with SHA-512 and the salt that stands before the colon.
    private static let passwordHash =
        "MDEyMzQ1Njc4OWFiY2RlZg==:"
        + "nSpSmqgEa7SyyTbsWLKpRuLlh8ZT4HpGa1rL18M6NwxBFfODhKvAJyl7fcgXeKRLw0ZIm9FqB+2IA6D9olsJ5g=="
}
