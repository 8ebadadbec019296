/// Where accounts are kept.
package protocol AccountStore: Sendable {
    /// All accounts, oldest first.
    ///
    /// - Throws: When they could not be read.
    func accounts() async throws -> [Account]

    /// Adds the first account, in one step with the check that there is none.
    ///
    /// - Returns: Whether it was the first; otherwise nothing was added.
    /// - Throws: When it could not be written.
    func addFirst(_ account: Account) async throws -> Bool

    /// Replaces the account of the same name.
    ///
    /// - Throws: When it could not be written.
    func replace(_ account: Account) async throws
}
