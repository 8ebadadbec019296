package import Foundation

/// Accounts, sessions, keys and settings in memory, for the demo without a data directory and for tests.
package actor InMemoryAccountStore: AccountStore, SessionStore, APIKeyStore {
    private var accountList: [Account] = []
    private var sessions: [String: Session] = [:]
    private var keys: [APIKey] = []

    /// A store with nobody in it.
    package init() {}

    package func accounts() -> [Account] { accountList }

    package func addFirst(_ account: Account) -> Bool {
        guard accountList.isEmpty else { return false }
        accountList = [account]
        return true
    }

    package func replace(_ account: Account) {
        accountList = accountList.map { $0.name.lowercased() == account.name.lowercased() ? account : $0 }
    }

    package func session(digest: String) -> Session? { sessions[digest] }
    package func save(_ session: Session) { sessions[session.digest] = session }
    package func removeSession(digest: String) { sessions[digest] = nil }

    package func removeSessions(of account: String, except digest: String?) {
        sessions = sessions.filter { $0.value.account != account || $0.key == digest }
    }

    package func removeSessions(endedBefore time: Date) {
        sessions = sessions.filter { $0.value.expires >= time }
    }

    package func apiKeys() -> [APIKey] { keys }
    package func apiKey(digest: String) -> APIKey? { keys.first { $0.digest == digest } }

    package func save(_ key: APIKey) {
        if let index = keys.firstIndex(where: { $0.id == key.id }) {
            keys[index] = key
        } else {
            keys.append(key)
        }
    }

    package func removeAPIKey(id: String) -> Bool {
        let count = keys.count
        keys.removeAll { $0.id == id }
        return keys.count < count
    }
}
