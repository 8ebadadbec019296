package import Foundation

/// A small classifier of short texts: a table of weights for pieces of words, trained on the same cases as the adapter.
///
/// It is asked in microseconds, knows many ways to say a thing, and copies nothing: the house model finds titles, and
/// both together say what is wanted.
package struct NgramClassifier: Sendable {
    private let bits: Int
    private let biases: [Float]
    private let scales: [Float]
    private let table: Data

    private static let magic = Data("AUTOARRN".utf8)

    /// The classifier of a file; nil where it is missing, broken, or for another number of classes.
    ///
    /// - Parameters:
    ///   - file: Written by `Training/ngrams.py`.
    ///   - classes: How many classes it must know.
    package init?(file: URL, classes: Int) {
        guard let data = try? Data(contentsOf: file, options: .alwaysMapped), data.count >= 16,
            data.prefix(8) == Self.magic
        else { return nil }
        let bits = Int(Self.word(data, at: 8))
        guard (8...20).contains(bits), Int(Self.word(data, at: 12)) == classes,
            data.count == 16 + 8 * classes + classes << bits
        else { return nil }
        let numbers = (0..<(2 * classes)).map { Float(bitPattern: Self.word(data, at: 16 + 4 * $0)) }
        self.bits = bits
        biases = Array(numbers.prefix(classes))
        scales = Array(numbers.suffix(classes))
        table = data.suffix(from: data.startIndex + 16 + 8 * classes)
    }

    /// The natural logarithm of each class's probability, in their order.
    ///
    /// - Parameters:
    ///   - text: What is classified.
    ///   - temperature: How much less sure the answer is made.
    package func logProbabilities(of text: String, temperature: Double = 1) -> [Double] {
        let places = NgramFeatures.places(of: text, bits: bits)
        var sums = [Int](repeating: 0, count: biases.count)
        for place in places {
            let row = table.startIndex + place * sums.count
            for number in sums.indices { sums[number] += Int(Int8(bitPattern: table[row + number])) }
        }
        let root = Float(max(places.count, 1)).squareRoot()
        let scores = sums.indices.map {
            Double(Float(sums[$0]) * scales[$0] / root + biases[$0]) / temperature
        }
        return LogProbabilities.normalised(scores)
    }

    private static func word(_ data: Data, at offset: Int) -> UInt32 {
        let start = data.startIndex + offset
        return (0..<4).reduce(0) { $0 | UInt32(data[start + $1]) << UInt32(8 * $1) }
    }
}

/// Scores as logarithms of probabilities.
enum LogProbabilities {
    /// The same scores, moved so that their exponentials add up to one.
    static func normalised(_ scores: [Double]) -> [Double] {
        guard let greatest = scores.max(), greatest.isFinite else { return scores }
        let sum = scores.reduce(0) { $0 + exp($1 - greatest) }
        return scores.map { $0 - greatest - log(sum) }
    }
}
