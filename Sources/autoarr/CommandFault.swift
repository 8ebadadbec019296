/// Why a command could not do its work, other than what the modules say themselves.
enum CommandFault: Error, CustomStringConvertible {
    case nothingConnected

    var description: String {
        switch self {
        case .nothingConnected:
            "no service is connected; set SONARR_URL and SONARR_API_KEY (RADARR_…, SABNZBD_…), or connect one on the page"
        }
    }
}
