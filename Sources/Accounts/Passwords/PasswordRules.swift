/// What a password and a name must be.
enum PasswordRules {
    /// At least ten characters, at most what keeps the work bounded; length is what counts, so no signs are demanded.
    static func check(password: String, name: String) throws(AccountError) {
        guard password.count >= 10 else { throw .unsuitablePassword(reason: "use ten characters or more") }
        guard password.utf8.count <= 1024 else {
            throw .unsuitablePassword(reason: "use a thousand characters or fewer")
        }
        guard password.lowercased() != name.lowercased() else {
            throw .unsuitablePassword(reason: "it must differ from the name")
        }
        guard Set(password).count >= 4 else {
            throw .unsuitablePassword(reason: "it is the same few characters over and over")
        }
    }

    /// One to 64 characters, letters, digits and `-_.@` only, since it is written to logs and the journal.
    static func check(name: String) throws(AccountError) {
        guard (1...64).contains(name.count) else { throw .unsuitableName(reason: "use 1 to 64 characters") }
        guard name.allSatisfy({ $0.isLetter || $0.isNumber || "-_.@".contains($0) }) else {
            throw .unsuitableName(reason: "use letters, digits, and - _ . @ only")
        }
    }
}
