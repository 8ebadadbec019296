internal import OrderedJSON

/// The settings of a well-kept SABnzbd, as far as anybody here reads them.
enum SABnzbdSettings {
    /// The section `misc`.
    static func misc(completeFolder: String, apiKey: String) -> JSONObject {
        [
            "host": "0.0.0.0", "port": "8080", "username": "admin", "password": "**********",
            "api_key": .string(apiKey), "inet_exposure": 0, "host_whitelist": "localhost",
            "download_dir": "/data/usenet/incomplete", "complete_dir": .string(completeFolder),
            "download_free": "10G", "complete_free": "10G", "fulldisk_autoresume": true,
            "bandwidth_max": "100M",
            "bandwidth_perc": 100, "cache_limit": "256M", "pre_check": false, "fail_hopeless_jobs": true,
            "fast_fail": true, "pause_on_pwrar": 2,
            "unwanted_extensions": ["exe", "lnk", "scr", "bat", "cmd", "vbs"],
            "unwanted_extensions_mode": 0, "action_on_unwanted_extensions": 2, "safe_postproc": true,
            "enable_unrar": true, "enable_7zip": true, "enable_recursive": true, "ignore_samples": false,
            "deobfuscate_final_filenames": true, "replace_spaces": false, "replace_underscores": false,
            "replace_dots": false, "folder_rename": true, "no_dupes": 4, "no_smart_dupes": 0,
            "direct_unpack": false,
            "pause_on_post_processing": true, "propagation_delay": 5, "history_retention": "",
            "history_retention_option": "all", "history_retention_number": 1, "language": "en",
            "enable_https_verification": true, "permissions": "", "enable_tv_sorting": false,
            "enable_movie_sorting": false, "enable_date_sorting": false, "tv_categories": [],
            "movie_categories": [],
            "date_categories": [], "script_can_fail": false, "password_file": "", "script_dir": "",
            "config_lock": false,
        ]
    }

    /// One news server over TLS.
    static let server: JSONObject = [
        "name": "news.invalid", "displayname": "news.invalid", "host": "news.invalid", "port": 563,
        "timeout": 60,
        "username": "user", "password": "**********", "connections": 8, "ssl": true, "ssl_verify": 3,
        "ssl_ciphers": "", "enable": true, "required": false, "optional": false, "retention": 0,
        "expire_date": "",
        "quota": "", "usage_at_start": 0, "priority": 0, "notes": "",
    ]

    /// The categories of the two applications.
    static let categories: [JSONObject] = [
        ["name": "*", "order": 0, "pp": "3", "script": "None", "dir": "", "newzbin": "", "priority": 0],
        [
            "name": "movies", "order": 1, "pp": "", "script": "Default", "dir": "movies", "newzbin": "",
            "priority": -100,
        ],
        [
            "name": "tv", "order": 2, "pp": "", "script": "Default", "dir": "tv", "newzbin": "",
            "priority": -100,
        ],
    ]
}
