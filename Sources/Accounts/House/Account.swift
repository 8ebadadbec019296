package import Foundation

/// Somebody who may log in.
package struct Account: Sendable, Hashable {
    /// The name, as typed when the house was claimed; compared without regard to case.
    package let name: String
    /// The password, hashed.
    package var password: PasswordHash
    /// When it was made.
    package let created: Date

    /// An account.
    package init(name: String, password: PasswordHash, created: Date) {
        self.name = name
        self.password = password
        self.created = created
    }
}
