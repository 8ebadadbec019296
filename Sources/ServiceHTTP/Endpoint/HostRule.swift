/// Which hosts are never called, whoever configured them: the places where clouds hand out credentials.
package enum HostRule {
    /// Why this host may not be called, or nil if it may.
    ///
    /// Covers names, IPv4 in decimal, octal and hexadecimal, IPv6, and IPv4 inside IPv6. Where a name leads is for
    /// the transport to check once it is resolved.
    package static func refusal(of host: String) -> String? {
        let host = host.lowercased().trimmingDots
        if names.contains(host) { return "it is a cloud's metadata service" }
        if let address = IPv4(host), isForbidden(address) {
            return "it is a cloud's metadata or link-local address"
        }
        if host.contains(":"), isForbiddenIPv6(host) {
            return "it is a cloud's metadata or link-local address"
        }
        return nil
    }

    /// Whether a host is this machine, or one in the house: a private address, or a name that means nothing outside.
    package static func isPrivate(_ host: String) -> Bool {
        let host = host.lowercased().trimmingDots
        if let address = IPv4(host) {
            let value = address.value
            return value >> 24 == 10 || value >> 24 == 127 || value >> 20 == 0xAC1 || value >> 16 == 0xC0A8
                || value >> 22 == 0x191  // 100.64.0.0/10
        }
        if host.contains(":") {
            guard let words = IPv6.words(String(host.prefix { $0 != "%" })) else { return false }
            return words[0] & 0xFE00 == 0xFC00 || words == [0, 0, 0, 0, 0, 0, 0, 1]
        }
        guard refusal(of: host) == nil, !host.isEmpty else { return false }
        guard host.contains(".") else { return true }
        return [".local", ".lan", ".home", ".home.arpa", ".internal", ".localdomain"].contains {
            host.hasSuffix($0)
        }
    }

    private static let names: Set<String> = [
        "metadata", "metadata.google.internal", "instance-data", "instance-data.ec2.internal",
        "metadata.azure.internal",
        "metadata.platformequinix.com", "metadata.packet.net",
    ]

    private static func isForbidden(_ address: IPv4) -> Bool {
        let value = address.value
        return value >> 16 == 0xA9FE  // 169.254.0.0/16
            || value == 0x6464_64C8  // 100.100.100.200
            || value == 0xA83F_8110  // 168.63.129.16
            || value == 0xC000_00C0  // 192.0.0.192
    }

    private static func isForbiddenIPv6(_ host: String) -> Bool {
        let text = host.prefix { $0 != "%" }
        guard let words = IPv6.words(String(text)) else { return true }
        if words[0] & 0xFFC0 == 0xFE80 { return true }
        if words == [0xFD00, 0x0EC2, 0, 0, 0, 0, 0, 0x0254]
            || words == [0xFD20, 0x00CE, 0, 0, 0, 0, 0, 0x0254]
        {
            return true
        }
        let isMapped = words[0..<5].allSatisfy { $0 == 0 } && (words[5] == 0xFFFF || words[5] == 0)
        let isTranslated = words[0] == 0x0064 && words[1] == 0xFF9B
        guard isMapped || isTranslated else { return false }
        return isForbidden(IPv4(value: UInt32(words[6]) << 16 | UInt32(words[7])))
    }
}

extension String {
    fileprivate var trimmingDots: String {
        var text = self
        while text.last == "." { text.removeLast() }
        return text
    }
}

/// An IPv4 address in any form that resolvers take: `a.b.c.d`, fewer parts, decimal, octal, hexadecimal.
private struct IPv4 {
    let value: UInt32

    init(value: UInt32) { self.value = value }

    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...4).contains(parts.count) else { return nil }
        var numbers: [UInt64] = []
        for part in parts {
            let number =
                if part.hasPrefix("0x") {
                    UInt64(part.dropFirst(2), radix: 16)
                } else if part.count > 1, part.first == "0" {
                    UInt64(part, radix: 8)
                } else { UInt64(part) }
            guard let number else { return nil }
            numbers.append(number)
        }
        var value: UInt64 = 0
        for number in numbers.dropLast() {
            guard number <= 255 else { return nil }
            value = value << 8 | number
        }
        let tail = UInt64(8 * (5 - numbers.count))
        guard let last = numbers.last, last < 1 << tail else { return nil }
        self.value = UInt32(value << tail | last)
    }
}

/// The eight words of an IPv6 address.
private enum IPv6 {
    static func words(_ text: String) -> [UInt16]? {
        let halves = text.split(separator: "::", omittingEmptySubsequences: false)
        guard halves.count <= 2 else { return nil }
        var sides: [[UInt16]] = []
        for half in halves {
            guard let words = side(half) else { return nil }
            sides.append(words)
        }
        if sides.count == 1 { return sides[0].count == 8 ? sides[0] : nil }
        let missing = 8 - sides[0].count - sides[1].count
        guard missing >= 1 else { return nil }
        return sides[0] + Array(repeating: 0, count: missing) + sides[1]
    }

    private static func side(_ text: Substring) -> [UInt16]? {
        if text.isEmpty { return [] }
        var words: [UInt16] = []
        for part in text.split(separator: ":", omittingEmptySubsequences: false) {
            if part.contains(".") {
                guard let address = IPv4(String(part)) else { return nil }
                words += [UInt16(address.value >> 16), UInt16(address.value & 0xFFFF)]
            } else {
                guard let word = UInt16(part, radix: 16) else { return nil }
                words.append(word)
            }
        }
        return words
    }
}
