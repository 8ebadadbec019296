internal import Crypto
internal import Foundation

extension RealDaemon {
    /// Deluge's daemon with its page in front, speaking to nobody but this machine; its Label plugin is on.
    ///
    /// Source: tried with 2.0.3 and 2.2.0.
    ///
    /// - Parameters:
    ///   - port: The port of the page, which is the API's.
    ///   - daemonPort: The port between the page and the daemon.
    ///   - peerPort: The port for its peers.
    public static func deluge(folder: String, port: Int, daemonPort: Int, peerPort: Int) -> RealDaemon {
        let url = "http://127.0.0.1:\(port)"
        let downloads = folder + "/downloads"
        let password = "deluge"
        return RealDaemon(
            .deluge,
            folder: folder,
            downloads: downloads,
            username: "",
            password: password,
            plan: Plan(
                url: url,
                prepare: {
                    try write("localclient:\(secret):10\n", to: folder + "/auth")
                    try write(core(downloads, daemonPort, peerPort), to: folder + "/core.conf")
                    try write(
                        """
                        {"file": 3, "format": 1}{"hosts": [["\(host)", "127.0.0.1", \(daemonPort), "localclient", "\(secret)"]]}
                        """,
                        to: folder + "/hostlist.conf"
                    )
                    try write(page(port, password), to: folder + "/web.conf")
                },
                processes: [
                    process("deluged", folder) {
                        try await LoopbackPort.isOpen(daemonPort)
                    },
                    process("deluge-web", folder) {
                        let body = #"{"method": "auth.check_session", "params": [], "id": 1}"#
                        let request = SimulatedRequest(
                            "POST",
                            "/json",
                            headers: ["Content-Type": "application/json"],
                            body: Array(body.utf8)
                        )
                        return try await LoopbackHTTP.send(request, to: url, seconds: 5).status == 200
                    },
                ]
            )
        )
    }

    private static let secret = "0123456789abcdef0123456789abcdef01234567"
    private static let host = "00000000000000000000000000000001"

    private static func process(
        _ name: String,
        _ folder: String,
        answers: @escaping @Sendable () async throws -> Bool
    ) -> DaemonProcess {
        DaemonProcess(
            name: name,
            program: Program.place(of: name) ?? name,
            arguments: ["-d", "-c", folder, "-L", "info", "-l", "\(folder)/\(name)-messages.log"],
            folder: folder,
            answers: answers
        )
    }

    private static func core(_ downloads: String, _ daemonPort: Int, _ peerPort: Int) -> String {
        """
        {"file": 1, "format": 1}{
            "daemon_port": \(daemonPort), "allow_remote": false, "download_location": "\(downloads)",
            "move_completed_path": "\(downloads)", "torrentfiles_location": "\(downloads)", "dht": false,
            "upnp": false, "natpmp": false, "utpex": false, "lsd": false, "random_port": false,
            "listen_ports": [\(peerPort), \(peerPort)], "listen_interface": "127.0.0.1",
            "outgoing_interface": "127.0.0.1", "random_outgoing_ports": true, "new_release_check": false,
            "send_info": false, "enabled_plugins": ["Label"]
        }
        """
    }

    private static func page(_ port: Int, _ password: String) -> String {
        let salt = "c26ab3bbd8b137f99cd83c2c1c0963bcc1a35cad"
        let hash = Insecure.SHA1.hash(data: Data((salt + password).utf8)).map {
            String(format: "%02x", $0)
        }.joined()
        return """
            {"file": 2, "format": 1}{
                "port": \(port), "interface": "127.0.0.1", "https": false, "base": "/", "session_timeout": 3600,
                "first_login": false, "pwd_salt": "\(salt)", "pwd_sha1": "\(hash)", "default_daemon": "\(host)",
                "enabled_plugins": [], "show_session_speed": false, "theme": "gray", "sidebar_show_zero": false,
                "sidebar_multiple_filters": true, "show_sidebar": true, "sessions": {}
            }
            """
    }
}
