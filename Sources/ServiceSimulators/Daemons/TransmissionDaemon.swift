extension RealDaemon {
    /// Transmission as a daemon, speaking to nobody but this machine.
    ///
    /// Source: tried with 3.00 and 4.1.0-beta2.
    ///
    /// - Parameter port: The port of its API; a second one is taken for its peers.
    public static func transmission(folder: String, port: Int, peerPort: Int) -> RealDaemon {
        let url = "http://127.0.0.1:\(port)"
        let downloads = folder + "/downloads"
        let username = "admin"
        let password = "secret"
        return RealDaemon(
            .transmission,
            folder: folder,
            downloads: downloads,
            username: username,
            password: password,
            plan: Plan(
                url: url,
                prepare: {
                    try write(
                        """
                        {
                            "rpc-enabled": true, "rpc-bind-address": "127.0.0.1", "rpc-port": \(port),
                            "rpc-whitelist-enabled": false, "rpc-host-whitelist-enabled": false,
                            "rpc-authentication-required": true, "rpc-username": "\(username)",
                            "rpc-password": "\(password)", "rpc-url": "/transmission/",
                            "download-dir": "\(downloads)", "incomplete-dir-enabled": false,
                            "rename-partial-files": false,
                            "bind-address-ipv4": "127.0.0.1", "bind-address-ipv6": "::1",
                            "peer-port": \(peerPort), "peer-port-random-on-start": false,
                            "port-forwarding-enabled": false, "dht-enabled": false, "pex-enabled": false,
                            "lpd-enabled": false, "utp-enabled": false, "blocklist-enabled": false,
                            "cache-size-mb": 1, "preallocation": 0, "umask": 18, "start-added-torrents": true
                        }
                        """,
                        to: folder + "/settings.json"
                    )
                },
                processes: [
                    DaemonProcess(
                        name: "Transmission",
                        program: Program.place(of: "transmission-daemon") ?? "transmission-daemon",
                        arguments: ["-f", "-g", folder, "--log-info"],
                        folder: folder,
                        answers: {
                            // With the right password and without a session: 409.
                            let request = SimulatedRequest(
                                "POST",
                                "/transmission/rpc",
                                headers: basic(username, password)
                            )
                            return try await LoopbackHTTP.send(request, to: url, seconds: 5).status == 409
                        }
                    )
                ]
            )
        )
    }
}
