internal import WebAPI

/// The subjects of the API, each given what it needs.
enum Controllers {
    /// Those under `/api/v1`.
    static func all(_ app: AppServices) -> [any Controller] {
        []
    }

    /// Those at the root, whose paths other programs know.
    static func compatible(_ app: AppServices) -> [any Controller] {
        []
    }
}
