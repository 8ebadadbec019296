package import Activity
package import Foundation
internal import MediaDomain
internal import OrderedJSON

/// The configuration analysis: looks, shows what it would write, writes on a click, and takes it back on a click.
package actor AuditService {
    private let services: @Sendable () async -> [AuditedService]
    private let store: any AuditStore
    private let changes: ChangeJournal
    private let log: ActivityLog
    private let now: @Sendable () -> Date
    private var applying: Set<String> = []

    /// An analysis.
    ///
    /// - Parameters:
    ///   - services: The services of the house, as they are connected now.
    ///   - store: Keeps runs.
    ///   - changes: Through which everything is written.
    ///   - log: Is told of each run.
    ///   - now: The time.
    package init(
        services: @escaping @Sendable () async -> [AuditedService],
        store: any AuditStore,
        changes: ChangeJournal,
        log: ActivityLog,
        now: @escaping @Sendable () -> Date = { Date() }
    ) async {
        self.services = services
        self.store = store
        self.changes = changes
        self.log = log
        self.now = now
        for name in Self.operations {
            await changes.register(
                ChangeOperation(
                    name: name,
                    read: { change in try await Self.read(change, services: await services()) },
                    restore: { change in try await Self.restore(change, services: await services()) }
                )
            )
        }
    }

    /// Looks at the whole house.
    ///
    /// - Throws: When the run could not be kept.
    package func run() async throws -> AuditRun {
        let snapshot = await ConfigurationSnapshot.reading(await services(), at: now())
        let run = try await store.append(AuditRun(of: snapshot, accepted: try await store.acceptedFindings()))
        let silent = run.services.filter { $0.failure != nil }.map(\.service.rawValue)
        try await log.record(
            "audit.finished",
            level: silent.isEmpty ? .info : .warning,
            correlation: .random(),
            summary:
                "Looked at \(run.services.count - silent.count) services: \(run.findings.count) findings, "
                + "score \(run.score)"
                + (silent.isEmpty ? "" : "; no answer from \(silent.joined(separator: ", "))"),
            details: ["run": .number(Int(run.id)), "score": .number(run.score)]
        )
        return run
    }

    /// The newest run, if there was one.
    ///
    /// - Throws: When it could not be read.
    package func last() async throws -> AuditRun? { try await store.runs(before: nil, limit: 1).first }

    /// The newest runs, newest first.
    ///
    /// - Throws: When they could not be read.
    package func runs(before: Int64? = nil, limit: Int = 30) async throws -> [AuditRun] {
        try await store.runs(before: before, limit: limit)
    }

    /// The finding of the newest run with that id.
    ///
    /// - Throws: ``AuditError/unknownFinding(id:)``.
    package func finding(_ id: String) async throws -> Finding {
        guard let finding = try await last()?.findings.first(where: { $0.id == id }) else {
            throw AuditError.unknownFinding(id: id)
        }
        return finding
    }

    /// What applying a finding would write, against what the service has at this moment.
    ///
    /// - Throws: ``AuditError``, or what the service's client throws.
    package func preview(_ id: String) async throws -> FindingPreview {
        let finding = try await finding(id)
        let (change, service) = try await target(of: finding)
        let current = try await service.current(
            change.document,
            element: change.element,
            names: names(change)
        )
        return FindingPreview(finding: finding, change: change, now: current)
    }

    /// Puts a finding right, and reads the values back.
    ///
    /// In a dry run it is only recorded what would be written.
    ///
    /// - Returns: The change as it is recorded; its state says whether it came through.
    /// - Throws: ``AuditError`` when there is nothing to write or the values are no longer those of the finding.
    package func apply(_ id: String, dryRun: Bool = false) async throws -> ChangeRecord {
        guard applying.insert(id).inserted else { throw AuditError.inProgress(id: id) }
        defer { applying.remove(id) }
        let preview = try await preview(id)
        guard !preview.isStale else { throw AuditError.changedSince(id: id, now: preview.now) }
        let change = preview.change
        let (_, service) = try await target(of: preview.finding)
        let names = names(change)
        return try await changes.perform(
            PlannedChange(
                service: change.service,
                operation: Self.operation(service.kind),
                title: Self.title(of: change, in: service.kind),
                parameters: [
                    "document": .string(change.document),
                    "element": change.element.map { JSONValue.string($0) } ?? .null,
                    "finding": .string(id),
                ],
                before: preview.now,
                after: change.after
            ),
            correlation: .random(),
            dryRun: dryRun,
            write: { try await service.write(change.document, change.element, change.after) },
            readBack: { try await service.current(change.document, element: change.element, names: names) }
        )
    }

    /// Accepts a finding as it is, so that later runs leave it out; or no longer.
    ///
    /// - Throws: ``AuditError/unknownFinding(id:)`` for a finding that is neither there nor accepted.
    package func setAccepted(_ isAccepted: Bool, finding id: String) async throws {
        if try await store.acceptedFindings().contains(id) != true { _ = try await finding(id) }
        try await store.setAccepted(isAccepted, finding: id)
        try await log.record(
            isAccepted ? "finding.accepted" : "finding.reopened",
            correlation: .random(),
            summary: isAccepted ? "Finding \(id) is accepted as it is" : "Finding \(id) counts again"
        )
    }

    private func target(of finding: Finding) async throws -> (SettingChange, AuditedService) {
        guard let change = finding.change else { throw AuditError.nothingToApply(id: finding.id) }
        guard let service = await services().first(where: { $0.id == change.service }) else {
            throw AuditError.serviceGone(service: change.service)
        }
        return (change, service)
    }

    private func names(_ change: SettingChange) -> [String] { change.after.object?.keys ?? [] }
}

extension AuditService {
    private static let operations = [ServiceKind.sabnzbd, .sonarr, .radarr, .prowlarr].map(operation)

    private static func operation(_ kind: ServiceKind) -> String { "\(kind.rawValue).settings" }

    private static func title(of change: SettingChange, in kind: ServiceKind) -> String {
        let settings = (change.after.object ?? [:]).map { "\($0.key) to \($0.value.inWords)" }
        let place = change.element.map { "\(change.document) \"\($0)\"" } ?? change.document
        return "Set \(settings.joined(separator: ", ")) in \(place) of \(kind.displayName)"
    }

    private static func service(of change: ChangeRecord, in services: [AuditedService]) throws
        -> AuditedService
    {
        guard let service = services.first(where: { $0.id == change.service }) else {
            throw AuditError.serviceGone(service: change.service)
        }
        return service
    }

    private static func read(_ change: ChangeRecord, services: [AuditedService]) async throws -> JSONValue {
        let service = try service(of: change, in: services)
        return try await service.current(
            change.parameters["document"]?.string ?? "",
            element: change.parameters["element"]?.string,
            names: change.after.object?.keys ?? []
        )
    }

    private static func restore(_ change: ChangeRecord, services: [AuditedService]) async throws {
        let service = try service(of: change, in: services)
        try await service.write(
            change.parameters["document"]?.string ?? "",
            change.parameters["element"]?.string,
            change.before
        )
    }
}
