package import Hummingbird
internal import OrderedJSON

/// One page of a list, and where the next begins.
package struct Page<Item: Encodable & Sendable>: ResponseEncodable, Sendable {
    /// The items of this page.
    package let items: [Item]
    /// The `cursor` for the next page; nil at the end.
    package let next: String?

    /// A page.
    package init(items: [Item], next: String? = nil) {
        self.items = items
        self.next = next
    }

    private enum CodingKeys: String, CodingKey { case items, next }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(items, forKey: .items)
        try container.encode(next, forKey: .next)
    }
}

extension Request {
    /// The number of items that the query's `limit` asks for.
    ///
    /// - Throws: ``Problem`` with status 400 where it is no number from 1 to `most`.
    package func limit(default usual: Int = 50, most: Int = 200) throws -> Int {
        guard let text = uri.queryParameters["limit"] else { return usual }
        guard let limit = Int(text), (1...most).contains(limit) else {
            throw Problem(
                .badRequest,
                "limit must be a number from 1 to \(most)",
                members: ["parameter": "limit"]
            )
        }
        return limit
    }
}
