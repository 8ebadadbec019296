import Activity
import Logging
import MediaDomain
import OrderedJSON
import Synchronization
import Testing

struct ChangeJournalTests {
    /// A service with one setting.
    private final class Setting: Sendable {
        private let value: Mutex<JSONValue>
        init(_ value: JSONValue) { self.value = Mutex(value) }
        var now: JSONValue { value.withLock { $0 } }
        func set(_ new: JSONValue) { value.withLock { $0 = new } }
    }

    private struct Refused: Error, CustomStringConvertible { let description = "the service said no" }

    private let log = ActivityLog(store: InMemoryActivityStore(), logger: Logger(label: "test"))
    private let course = CorrelationID(rawValue: "c1")
    private let setting = Setting(1)
    private let plan = PlannedChange(
        service: ServiceID(.sabnzbd),
        operation: "sabnzbd.settings",
        title: "Set pre_check to 0",
        before: 1,
        after: 0
    )

    private func journal(isDryRun: Bool = false) async -> ChangeJournal {
        let journal = ChangeJournal(store: InMemoryChangeStore(), log: log, isDryRun: isDryRun)
        let setting = setting
        await journal.register(
            ChangeOperation(
                name: "sabnzbd.settings",
                read: { _ in setting.now },
                restore: { setting.set($0.before) }
            )
        )
        return journal
    }

    private func perform(
        _ journal: ChangeJournal,
        writing value: JSONValue = 0,
        dryRun: Bool = false
    ) async throws -> ChangeRecord {
        let setting = setting
        return try await journal.perform(
            plan,
            correlation: course,
            dryRun: dryRun,
            write: { setting.set(value) },
            readBack: { setting.now }
        )
    }

    private func kinds() async throws -> [String] {
        try await log.events(matching: ActivityQuery(after: 0, correlation: course)).map(\.kind)
    }

    @Test func `a write is planned, made, read back, and taken back on demand`() async throws {
        let journal = await journal()
        let change = try await perform(journal)
        #expect(change.state == .verified && change.undoable)
        #expect(setting.now == 0)
        let undone = try await journal.undo(change.id)
        #expect(undone.state == .undone)
        #expect(setting.now == 1)
        let kinds = try await kinds()
        #expect(kinds == ["change.planned", "change.verified", "change.undoing", "change.undone"])
    }

    @Test func `a service that clamps the value silently is found out`() async throws {
        let change = try await perform(await journal(), writing: 100)
        #expect(change.state == .failed && !change.undoable)
        #expect(change.note?.contains("reads 100 instead of 0") == true)
    }

    @Test func `true and 1 are the same setting`() async throws {
        let change = try await perform(await journal(), writing: false)
        #expect(change.state == .verified)
        #expect(JSONValue.string("1").means(true))
        #expect(JSONValue.number(1.0).means("1"))
        #expect(!JSONValue.string("").means(0))
        #expect(JSONValue.array([1, "a"]).means([true, "a"]))
    }

    @Test func `what the user changed since is left alone`() async throws {
        let journal = await journal()
        let change = try await perform(journal)
        setting.set(7)
        await #expect(
            throws: ChangeError.changedSince(id: change.id, title: plan.title, ours: 0, now: 7)
        ) { try await journal.undo(change.id) }
        #expect(setting.now == 7)
    }

    @Test(arguments: [true, false])
    func `a dry run records what would be done and writes nothing`(wholeHouse: Bool) async throws {
        let change = try await perform(await journal(isDryRun: wholeHouse), dryRun: !wholeHouse)
        #expect(change.state == .would)
        #expect(setting.now == 1)
        #expect(try await kinds() == ["change.would"])
    }

    @Test func `a write that the service refuses is recorded as failed, with its words`() async throws {
        let change = try await journal().perform(plan, correlation: course, write: { throw Refused() })
        #expect(change.state == .failed)
        #expect(change.note == "the service said no")
    }

    @Test func `a change is taken back once only`() async throws {
        let journal = await journal()
        let change = try await perform(journal)
        try await journal.undo(change.id)
        await #expect(throws: ChangeError.self) { try await journal.undo(change.id) }
        await #expect(throws: ChangeError.unknown(id: 99)) { try await journal.undo(99) }
    }
}
