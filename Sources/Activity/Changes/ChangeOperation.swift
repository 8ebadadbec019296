package import OrderedJSON

/// How one kind of write is read back and taken back.
package struct ChangeOperation: Sendable {
    /// The name that records carry: `sabnzbd.config.set`.
    package let name: String
    /// Reads what the service has now, in the form of the record's `after`.
    package let read: @Sendable (ChangeRecord) async throws -> JSONValue
    /// Puts the value back that was there before.
    package let restore: @Sendable (ChangeRecord) async throws -> Void
    /// What must be read after the undo; the record's `before` unless told otherwise.
    package let undone: @Sendable (ChangeRecord) -> JSONValue

    /// A kind of write.
    package init(
        name: String,
        read: @escaping @Sendable (ChangeRecord) async throws -> JSONValue,
        restore: @escaping @Sendable (ChangeRecord) async throws -> Void,
        undone: @escaping @Sendable (ChangeRecord) -> JSONValue = { $0.before }
    ) {
        self.name = name
        self.read = read
        self.restore = restore
        self.undone = undone
    }
}

extension JSONValue {
    /// Whether two values of a setting mean the same: services write `1`, `"1"` and `true` for one thing.
    ///
    /// SABnzbd answers 0/1 in version 3 and booleans from 4 on, and numbers in queue slots as text.
    package func means(_ other: JSONValue) -> Bool {
        if self == other { return true }
        if let left = array, let right = other.array {
            return left.count == right.count && zip(left, right).allSatisfy { $0.means($1) }
        }
        if let left = object, let right = other.object {
            return Set(left.keys) == Set(right.keys)
                && left.keys.allSatisfy { key in left[key].map { $0.means(right[key] ?? .null) } ?? false }
        }
        guard let left = plainText, let right = other.plainText else { return false }
        if left == right { return true }
        guard let leftNumber = Double(left), let rightNumber = Double(right) else { return false }
        return leftNumber == rightNumber
    }

    private var plainText: String? {
        switch self {
        case .string(let text): text
        case .number(let number): number.text
        case .bool(let bool): bool ? "1" : "0"
        case .null, .array, .object: nil
        }
    }
}
