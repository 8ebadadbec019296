package import Foundation
package import OrderedJSON

/// Something that is read out of a JSON value of a service.
///
/// A row takes what it knows, leniently, and keeps the rest in its `raw` where it is ever written back.
package protocol ServiceRow: Sendable {
    /// Reads a value.
    ///
    /// - Throws: ``RowFault`` when something without which the row means nothing is missing.
    init(_ row: JSONRow) throws(RowFault)
}

/// What is wrong with a value of a reply, and where.
package struct RowFault: Error, Sendable, Hashable {
    /// The place: `records[3].id`.
    package let path: String
    /// What is wrong there.
    package let problem: String

    /// A fault.
    package init(path: String, problem: String) {
        self.path = path
        self.problem = problem
    }
}

/// A JSON value of a reply with its place in it, read leniently: services send numbers as text, 0 and 1 for false and
/// true, and floating-point numbers for integers.
package struct JSONRow: Sendable {
    /// The value.
    package let value: JSONValue
    /// The place in the reply, empty at its root.
    package let path: String

    /// A value at a place.
    package init(_ value: JSONValue, path: String = "") {
        self.value = value
        self.path = path
    }

    private func place(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    /// The member as text; numbers and truth values in their own text, nil where missing or null.
    package func text(_ key: String) -> String? { value[key]?.lenientText }

    /// The member as an integer, nil where missing, null or none.
    package func int(_ key: String) -> Int? { value[key]?.lenientInt }

    /// The member as a number, nil where missing, null or none.
    package func number(_ key: String) -> Double? { value[key]?.lenientDouble }

    /// The member as a truth value, nil where missing, null or none.
    package func flag(_ key: String) -> Bool? { value[key]?.lenientBool }

    /// The member as a moment, nil where missing, null, none or the year 1.
    package func date(_ key: String) -> Date? { value[key].flatMap { ServiceDate($0) }?.date }

    /// The member as a term, empty where missing.
    package func term<Term: ServiceTerm>(_ key: String, as type: Term.Type = Term.self) -> Term {
        Term(rawValue: text(key) ?? "")
    }

    /// The member, an object, nil where missing or something else.
    package func row(_ key: String) -> JSONRow? {
        guard let member = value[key], member.object != nil else { return nil }
        return JSONRow(member, path: place(key))
    }

    /// The elements of the member, none where it is missing or no array.
    package func rows(_ key: String) -> [JSONRow] {
        (value[key]?.array ?? []).enumerated().map {
            JSONRow($0.element, path: "\(place(key))[\($0.offset)]")
        }
    }

    /// The elements of this value, as rows.
    ///
    /// - Throws: ``RowFault`` when this is no array, or an element is faulty.
    package func elements<Row: ServiceRow>(_ type: Row.Type = Row.self) throws(RowFault) -> [Row] {
        guard let array = value.array else {
            throw RowFault(path: path.isEmpty ? "the root" : path, problem: "no array where one was due")
        }
        var result: [Row] = []
        result.reserveCapacity(array.count)
        for (index, element) in array.enumerated() {
            result.append(try Row(JSONRow(element, path: "\(path)[\(index)]")))
        }
        return result
    }

    /// The elements of the member, as rows.
    ///
    /// - Throws: ``RowFault`` when the member is missing or no array, or an element is faulty.
    package func elements<Row: ServiceRow>(
        of key: String,
        _ type: Row.Type = Row.self
    ) throws(RowFault) -> [Row] {
        guard let member = value[key] else { throw RowFault(path: place(key), problem: "missing") }
        return try JSONRow(member, path: place(key)).elements(Row.self)
    }

    /// The elements of the member as text, none where missing.
    package func texts(_ key: String) -> [String] { (value[key]?.array ?? []).compactMap(\.lenientText) }

    /// The elements of the member as integers, none where missing.
    package func ints(_ key: String) -> [Int] { (value[key]?.array ?? []).compactMap(\.lenientInt) }

    /// The member as an integer.
    ///
    /// - Throws: ``RowFault`` when it is missing, none, or does not fit 64 bits.
    package func requiredInt(_ key: String) throws(RowFault) -> Int {
        guard let member = value[key] else { throw RowFault(path: place(key), problem: "missing") }
        guard let int = member.lenientInt else {
            throw RowFault(path: place(key), problem: "no integer that fits 64 bits")
        }
        return int
    }

    /// The member as text.
    ///
    /// - Throws: ``RowFault`` when it is missing, null or no text.
    package func requiredText(_ key: String) throws(RowFault) -> String {
        guard let text = text(key) else {
            throw RowFault(path: place(key), problem: "no text where one was due")
        }
        return text
    }

    /// The member, an object.
    ///
    /// - Throws: ``RowFault`` when it is missing or something else.
    package func requiredRow(_ key: String) throws(RowFault) -> JSONRow {
        guard let row = row(key) else {
            throw RowFault(path: place(key), problem: "no object where one was due")
        }
        return row
    }

    /// This value, which must be an object.
    ///
    /// - Throws: ``RowFault`` when it is something else.
    package func requireObject() throws(RowFault) {
        guard value.object != nil else {
            throw RowFault(path: path.isEmpty ? "the root" : path, problem: "no object where one was due")
        }
    }
}
