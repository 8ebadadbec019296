internal import ServiceHTTP

extension JSONRow {
    /// The number of another thing, nil where it is missing, null or 0, which all mean "none".
    func reference<Resource>(_ key: String) -> ResourceID<Resource>? {
        guard let number = int(key), number > 0 else { return nil }
        return ResourceID(number)
    }

    /// The numbers of other things.
    func references<Resource>(_ key: String) -> [ResourceID<Resource>] { ints(key).map { ResourceID($0) } }
}
