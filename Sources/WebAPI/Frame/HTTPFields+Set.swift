internal import HTTPTypes

extension HTTPFields {
    /// Sets a field that has no name in the library; a name that is no token sets nothing.
    mutating func set(_ name: String, to value: String) {
        guard let name = HTTPField.Name(name) else { return }
        self[name] = value
    }

    /// The value of a field that has no name in the library.
    func value(of name: String) -> String? {
        guard let name = HTTPField.Name(name) else { return nil }
        return self[name]
    }
}
