internal import Accounts
internal import Activity
internal import HTTPTypes
internal import Hummingbird
internal import MediaDomain
internal import OrderedJSON

/// `GET, PATCH /api/v1/settings` and `GET, PUT /api/v1/policy`: how far AutoArr may go, and what else the owner sets.
struct SettingsController: Controller {
    let settings: SettingsService
    let activity: ActivityLog

    func addRoutes(to group: RouterGroup<AppRequestContext>) {
        group.get("settings") { _, _ in try await current() }
        group.patch("settings") { request, context in
            let change = try await request.decode(as: Change.self, context: context)
            try await apply(change, by: context.principal)
            return try await current()
        }
        group.get("policy") { _, _ in try await policy() }
        group.put("policy") { request, context in
            let wanted = try await request.decode(as: PolicyChange.self, context: context)
            try await apply(Change(mode: wanted.mode), by: context.principal)
            return try await policy()
        }
    }

    /// What a caller wants changed; what is left out stays.
    struct Change: Decodable, Sendable {
        var mode: OperatingMode?
        var dryRun: Bool?
        var activityDays: Int?
    }

    private struct PolicyChange: Decodable, Sendable { let mode: OperatingMode }

    private struct Current: ResponseEncodable, Sendable {
        let mode: OperatingMode
        let dryRun: Bool
        let activityDays: Int
        /// The variable that fixes a setting, by the setting's name.
        let fixedBy: [String: String]
    }

    private struct Policy: ResponseEncodable, Sendable {
        struct Mode: Encodable, Sendable {
            let id: OperatingMode
            let does: String
        }

        let mode: OperatingMode
        let fixedBy: String?
        let modes: [Mode]
    }

    private func current() async throws -> Current {
        let values = try await settings.settings()
        let fixed = HouseSettings.Name.allCases.compactMap { name in
            settings.fixed.variable(for: name).map { (name.rawValue, $0) }
        }
        return Current(
            mode: values.mode,
            dryRun: values.isDryRun,
            activityDays: values.activityDays,
            fixedBy: Dictionary(uniqueKeysWithValues: fixed)
        )
    }

    private func policy() async throws -> Policy {
        Policy(
            mode: try await settings.settings().mode,
            fixedBy: settings.fixed.variable(for: .mode),
            modes: OperatingMode.allCases.map { Policy.Mode(id: $0, does: $0.explanation) }
        )
    }

    private func apply(_ change: Change, by principal: Principal?) async throws {
        let before = try await settings.settings()
        if let mode = change.mode, mode != before.mode { try await settings.setMode(mode) }
        if let dryRun = change.dryRun, dryRun != before.isDryRun { try await settings.setDryRun(dryRun) }
        if let days = change.activityDays, days != before.activityDays {
            try await settings.setActivityDays(days)
        }
        let after = try await settings.settings()
        guard after != before else { return }
        try await activity.record(
            "settings.changed",
            correlation: .random(),
            summary: "\(principal?.name ?? "somebody") changed the settings",
            details: ["before": Self.document(before), "after": Self.document(after)]
        )
    }

    private static func document(_ settings: HouseSettings) -> JSONValue {
        [
            "mode": .string(settings.mode.rawValue), "dryRun": .bool(settings.isDryRun),
            "activityDays": .number(settings.activityDays),
        ]
    }
}

extension OperatingMode {
    /// What it means, for the page.
    fileprivate var explanation: String {
        switch self {
        case .observe: "looks and tells, changes nothing"
        case .suggest: "offers each action for one click"
        case .actSafe: "does by itself what can be taken back, offers the rest"
        case .actAll: "does by itself whatever the policy lists"
        }
    }
}

extension HouseSettingsError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .fixed(let name, _):
            Problem(.conflict, description, members: ["setting": .string(name.rawValue)])
        case .outOfRange(let name, _):
            Problem(.unprocessableContent, description, members: ["setting": .string(name.rawValue)])
        }
    }
}
