package import MediaDomain

/// Where changes are kept.
package protocol ChangeStore: Sendable {
    /// Appends a change and says at which place.
    ///
    /// - Throws: When it could not be written.
    func append(_ change: ChangeRecord) async throws -> ChangeRecord

    /// Replaces the change of the same id.
    ///
    /// - Throws: When it could not be written.
    func update(_ change: ChangeRecord) async throws

    /// The change of that id, if there is one.
    ///
    /// - Throws: When it could not be read.
    func change(_ id: Int64) async throws -> ChangeRecord?

    /// The changes that a query asks for, newest first.
    ///
    /// - Throws: When they could not be read.
    func changes(matching query: ChangeQuery) async throws -> [ChangeRecord]
}

/// Which changes are asked for.
package struct ChangeQuery: Sendable, Hashable {
    /// Only changes before this id.
    package var before: Int64?
    /// Only changes of this service.
    package var service: ServiceID?
    /// Only changes of this course.
    package var correlation: CorrelationID?
    /// At most this many.
    package var limit: Int

    /// A query.
    package init(
        before: Int64? = nil,
        service: ServiceID? = nil,
        correlation: CorrelationID? = nil,
        limit: Int = 100
    ) {
        self.before = before
        self.service = service
        self.correlation = correlation
        self.limit = limit
    }

    /// Whether a change is one of those asked for, the limit aside.
    package func matches(_ change: ChangeRecord) -> Bool {
        if let before, change.id >= before { return false }
        if let service, change.service != service { return false }
        if let correlation, change.correlation != correlation { return false }
        return true
    }
}

/// Changes in memory, for a server without a data directory and for tests.
package actor InMemoryChangeStore: ChangeStore {
    private var changes: [ChangeRecord] = []

    /// No changes.
    package init() {}

    package func append(_ change: ChangeRecord) -> ChangeRecord {
        var change = change
        change.id = Int64(changes.count + 1)
        changes.append(change)
        return change
    }

    package func update(_ change: ChangeRecord) {
        guard let index = changes.firstIndex(where: { $0.id == change.id }) else { return }
        changes[index] = change
    }

    package func change(_ id: Int64) -> ChangeRecord? { changes.first { $0.id == id } }

    package func changes(matching query: ChangeQuery) -> [ChangeRecord] {
        Array(changes.reversed().lazy.filter(query.matches).prefix(query.limit))
    }
}
