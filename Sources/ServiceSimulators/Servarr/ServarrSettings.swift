internal import OrderedJSON

/// The configuration of a fresh and well-kept installation, section by section.
enum ServarrSettings {
    /// The sections of `/config/…`.
    static func fresh(for application: ServarrApplication, apiKey: String) -> [String: JSONObject] {
        [
            "naming": naming(application), "mediamanagement": mediaManagement(application),
            "downloadclient": downloadClient(application), "indexer": indexer(application),
            "host": host(application, apiKey: apiKey), "ui": ui(application),
            "importlist": importList(application),
        ].merging(application == .radarr ? ["metadata": ["certificationCountry": "us", "id": 1]] : [:]) {
            first,
            _ in first
        }
    }

    private static func naming(_ application: ServarrApplication) -> JSONObject {
        switch application {
        case .radarr:
            [
                "renameMovies": true, "replaceIllegalCharacters": true, "colonReplacementFormat": "smart",
                "standardMovieFormat":
                    "{Movie CleanTitle} {(Release Year)} {[Custom Formats]}{[Quality Full]}{[MediaInfo AudioCodec}{ MediaInfo AudioChannels]}{[MediaInfo VideoCodec]}{-Release Group}",
                "movieFolderFormat": "{Movie CleanTitle} ({Release Year})", "id": 1,
            ]
        case .sonarr:
            [
                "renameEpisodes": true, "replaceIllegalCharacters": true, "colonReplacementFormat": 4,
                "customColonReplacementFormat": "", "multiEpisodeStyle": 5,
                "standardEpisodeFormat":
                    "{Series TitleYear} - S{season:00}E{episode:00} - {Episode CleanTitle} {[Custom Formats]}{[Quality Full]}{[MediaInfo AudioCodec}{ MediaInfo AudioChannels]}{[MediaInfo VideoCodec]}{-Release Group}",
                "dailyEpisodeFormat":
                    "{Series TitleYear} - {Air-Date} - {Episode CleanTitle} {[Custom Formats]}{[Quality Full]}{-Release Group}",
                "animeEpisodeFormat":
                    "{Series TitleYear} - S{season:00}E{episode:00} - {absolute:000} - {Episode CleanTitle} {[Custom Formats]}{[Quality Full]}{-Release Group}",
                "seriesFolderFormat": "{Series TitleYear}", "seasonFolderFormat": "Season {season:00}",
                "specialsFolderFormat": "Specials", "id": 1,
            ]
        }
    }

    private static func mediaManagement(_ application: ServarrApplication) -> JSONObject {
        let what = application == .radarr ? "Movies" : "Episodes"
        let folders = application == .radarr ? "createEmptyMovieFolders" : "createEmptySeriesFolders"
        var object: JSONObject = [:]
        object["autoUnmonitorPreviouslyDownloaded\(what)"] = false
        for (key, value) in [
            "recycleBin": "", "recycleBinCleanupDays": 14, "downloadPropersAndRepacks": "preferAndUpgrade",
        ] as JSONObject {
            object[key] = value
        }
        object[folders] = false
        for (key, value) in [
            "deleteEmptyFolders": true, "fileDate": "none", "rescanAfterRefresh": "always",
        ] as JSONObject {
            object[key] = value
        }
        if application == .radarr {
            object["autoRenameFolders"] = false
            object["pathsDefaultStatic"] = false
        }
        for (key, value) in [
            "setPermissionsLinux": false, "chmodFolder": "755", "chownGroup": "",
            "skipFreeSpaceCheckWhenImporting": false, "minimumFreeSpaceWhenImporting": 5000,
            "copyUsingHardlinks": true, "useScriptImport": false, "scriptImportPath": "",
            "importExtraFiles": true,
            "extraFileExtensions": "srt", "enableMediaInfo": true,
        ] as JSONObject {
            object[key] = value
        }
        if application == .sonarr { object["episodeTitleRequired"] = "bulkSeasonReleases" }
        object["id"] = 1
        return object
    }

    private static func downloadClient(_ application: ServarrApplication) -> JSONObject {
        var object: JSONObject = [
            "downloadClientWorkingFolders": "_UNPACK_|_FAILED_", "enableCompletedDownloadHandling": true,
        ]
        if application == .radarr { object["checkForFinishedDownloadInterval"] = 1 }
        object["autoRedownloadFailed"] = true
        object["autoRedownloadFailedFromInteractiveSearch"] = true
        object["id"] = 1
        return object
    }

    private static func indexer(_ application: ServarrApplication) -> JSONObject {
        switch application {
        case .radarr:
            [
                "minimumAge": 10, "maximumSize": 0, "retention": 0, "rssSyncInterval": 30,
                "preferIndexerFlags": false, "availabilityDelay": 0, "allowHardcodedSubs": false,
                "whitelistedHardcodedSubs": "", "id": 1,
            ]
        case .sonarr: ["minimumAge": 10, "retention": 0, "maximumSize": 0, "rssSyncInterval": 15, "id": 1]
        }
    }

    private static func host(_ application: ServarrApplication, apiKey: String) -> JSONObject {
        [
            "bindAddress": "*", "port": application == .radarr ? 7878 : 8989,
            "sslPort": application == .radarr ? 9898 : 9898, "enableSsl": false, "launchBrowser": true,
            "authenticationMethod": "forms", "authenticationRequired": "enabled", "analyticsEnabled": false,
            "username": "admin", "password": "ZmFrZS1wYXNzd29yZC1oYXNo", "passwordConfirmation": "",
            "logLevel": "info", "logSizeLimit": 1, "consoleLogLevel": "",
            "branch": application == .radarr ? "master" : "main", "apiKey": .string(apiKey),
            "sslCertPath": "",
            "sslCertPassword": "", "urlBase": "",
            "instanceName": application == .radarr ? "Radarr" : "Sonarr",
            "applicationUrl": "", "updateAutomatically": false, "updateMechanism": "docker",
            "updateScriptPath": "",
            "proxyEnabled": false, "proxyType": "http", "proxyHostname": "", "proxyPort": 8080,
            "proxyUsername": "",
            "proxyPassword": "", "proxyBypassFilter": "", "proxyBypassLocalAddresses": true,
            "certificateValidation": "enabled", "backupFolder": "Backups", "backupInterval": 7,
            "backupRetention": 28, "trustCgnatIpAddresses": false, "id": 1,
        ]
    }

    private static func ui(_ application: ServarrApplication) -> JSONObject {
        var object: JSONObject = ["firstDayOfWeek": 1, "calendarWeekColumnHeader": "ddd M/D"]
        if application == .radarr { object["movieRuntimeFormat"] = "hoursMinutes" }
        for (key, value) in [
            "shortDateFormat": "MMM D YYYY", "longDateFormat": "dddd, MMMM D YYYY", "timeFormat": "HH:mm",
            "showRelativeDates": true, "enableColorImpairedMode": false,
        ] as JSONObject {
            object[key] = value
        }
        if application == .radarr { object["movieInfoLanguage"] = 1 }
        object["uiLanguage"] = 1
        object["theme"] = "auto"
        object["id"] = 1
        return object
    }

    private static func importList(_ application: ServarrApplication) -> JSONObject {
        switch application {
        case .radarr: ["listSyncLevel": "disabled", "id": 1]
        case .sonarr: ["listSyncLevel": "disabled", "listSyncTag": 0, "id": 1]
        }
    }
}
