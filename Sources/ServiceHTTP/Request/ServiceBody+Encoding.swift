internal import OrderedJSON

extension ServiceBody {
    /// The bytes, and their content type; nil for none.
    ///
    /// The boundary is a text that occurs nowhere in the parts.
    func encoded(boundary: String) -> (bytes: [UInt8], contentType: String)? {
        switch self {
        case .none: nil
        case .json(let value): (Array(value.text().utf8), "application/json")
        case .form(let items): (Array(PercentEncoding.query(items).utf8), "application/x-www-form-urlencoded")
        case .multipart(let parts):
            (Self.multipart(parts, boundary), "multipart/form-data; boundary=\(boundary)")
        }
    }

    private static func multipart(_ parts: [Part], _ boundary: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for part in parts {
            var head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(quoted(part.name))\""
            if let filename = part.filename {
                head += "; filename=\"\(quoted(filename))\"\r\nContent-Type: application/octet-stream"
            }
            bytes += Array(head.utf8) + Array("\r\n\r\n".utf8) + part.content + Array("\r\n".utf8)
        }
        return bytes + Array("--\(boundary)--\r\n".utf8)
    }

    /// A name as it may stand between quotes, by the rule of the WHATWG form encoding.
    private static func quoted(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "\"": result += "%22"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}

/// Escaping by RFC 3986: everything but the unreserved characters.
package enum PercentEncoding {
    /// A query or form: `a=b&c=d`.
    package static func query(_ items: [QueryItem]) -> String {
        items.map { "\(escaped($0.name))=\(escaped($0.value))" }.joined(separator: "&")
    }

    /// A path, whose slashes stay.
    package static func path(_ path: String) -> String {
        path.split(separator: "/", omittingEmptySubsequences: false).map { escaped(String($0)) }.joined(
            separator: "/"
        )
    }

    /// One name, value or path segment.
    package static func escaped(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126:
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        return result
    }
}
