package import Foundation
internal import GRDB

extension AppDatabase {
    /// Writes a copy of the whole database, as it stands at one moment, while others go on using it.
    ///
    /// - Parameter url: Where the copy goes; nothing may be there.
    /// - Throws: ``SQLiteStoreError`` naming the file.
    package func copy(to url: URL) throws {
        do {
            try writer.vacuum(into: url.path)
        } catch let error as DatabaseError {
            throw SQLiteStoreError.unusable(path: url.path, reason: error.message ?? "\(error.resultCode)")
        }
    }
}
