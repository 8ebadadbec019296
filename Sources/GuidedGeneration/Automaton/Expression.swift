/// A language that may still follow, by its number in an ``ExpressionArena``; equal languages of equal shape have
/// equal numbers.
typealias ExpressionID = Int32

/// What a language is made of.
///
/// The state of an automaton is an expression; reading a byte leads to the expression of what may follow it
/// (Brzozowski's derivative). The right-nested sequences are the stack of a pushdown automaton, choices are
/// its several stacks.
enum Expression: Sendable, Hashable {
    /// No text at all; always number 0.
    case nothing
    /// The empty text; always number 1.
    case empty
    /// A part of the arena's pool of bytes.
    case literal(start: Int32, end: Int32)
    case automaton(Int32, state: Int32)
    /// Words of a prefix-free automaton: the rest of the one begun, then at least `needed` and at most `room`
    /// whole ones, the one begun counted among them; `room` is -1 for any number.
    case counted(Int32, state: Int32, needed: Int32, room: Int32)
    case number(Int32)
    /// A span that has been begun: all places of the source where it may stand now.
    case span(Int32, places: Int32)
    case sequence(ExpressionID, ExpressionID)
    case choice([ExpressionID])
    case rule(Int32)
    /// Repetitions of a body: at least `needed` and at most `room`; `room` is -1 for any number.
    case repeated(body: ExpressionID, separator: ExpressionID, needed: Int32, room: Int32, isFirst: Bool)
    /// The rest of an object from a declared member on.
    case members(object: Int32, from: Int32, isFirst: Bool)
    /// The texts of another expression without the empty one.
    case nonEmpty(ExpressionID)
}
