package import Foundation
package import OrderedJSON

/// A moment as services write it: ISO 8601 with or without fraction, zone and time, or seconds since 1970.
package struct ServiceDate: Sendable, Hashable, Comparable {
    /// The moment.
    package let date: Date

    /// A moment.
    package init(_ date: Date) { self.date = date }

    /// The moment of a JSON text or number; nil for anything else, and for the year 1, which means "never".
    package init?(_ value: JSONValue) {
        switch value {
        case .string(let text):
            guard let moment = ServiceDate(text) else { return nil }
            self = moment
        case .number(let number):
            guard number.double > 0 else { return nil }
            date = Date(timeIntervalSince1970: number.double)
        case .null, .bool, .array, .object: return nil
        }
    }

    /// The moment of a text; without a zone it is UTC, as all services mean it.
    package init?(_ text: String) {
        var rest = Array(text.utf8)[...]
        guard let year = Self.digits(4, &rest), Self.skip("-", &rest), let month = Self.digits(2, &rest),
            Self.skip("-", &rest),
            let day = Self.digits(2, &rest), (1...12).contains(month), (1...31).contains(day), year > 1
        else { return nil }
        var seconds = Double(Self.days(year, month, day) * 86_400)
        if Self.skip("T", &rest) || Self.skip("t", &rest) || Self.skip(" ", &rest) {
            guard let hour = Self.digits(2, &rest), Self.skip(":", &rest), let minute = Self.digits(2, &rest),
                hour < 24,
                minute < 60
            else { return nil }
            seconds += Double(hour * 3_600 + minute * 60)
            if Self.skip(":", &rest) {
                guard let second = Self.digits(2, &rest), second <= 60 else { return nil }
                seconds += Double(second) + Self.fraction(&rest)
            }
            if let zone = Self.zone(&rest) { seconds -= Double(zone) }
        }
        guard rest.isEmpty else { return nil }
        date = Date(timeIntervalSince1970: seconds)
    }

    private static func digits(_ count: Int, _ rest: inout ArraySlice<UInt8>) -> Int? {
        guard rest.count >= count else { return nil }
        var value = 0
        for byte in rest.prefix(count) {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        rest = rest.dropFirst(count)
        return value
    }

    private static func skip(_ character: Unicode.Scalar, _ rest: inout ArraySlice<UInt8>) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }

    private static func fraction(_ rest: inout ArraySlice<UInt8>) -> Double {
        guard skip(".", &rest) || skip(",", &rest) else { return 0 }
        var value = 0.0
        var unit = 0.1
        while let byte = rest.first, (48...57).contains(byte) {
            value += Double(byte - 48) * unit
            unit /= 10
            rest = rest.dropFirst()
        }
        return value
    }

    private static func zone(_ rest: inout ArraySlice<UInt8>) -> Int? {
        if skip("Z", &rest) || skip("z", &rest) { return 0 }
        let sign = skip("+", &rest) ? 1 : skip("-", &rest) ? -1 : 0
        guard sign != 0, let hours = digits(2, &rest) else { return nil }
        _ = skip(":", &rest)
        return sign * (hours * 3_600 + (digits(2, &rest) ?? 0) * 60)
    }

    /// The days from 1970-01-01 to a day of the Gregorian calendar.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    package static func < (left: ServiceDate, right: ServiceDate) -> Bool { left.date < right.date }
}

/// A length of time as services write it: `00:10:00`, `1.02:03:04`, `1:02:03:04`.
package enum ServiceDuration {
    /// The length, nil if the text is none.
    package static func parse(_ text: String) -> Duration? {
        var days = 0
        var rest = text[...]
        if let dot = rest.firstIndex(of: "."), let colon = rest.firstIndex(of: ":"), dot < colon {
            guard let number = Int(rest[..<dot]) else { return nil }
            days = number
            rest = rest[rest.index(after: dot)...]
        }
        let parts = rest.prefix { $0 != "." }.split(separator: ":").map { Int($0) }
        guard (2...4).contains(parts.count) else { return nil }
        var seconds = 0
        for (part, unit) in zip(parts.reversed(), [1, 60, 3_600, 86_400]) {
            guard let part else { return nil }
            seconds += part * unit
        }
        return .seconds(days * 86_400 + seconds)
    }
}
