/// The settings with which SABnzbd starts without asking anything; source: tried with 3.7.1 and 4.5.0.
enum SABnzbdIni {
    /// The text of `sabnzbd.ini`.
    static func text(
        folder: String,
        port: Int,
        newsPort: Int,
        account: NewsServer.Account,
        keys: (api: String, nzb: String)
    ) -> String {
        """
        __version__ = 19
        __encoding__ = utf-8
        [misc]
        host = 127.0.0.1
        port = \(port)
        url_base = /sabnzbd
        api_key = \(keys.api)
        nzb_key = \(keys.nzb)
        language = en
        auto_browser = 0
        check_new_rel = 0
        download_dir = \(folder)/incomplete
        complete_dir = \(folder)/complete
        auto_disconnect = 0
        bandwidth_max = 100M
        cache_limit = 64M
        queue_limit = 20
        direct_unpack_tested = 1
        selftest_host = 127.0.0.1
        [servers]
        [[127.0.0.1]]
        name = 127.0.0.1
        displayname = local
        host = 127.0.0.1
        port = \(newsPort)
        timeout = 20
        username = \(account.name)
        password = \(account.password)
        connections = 4
        ssl = 0
        enable = 1
        retention = 0
        optional = 0
        priority = 0
        [categories]
        [[*]]
        name = *
        order = 0
        pp = 3
        newzbin = ""
        dir = ""
        script = None
        priority = 0
        [[tv]]
        name = tv
        order = 1
        pp = ""
        dir = tv
        script = Default
        priority = -100
        [[movies]]
        name = movies
        order = 2
        pp = ""
        dir = movies
        script = Default
        priority = -100

        """
    }
}
