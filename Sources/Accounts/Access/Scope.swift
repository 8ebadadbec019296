/// What a program's key allows.
package enum Scope: String, Sendable, Hashable, Codable, CaseIterable {
    /// Looking at everything that is no secret.
    case read
    /// Whatever the page can do, accounts and keys aside.
    case act
}
