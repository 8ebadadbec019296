internal import OrderedJSON

/// Settings of SABnzbd that are not as they should be; each is named by the rule that finds it.
public enum SABnzbdFault: String, Sendable, Hashable, CaseIterable {
    case openToInternet = "C02"
    case noLogin = "C03"
    case plainNNTP = "C04"
    case certificatesNotChecked = "C05"
    case serverDisabled = "C06"
    case tooManyConnections = "C08"
    case sorting = "C09"
    case categoryWithoutFolder = "C10"
    case categoryWithoutUnpacking = "C11"
    case shortHistory = "C12"
    case noDiskFloor = "C14"
    case preCheck = "C15"
    case hopelessJobsGoOn = "C16"
    case encryptedJobsPause = "C17"
    case unwantedExtensionsPass = "C18"
    case brokenJobsCompleted = "C19"
    case noUnpacking = "C20"
    case samplesIgnored = "C21"
    case namesStayObfuscated = "C22"
    case namesChanged = "C23"
    case duplicatesDiscarded = "C24"
    case noCacheLimit = "C25"
    case longPropagationDelay = "C27"
    case paused = "C28"

    /// The calls that make it: mode and parameters.
    var calls: [(mode: String, parameters: [(name: String, value: String)])] {
        func misc(_ pairs: (String, String)...) -> [(
            mode: String, parameters: [(name: String, value: String)]
        )] {
            pairs.map { ("set_config", [("section", "misc"), ("keyword", $0.0), ("value", $0.1)]) }
        }
        func server(_ name: String, _ value: String) -> [(
            mode: String, parameters: [(name: String, value: String)]
        )] {
            [("set_config", [("section", "servers"), ("keyword", "127.0.0.1"), (name, value)])]
        }
        func category(_ name: String, _ value: String) -> [(
            mode: String, parameters: [(name: String, value: String)]
        )] {
            [("set_config", [("section", "categories"), ("keyword", "movies"), (name, value)])]
        }
        switch self {
        case .openToInternet: return misc(("inet_exposure", "4"))
        case .noLogin: return misc(("username", ""), ("password", ""))
        case .plainNNTP: return server("ssl", "0")
        case .certificatesNotChecked: return server("ssl_verify", "0")
        case .serverDisabled: return server("enable", "0")
        case .tooManyConnections: return server("connections", "60")
        case .sorting: return misc(("enable_movie_sorting", "1"), ("enable_tv_sorting", "1"))
        case .categoryWithoutFolder: return category("dir", "")
        case .categoryWithoutUnpacking: return category("pp", "0")
        case .shortHistory:
            return misc(("history_retention", "1d"), ("history_retention_option", "days-delete"))
        case .noDiskFloor:
            return misc(("download_free", ""), ("complete_free", ""), ("fulldisk_autoresume", "0"))
        case .preCheck: return misc(("pre_check", "1"))
        case .hopelessJobsGoOn: return misc(("fail_hopeless_jobs", "0"), ("fast_fail", "0"))
        case .encryptedJobsPause: return misc(("pause_on_pwrar", "1"))
        case .unwantedExtensionsPass:
            return misc(("unwanted_extensions", ""), ("action_on_unwanted_extensions", "0"))
        case .brokenJobsCompleted: return misc(("safe_postproc", "0"))
        case .noUnpacking: return misc(("enable_unrar", "0"), ("enable_7zip", "0"))
        case .samplesIgnored: return misc(("ignore_samples", "1"))
        case .namesStayObfuscated: return misc(("deobfuscate_final_filenames", "0"))
        case .namesChanged: return misc(("replace_dots", "1"), ("replace_spaces", "1"))
        case .duplicatesDiscarded: return misc(("no_dupes", "1"))
        case .noCacheLimit: return misc(("cache_limit", ""))
        case .longPropagationDelay: return misc(("propagation_delay", "120"))
        case .paused: return [("pause", [])]
        }
    }

    /// Puts the settings of the SABnzbd behind an address wrong: the real one or a simulated one.
    ///
    /// - Parameters:
    ///   - url: Its address, without `/api`.
    ///   - apiKey: The key of its whole API.
    /// - Throws: Where it does not answer.
    public func introduce(at url: String, apiKey: String) async throws {
        let link = SABnzbdLink(base: url, apiKey: apiKey)
        for call in calls { _ = try await link.call(call.mode, call.parameters) }
    }
}
