internal import OrderedJSON

/// Takes secrets out of a service's documents before anything else sees them.
///
/// What remains of a key is its length, under the key's name and `Length`: enough for the rule on short keys.
enum SecretFields {
    private static let names: Set<String> = [
        "apikey", "api_key", "nzb_key", "password", "passwordconfirmation", "email_pwd", "passkey", "token",
        "accesstoken", "authtoken", "refreshtoken", "secret", "socks5_proxy_url", "proxypassword", "cookie",
        "sslcertpassword", "rsskey",
    ]

    /// Whether a setting of this name is a secret and must never be written or shown.
    static func isSecret(_ name: String) -> Bool {
        let name = (name.split(separator: ".").last.map(String.init) ?? name).lowercased()
        return names.contains(name) || name.hasSuffix("password") || name.hasSuffix("apikey")
            || name.hasSuffix("token") || name.hasSuffix("secret")
    }

    static func removed(from value: JSONValue) -> JSONValue {
        switch value {
        case .array(let elements): return .array(elements.map(removed))
        case .object(let object):
            // Provider settings come as {"name": "apiKey", "value": …}.
            let isSecretField = object["name"]?.string.map(isSecret) ?? false
            var result = JSONObject()
            for (key, member) in object {
                if isSecret(key), let text = member.string {
                    result[key + "Length"] = .number(text.utf8.count)
                } else if isSecretField, key == "value", let text = member.string {
                    result["valueLength"] = .number(text.utf8.count)
                } else {
                    result[key] = removed(from: member)
                }
            }
            return .object(result)
        case .null, .bool, .number, .string: return value
        }
    }
}
