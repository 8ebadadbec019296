internal import Foundation

extension RealDaemon {
    /// NZBGet as a server.
    ///
    /// Source: tried with 21.0.
    ///
    /// - Parameters:
    ///   - port: The port of its API.
    ///   - news: The news server that it reads from.
    public static func nzbget(folder: String, port: Int, news: NewsServer) -> RealDaemon {
        let url = "http://127.0.0.1:\(port)"
        let username = "nzbget"
        let password = "tegbzn6789"
        return RealDaemon(
            .nzbget,
            folder: folder,
            downloads: folder + "/dst",
            username: username,
            password: password,
            plan: Plan(
                url: url,
                prepare: {
                    for name in ["inter", "nzb", "queue", "tmp", "scripts"] {
                        try FileManager.default.createDirectory(
                            atPath: "\(folder)/\(name)",
                            withIntermediateDirectories: true
                        )
                    }
                    let newsPort = try await news.port()
                    let text = nzbgetSettings(folder, port: port, newsPort: newsPort, account: news.account)
                    try write(text, to: folder + "/nzbget.conf")
                },
                processes: [
                    DaemonProcess(
                        name: "NZBGet",
                        program: Program.place(of: "nzbget") ?? "nzbget",
                        arguments: ["-c", folder + "/nzbget.conf", "-s"],
                        folder: folder,
                        answers: {
                            let request = SimulatedRequest(
                                "GET",
                                "/jsonrpc/version",
                                headers: basic(username, password)
                            )
                            return try await LoopbackHTTP.send(request, to: url, seconds: 5).status == 200
                        }
                    )
                ]
            )
        )
    }

    private static func nzbgetSettings(
        _ folder: String,
        port: Int,
        newsPort: Int,
        account: NewsServer.Account
    ) -> String {
        """
        MainDir=\(folder)
        DestDir=\(folder)/dst
        InterDir=\(folder)/inter
        NzbDir=\(folder)/nzb
        QueueDir=\(folder)/queue
        TempDir=\(folder)/tmp
        ScriptDir=\(folder)/scripts
        LockFile=\(folder)/nzbget.lock
        LogFile=\(folder)/nzbget-messages.log
        WebDir=
        ConfigTemplate=
        ControlIP=127.0.0.1
        ControlPort=\(port)
        ControlUsername=nzbget
        ControlPassword=tegbzn6789
        RestrictedUsername=
        AddUsername=
        SecureControl=no
        OutputMode=log
        UpdateCheck=none
        Server1.Active=yes
        Server1.Name=local
        Server1.Level=0
        Server1.Host=127.0.0.1
        Server1.Port=\(newsPort)
        Server1.Username=\(account.name)
        Server1.Password=\(account.password)
        Server1.Encryption=no
        Server1.Connections=4
        Server1.JoinGroup=no
        ArticleRetries=1
        ArticleInterval=1
        ArticleTimeout=10
        UrlRetries=1
        UrlInterval=1
        HealthCheck=park
        ParCheck=auto
        ParRepair=yes
        Unpack=yes
        UnrarCmd=unrar
        SevenZipCmd=7z
        DiskSpace=0
        PropagationDelay=0
        DupeCheck=yes
        Category1.Name=tv
        Category2.Name=movies

        """
    }
}
