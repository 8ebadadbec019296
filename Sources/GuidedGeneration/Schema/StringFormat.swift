/// The values of `format` that are supported; each with the texts that are written for it.
enum StringFormat: String, Sendable, CaseIterable {
    /// RFC 3339 full-date; days as many as the month has, leap years by the Gregorian rule.
    case date
    /// RFC 3339 full-time: without leap seconds, at most nine digits of a second.
    case time
    /// RFC 3339 date-time with an upper-case T and Z.
    case dateTime = "date-time"
    /// ISO 8601 by RFC 3339 appendix A, at most nine digits each.
    case duration
    /// RFC 9562, digits of either case.
    case uuid
    /// RFC 5321: a local part of up to three atoms of at most 20 characters, unquoted, at a host name.
    case email
    /// Four decimal numbers without leading zeros.
    case ipv4
    /// RFC 4291 in its hexadecimal forms, one run of zeros left out or none.
    case ipv6
    /// RFC 3986 with a scheme and a host.
    case uri
    /// RFC 1123: up to eight labels of at most 30 characters.
    case hostname

    /// The format as a pattern for the whole text.
    var pattern: String {
        switch self {
        case .date: return Self.datePattern
        case .time: return Self.timePattern
        case .dateTime: return "(?:\(Self.datePattern))T\(Self.timePattern)"
        case .duration: return Self.durationPattern
        case .uuid: return "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
        case .email:
            let atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,20}"
            return "\(atom)(?:\\.\(atom)){0,2}@\(Self.hostnamePattern)"
        case .ipv4: return Self.ipv4Pattern
        case .ipv6: return Self.ipv6Pattern
        case .uri: return Self.uriPattern
        case .hostname: return Self.hostnamePattern
        }
    }

    private static let datePattern: String = {
        let year = "[0-9]{4}"
        let leapYear = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"
        return [
            "\(year)-(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])",
            "\(year)-(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)",
            "\(year)-02-(?:0[1-9]|1[0-9]|2[0-8])",
            "\(leapYear)-02-29",
        ].joined(separator: "|")
    }()

    private static let timePattern =
        "(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"

    private static let durationPattern: String = {
        let number = "[0-9]{1,9}"
        let time = "T(?:\(number)H(?:\(number)M(?:\(number)S)?)?|\(number)M(?:\(number)S)?|\(number)S)"
        let day = "\(number)D"
        let month = "\(number)M(?:\(day))?"
        let year = "\(number)Y(?:\(month))?"
        return "P(?:(?:\(year)|\(month)|\(day))(?:\(time))?|\(time)|\(number)W)"
    }()

    private static let hostnamePattern: String = {
        let label = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,28}[A-Za-z0-9])?"
        return "\(label)(?:\\.\(label)){0,7}"
    }()

    private static let ipv4Pattern: String = {
        let number = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
        return "\(number)(?:\\.\(number)){3}"
    }()

    private static let ipv6Pattern: String = {
        let group = "[0-9a-fA-F]{1,4}"
        var forms = ["(?:\(group):){7}\(group)"]
        for before in 0...7 {
            let left = before == 0 ? "" : "\(group)(?::\(group)){\(before - 1)}"
            let after = 7 - before
            let right = after == 0 ? "" : "(?:\(group)(?::\(group)){0,\(after - 1)})?"
            forms.append("\(left)::\(right)")
        }
        return forms.joined(separator: "|")
    }()

    private static let uriPattern: String = {
        let character = "[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2}"
        let inPath = "(?:\(character)|[:@])"
        let inQuery = "(?:\(character)|[:@/?])"
        return "[A-Za-z][A-Za-z0-9+.-]*://(?:\(character))+(?::[0-9]{1,5})?(?:/\(inPath)*)*"
            + "(?:\\?\(inQuery)*)?(?:#\(inQuery)*)?"
    }()
}
