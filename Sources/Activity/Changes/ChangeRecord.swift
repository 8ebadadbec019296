package import Foundation
package import MediaDomain
package import OrderedJSON

/// One write to a service: what was there, what we wrote, and what came of it.
package struct ChangeRecord: Sendable, Hashable, Codable, Identifiable {
    /// How far the write has come.
    package enum State: String, Sendable, Hashable, Codable {
        /// Recorded, not yet written. After a crash: nobody knows; read the service.
        case planned
        /// A dry run: what would have been written.
        case would
        /// Written; the service took it, and nothing was read back.
        case applied
        /// Written and read back as wanted.
        case verified
        /// Not written, or read back as something else.
        case failed
        /// Taken back.
        case undone
    }

    /// The place in the journal of changes, rising; 0 until stored.
    package var id: Int64
    /// When it was planned.
    package let time: Date
    /// The service that is written to.
    package let service: ServiceID
    /// What it belongs to.
    package let correlation: CorrelationID
    /// What kind of write; the undoer is found by this dotted name, such as `sabnzbd.config.set`.
    package let operation: String
    /// One sentence for people, without secrets: `Set "pre_check" of SABnzbd to off`.
    package let title: String
    /// What the operation needs to know to read the value again or to put it back; without secrets.
    package let parameters: JSONValue
    /// The value before; `null` where there was none.
    package let before: JSONValue
    /// The value wanted, and from ``State/verified`` on the value as read back.
    package var after: JSONValue
    /// How far the write has come.
    package var state: State
    /// Whether it can still be taken back by a click.
    package var undoable: Bool
    /// What went wrong, or what differs; for people.
    package var note: String?

    /// A change.
    package init(
        id: Int64 = 0,
        time: Date,
        service: ServiceID,
        correlation: CorrelationID,
        operation: String,
        title: String,
        parameters: JSONValue = .object([:]),
        before: JSONValue,
        after: JSONValue,
        state: State = .planned,
        undoable: Bool,
        note: String? = nil
    ) {
        self.id = id
        self.time = time
        self.service = service
        self.correlation = correlation
        self.operation = operation
        self.title = title
        self.parameters = parameters
        self.before = before
        self.after = after
        self.state = state
        self.undoable = undoable
        self.note = note
    }
}
