internal import GRDB

/// All migrations, in the order in which they came; one file each, none ever changed after its release.
enum Migrations {
    static var all: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("0001-activity", migrate: createActivity)
        migrator.registerMigration("0002-connections", migrate: createConnections)
        migrator.registerMigration("0003-changes", migrate: createChanges)
        migrator.registerMigration("0004-recovery", migrate: createRecovery)
        migrator.registerMigration("0005-requests", migrate: createRequests)
        migrator.registerMigration("0006-accounts", migrate: createAccounts)
        return migrator
    }
}
