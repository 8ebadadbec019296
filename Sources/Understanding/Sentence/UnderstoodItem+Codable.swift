internal import OrderedJSON

extension UnderstoodItem: Codable {
    package init(from decoder: any Decoder) throws {
        let value = try JSONValue(from: decoder)
        guard let item = UnderstoodItem(json: value) else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath,
                    debugDescription: "this is no item of a sentence"
                )
            )
        }
        self = item
    }

    package func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }
}
