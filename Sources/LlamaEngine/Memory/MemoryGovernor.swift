package import LanguageModels

/// Decides before a model is loaded whether it fits beside what else runs.
///
/// It fits with the context that was wished, with a smaller one, or not at all. The neighbours on a NAS are never driven
/// out of memory for an answer.
package struct MemoryGovernor: Sendable {
    /// What stays free for the others, in bytes.
    package static let reserve = 128 << 20
    /// The smallest context that is worth loading a model for, in tokens.
    package static let leastContext = 512

    private let left: MemoryLeft

    /// A governor.
    package init(left: MemoryLeft = MemoryLeft()) { self.left = left }

    /// How large a context a model gets.
    ///
    /// - Parameters:
    ///   - need: What the model takes.
    ///   - wished: The context that was asked for, in tokens.
    /// - Returns: `wished`, or what fits of it in steps of 256 tokens, never below ``leastContext``.
    /// - Throws: ``LanguageModelError/notEnoughMemory(needed:available:)`` when not even that fits.
    package func contextTokens(for need: MemoryNeed, wished: Int) throws(LanguageModelError) -> Int {
        guard let left = left.bytes() else { return wished }
        let available = max(0, left - Self.reserve)
        if need.bytes(contextTokens: wished) <= available { return wished }
        let least = min(wished, Self.leastContext)
        var smaller = wished / 256 * 256
        while smaller > least {
            if need.bytes(contextTokens: smaller) <= available { return smaller }
            smaller -= 256
        }
        guard need.bytes(contextTokens: least) <= available else {
            throw .notEnoughMemory(needed: need.bytes(contextTokens: least), available: available)
        }
        return least
    }

    func contextTokens(for file: ModelFile, wished: Int) throws(LanguageModelError) -> Int {
        try contextTokens(for: MemoryNeed(file), wished: wished)
    }
}
