internal import Crypto
package import Foundation
package import MediaDomain
internal import OrderedJSON
package import ServiceHTTP

/// Seals credentials for the store: ChaCha20-Poly1305 under a key of 32 random bytes, bound to the connection's name.
package struct KeySeal: Sendable {
    private let key: SymmetricKey

    /// A seal with a new key, which is lost with it: for tests and for a server without a data directory.
    package init() { key = SymmetricKey(size: .bits256) }

    /// A seal with the key of a file, which is made, readable by its owner only, where there is none.
    ///
    /// - Throws: ``KeyFileError`` naming the file and what to do.
    package init(keyFile: URL) throws(KeyFileError) {
        let path = keyFile.path
        if let bytes = FileManager.default.contents(atPath: path) {
            guard bytes.count == 32 else { throw .notAKey(path: path) }
            Self.protect(path)
            key = SymmetricKey(data: bytes)
            return
        }
        guard !FileManager.default.fileExists(atPath: path) else { throw .unreadable(path: path) }
        let fresh = SymmetricKey(size: .bits256)
        let bytes = fresh.withUnsafeBytes { Array($0) }
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard file >= 0 else { throw .unwritable(path: path, code: errno) }
        defer { close(file) }
        guard write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
            throw .unwritable(path: path, code: errno)
        }
        key = fresh
    }

    /// Takes rights of others away that a backup or an editor may have given.
    private static func protect(_ path: String) { _ = chmod(path, 0o600) }

    /// Seals a credential.
    package func seal(_ credential: Credential, for id: ServiceID) throws -> [UInt8] {
        let text = Self.document(credential).text()
        let name = Data(id.rawValue.utf8)
        return Array(try ChaChaPoly.seal(Data(text.utf8), using: key, authenticating: name).combined)
    }

    /// Opens a sealed credential.
    ///
    /// - Throws: When it was sealed with another key or for another connection, or was changed.
    package func unseal(_ sealed: [UInt8], for id: ServiceID) throws -> Credential {
        let box = try ChaChaPoly.SealedBox(combined: Data(sealed))
        let text = try ChaChaPoly.open(box, using: key, authenticating: Data(id.rawValue.utf8))
        return Self.credential(try JSONValue(parsing: Array(text)))
    }

    private static func document(_ credential: Credential) -> JSONValue {
        switch credential {
        case .none: .null
        case .key(let key): ["key": .string(key.revealed)]
        case .login(let username, let password):
            ["username": .string(username), "password": .string(password.revealed)]
        }
    }

    private static func credential(_ document: JSONValue) -> Credential {
        if let key = document["key"]?.string { return .key(Secret(key)) }
        guard let username = document["username"]?.string, let password = document["password"]?.string else {
            return .none
        }
        return .login(username: username, password: Secret(password))
    }
}

/// Why the key file cannot be used.
package enum KeyFileError: Error, Sendable, Hashable, CustomStringConvertible {
    case notAKey(path: String)
    case unreadable(path: String)
    case unwritable(path: String, code: Int32)

    package var description: String {
        switch self {
        case .notAKey(let path):
            "\(path) is not our key file; restore it from a backup, or delete it and enter the keys of all services again"
        case .unreadable(let path): "\(path) cannot be read; let our user read it"
        case .unwritable(let path, let code):
            "\(path) cannot be written (error \(code)); check that its directory is writable by our user"
        }
    }
}
