/// Takes secrets out of texts that came from outside, before anybody sees them.
package struct Redaction: Sendable {
    private let secrets: [String]

    /// Knows these secrets, and the names that secrets go by.
    package init(secrets: [Secret]) {
        self.secrets = secrets.map(\.revealed).filter { $0.count >= 4 }.sorted { $0.count > $1.count }
    }

    /// The text, on one line and at most `limit` characters long, with every secret replaced.
    package func cleaned(_ text: String, limit: Int = 300) -> String {
        var text = String(text.prefix(max(limit * 4, 4_096)))
        for secret in secrets {
            text = text.replacing(secret, with: Secret.mask).replacing(
                PercentEncoding.escaped(secret),
                with: Secret.mask
            )
        }
        text = Self.maskingNamed(text)
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count > limit ? line.prefix(limit) + "…" : line
    }

    /// Masks what follows `apikey=`, `"password": "` and the like.
    private static func maskingNamed(_ text: String) -> String {
        let pattern =
            #/(?<name>(?i:api_?key|nzb_?key|apikey|password|passwd|passkey|authkey|torrent_pass|token|secret|sid|x-api-key))(?<mark>["']?\s*[=:]\s*["']?)(?<value>[^\s"'&,;<>}]+)/#
        return text.replacing(pattern) { "\($0.output.name)\($0.output.mark)\(Secret.mask)" }
    }
}
