package import Foundation
internal import GRDB

/// The database under the data directory; each feature's store is an extension in a file of its own.
package struct AppDatabase: Sendable {
    let writer: any DatabaseWriter

    /// Opens, or makes, the database file and brings its tables up to date.
    ///
    /// - Parameter url: The file; its directory must exist and be writable.
    /// - Throws: ``SQLiteStoreError`` naming the file and what to do.
    package init(at url: URL) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -1024")
        }
        do {
            writer = try DatabasePool(path: url.path, configuration: configuration)
            try Migrations.all.migrate(writer)
        } catch let error as DatabaseError {
            throw SQLiteStoreError.unusable(path: url.path, reason: error.message ?? "\(error.resultCode)")
        }
    }

    /// A database in memory, for tests and for a server without a data directory.
    ///
    /// - Throws: When the tables could not be made.
    package init() throws {
        writer = try DatabaseQueue()
        try Migrations.all.migrate(writer)
    }
}

/// Why the database cannot be used.
package enum SQLiteStoreError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file cannot be opened, read or written.
    case unusable(path: String, reason: String)

    package var description: String {
        switch self {
        case .unusable(let path, let reason):
            "the database \(path) cannot be used: \(reason); check that its directory is writable and the file is ours"
        }
    }
}
