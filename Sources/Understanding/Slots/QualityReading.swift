package import MediaDomain

/// The quality that a text says, for answers to a question back.
package enum QualityReading {
    /// The first quality in the text; nil where none is said.
    package static func quality(in text: String) -> WantedQuality? {
        guard let sentence = try? Sentence(text) else { return nil }
        for slot in sentence.slots {
            if case .quality(let quality) = slot.value { return quality }
        }
        return nil
    }
}
