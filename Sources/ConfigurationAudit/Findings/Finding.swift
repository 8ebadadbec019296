package import MediaDomain
package import OrderedJSON

/// One thing that could be better, with the user's own values and what to do about it.
package struct Finding: Sendable, Hashable, Codable, Identifiable {
    /// Who may put it right.
    package enum Fix: String, Sendable, Hashable, Codable {
        /// Reversible, no secret, no data moved: safe on a click or by policy.
        case automatic
        /// One click, but with side effects that a person should agree to.
        case asks
        /// Only a person can do it; the text says how.
        case guidance
    }

    /// The same for the same fault in every run: `C15.sabnzbd`, `B09.sonarr.tv`.
    package let id: String
    /// The rule's number.
    package let rule: String
    /// The service that it is about.
    package let service: ServiceID
    /// How much it matters.
    package let severity: Severity
    /// What is wrong, in a few words.
    package let title: String
    /// The value as it is, in words.
    package let current: String
    /// The value as it should be, in words.
    package let good: String
    /// Why that matters in this house.
    package let why: String
    /// Who may put it right.
    package let fix: Fix
    /// What would be written; nil when only a person can do it.
    package let change: SettingChange?
}

/// A change of some settings of one object of a service.
package struct SettingChange: Sendable, Hashable, Codable {
    /// The service that is written to.
    package let service: ServiceID
    /// The document, in the service's own name: `config/host` of an arr, `misc` of SABnzbd.
    package let document: String
    /// The object in a list: its id in an arr, its name in SABnzbd; nil where the document is one object.
    package let element: String?
    /// The settings before, by name; `null` where the object does not exist yet.
    package let before: JSONValue
    /// The settings wanted, by name.
    package let after: JSONValue

    /// A change.
    package init(
        service: ServiceID,
        document: String,
        element: String? = nil,
        before: JSONValue,
        after: JSONValue
    ) {
        self.service = service
        self.document = document
        self.element = element
        self.before = before
        self.after = after
    }
}
