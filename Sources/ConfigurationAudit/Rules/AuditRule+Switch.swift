internal import MediaDomain
internal import OrderedJSON
internal import ServiceHTTP

extension AuditRule {
    /// A rule on one switch that should be on, or off.
    ///
    /// The switch is a field of a document that is one object. In `why`, `{name}` stands for the service.
    static func onOff(
        _ id: String,
        _ severity: Severity,
        of kinds: Set<ServiceKind>,
        _ document: String,
        _ field: String,
        good: Bool,
        fix: Finding.Fix,
        _ title: String,
        why: String
    ) -> AuditRule {
        each(id, severity, of: kinds, reading: [document]) { subject in
            guard let value = subject.flag(document, field), value != good else { return [] }
            let wanted: JSONValue = subject.service.kind == .sabnzbd ? .number(good ? 1 : 0) : .bool(good)
            return [
                subject.finding(
                    title,
                    part: field,
                    current: "\(field) is \(value ? "on" : "off")",
                    good: good ? "on" : "off",
                    why: why.replacing("{name}", with: subject.name),
                    fix: fix,
                    change: fix == .guidance ? nil : subject.change(document, field, to: wanted)
                )
            ]
        }
    }
}
