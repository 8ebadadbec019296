package import MediaDomain
package import OrderedJSON

/// A write that somebody wants to make: the same value is shown as the preview and drives the write.
package struct PlannedChange: Sendable, Hashable, Codable {
    /// The service that is written to.
    package let service: ServiceID
    /// What kind of write, dotted: `sabnzbd.config.set`.
    package let operation: String
    /// One sentence for people, without secrets.
    package let title: String
    /// What the operation needs to know to read the value again or to put it back; without secrets.
    package let parameters: JSONValue
    /// The value now; `null` where there is none.
    package let before: JSONValue
    /// The value wanted.
    package let after: JSONValue

    /// A write that is wanted.
    package init(
        service: ServiceID,
        operation: String,
        title: String,
        parameters: JSONValue = .object([:]),
        before: JSONValue,
        after: JSONValue
    ) {
        self.service = service
        self.operation = operation
        self.title = title
        self.parameters = parameters
        self.before = before
        self.after = after
    }
}
