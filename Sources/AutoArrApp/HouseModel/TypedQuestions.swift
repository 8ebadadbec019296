internal import Foundation
internal import ModelWorker
package import Logging
package import MediaDomain
package import OrderedJSON
internal import Understanding

/// The two typed questions that a shell can ask on its own: what a sentence means, what a message tells.
///
/// The house model is loaded once and stays until ``end()``.
package struct TypedQuestions: Sendable {
    /// What reads.
    package enum Reader: Sendable, Hashable {
        /// The house model, where it is there.
        case house
        /// No language model: rules, and the n-gram classifiers.
        case rules
        /// A file that is to be the base of the house model.
        case base(path: String)
    }

    private let models: Models
    private let understanding: SentenceUnderstanding
    private let classifier: MessageClassifier

    /// Readers by configuration.
    ///
    /// - Throws: ``AppError`` where a named base is not there.
    package init(_ configuration: Configuration, reader: Reader, logger: Logger) throws {
        var configuration = configuration
        if case .base(let path) = reader {
            guard FileManager.default.isReadableFile(atPath: path) else {
                throw AppError.noModelFile(path: path)
            }
            configuration.environment["HOUSE_MODEL_PATH"] = path
        }
        models = Models(configuration, keepsHouse: true, logger: logger)
        let readers = TypedReaders(reader == .rules ? nil : models)
        understanding = readers.understanding
        classifier = readers.classifier
    }

    /// Loads the model, so that the first question is not charged with it.
    package func prewarm() async { await models.house?.prewarm() }

    /// What a sentence means: the object of the contract, or `{"error": …}` for a line that cannot be read.
    ///
    /// - Returns: The object, and whether it is an answer.
    /// - Throws: `CancellationError`.
    package func understand(_ text: String) async throws -> (object: JSONValue, isAnswer: Bool) {
        do {
            return (try await understanding.understand(text).json, true)
        } catch let error as UnderstandingError {
            return (["error": .string(error.rawValue)], false)
        }
    }

    /// What a message tells: the object of the contract.
    ///
    /// - Throws: When the object cannot be written.
    package func classify(_ text: String, source: ServiceKind?) async throws -> JSONValue {
        try JSONValue(encoding: await classifier.classify(text, source: source))
    }

    /// Ends the models.
    package func end() async { await models.shutDown() }
}
