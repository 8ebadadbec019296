package import Foundation
package import MediaDomain
package import Understanding

/// Something that is wrong with one download, or with one client, from its first sight to its end.
package struct Incident: Sendable, Hashable, Codable, Identifiable {
    /// How far it has come.
    package enum State: String, Sendable, Hashable, Codable {
        /// Seen and classified; nothing is under way.
        case open
        /// A person has to say something.
        case asking
        /// Something was done; its effect is awaited.
        case awaiting
        /// The effect came, or the trouble went away.
        case resolved
        /// Nothing worked; left to a person.
        case failed
    }

    /// The same for the same trouble in every look: the download's id and where it was seen.
    package let id: String
    /// What ties its whole course together in the journal.
    package let correlation: CorrelationID
    /// The service that told of it.
    package let service: ServiceID
    /// The download; nil for trouble of a whole client.
    package let downloadID: String?
    /// The name to show.
    package let title: String
    /// The film or the episodes that attempts are counted under; nil while not known.
    package var itemKey: String?
    /// What is wrong.
    package var symptom: Symptom
    /// What the message was found to tell.
    package var messageClass: MessageClass
    /// Who found that.
    package var classifiedBy: MessageClassification.Author
    /// How sure that is, in 0…1.
    package var confidence: Double
    /// The message itself: text of outsiders, to be shown as such.
    package var message: String
    /// When it was seen first.
    package let firstSeen: Date
    /// When it was seen last.
    package var lastSeen: Date
    /// How far it has come.
    package var state: State
    /// Before this moment nothing is tried; survives a restart.
    package var notBefore: Date?
    /// Until then the effect of the last action must show.
    package var deadline: Date?
    /// What was decided last.
    package var decision: Decision?
    /// What came of the last action, in words.
    package var outcome: String?

    /// An incident.
    package init(
        id: String,
        correlation: CorrelationID,
        service: ServiceID,
        downloadID: String?,
        title: String,
        itemKey: String? = nil,
        symptom: Symptom,
        messageClass: MessageClass,
        classifiedBy: MessageClassification.Author = .rule,
        confidence: Double = 1,
        message: String,
        firstSeen: Date,
        state: State = .open
    ) {
        self.id = id
        self.correlation = correlation
        self.service = service
        self.downloadID = downloadID
        self.title = title
        self.itemKey = itemKey
        self.symptom = symptom
        self.messageClass = messageClass
        self.classifiedBy = classifiedBy
        self.confidence = confidence
        self.message = message
        self.firstSeen = firstSeen
        lastSeen = firstSeen
        self.state = state
    }

    /// Whether it is over.
    package var isClosed: Bool { state == .resolved || state == .failed }
}
