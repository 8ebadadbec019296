internal import Activity
internal import MediaDomain
internal import OrderedJSON
internal import ServarrClient
internal import Understanding

/// One turn of a conversation after another: wishes become requests, questions are answered from live data, answers
/// to what was shown are taken as such. Nothing destructive happens without a yes to exactly what was shown.
package actor ConversationService {
    private let requests: RequestService
    private let audit: @Sendable () async -> String?
    /// Removals that wait for a yes, by conversation; gone with the program, which is the safe side.
    private var removals: [String: PendingRemoval] = [:]

    /// A conversation over requests.
    ///
    /// - Parameters:
    ///   - requests: What takes the wishes.
    ///   - audit: The last analysis of the settings in one sentence, if there was one.
    package init(requests: RequestService, audit: @escaping @Sendable () async -> String? = { nil }) {
        self.requests = requests
        self.audit = audit
    }

    /// Takes one turn.
    ///
    /// - Parameters:
    ///   - text: What the person says.
    ///   - conversation: The conversation it belongs to; nil begins one.
    /// - Returns: What is said, and the requests it is about.
    /// - Throws: `UnderstandingError`, or what the store throws.
    package func turn(_ text: String, conversation: String? = nil) async throws -> ConversationReply {
        let conversation = conversation ?? CorrelationID.random().rawValue
        let store = requests.store
        let before = try await store.messages(of: conversation, limit: 12)
        let reply: ConversationReply
        do {
            reply = try await answer(text, conversation, before)
        } catch let error as RequestError {
            reply = ConversationReply(conversation: conversation, text: "\(error)")
        }
        let now = requests.now()
        try await store.append(
            ConversationMessage(
                conversation: conversation,
                time: now,
                speaker: .person,
                text: String(text.prefix(2000))
            )
        )
        try await store.append(
            ConversationMessage(
                conversation: conversation,
                time: now,
                speaker: .autoarr,
                text: reply.text,
                requests: reply.requests.map { "\($0.id):\($0.token)" }
            )
        )
        return reply
    }

    private func answer(_ text: String, _ conversation: String, _ before: [ConversationMessage]) async throws
        -> ConversationReply
    {
        let language = ReplyLanguage.of(text)
        let shown = before.reversed().flatMap { $0.speaker == .autoarr ? $0.requests.reversed() : [] }
            .compactMap { entry -> (id: String, token: String)? in
                let parts = entry.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(
                    String.init
                )
                return parts.count == 2 ? (parts[0], parts[1]) : nil
            }
        var seen: [(request: ContentRequest, token: String)] = []
        for entry in shown where !seen.contains(where: { $0.request.id == entry.id }) {
            if let request = try? await requests.request(entry.id) { seen.append((request, entry.token)) }
        }
        let waiting = seen.first { $0.request.stage == .choosing || $0.request.stage == .confirming }
        if let removal = removals.removeValue(forKey: conversation) {
            if FollowUp.read(text, waiting: removal.asQuestion, hasAddition: false) == .yes {
                return ConversationReply(
                    conversation: conversation,
                    text: try await removal.carryOut(with: requests, language)
                )
            }
        }
        let added = seen.first { $0.request.stage.isUnderWay && $0.request.change != nil }
        if let followUp = FollowUp.read(text, waiting: waiting?.request, hasAddition: added != nil) {
            return try await take(followUp, waiting, added?.request, conversation, language)
        }
        if waiting == nil, FollowUp.isOnlyAnswer(text) {
            return ConversationReply(conversation: conversation, text: RequestWords.nothingWaits(language))
        }
        let submission = try await requests.submit(text)
        if submission.understood.intent == .add {
            return wishes(submission, conversation, language)
        }
        let answers = StateAnswers(requests: requests, language: language, audit: audit)
        if submission.understood.intent == .remove {
            let (answer, removal) = try await PendingRemoval.find(
                submission.understood,
                requests: requests,
                language
            )
            removals[conversation] = removal
            return ConversationReply(conversation: conversation, text: answer)
        }
        return ConversationReply(
            conversation: conversation,
            text: await answers.answer(submission.understood, text)
        )
    }

    private func take(
        _ followUp: FollowUp,
        _ waiting: (request: ContentRequest, token: String)?,
        _ added: ContentRequest?,
        _ conversation: String,
        _ language: ReplyLanguage
    ) async throws -> ConversationReply {
        func reply(_ request: ContentRequest) -> ConversationReply {
            ConversationReply(
                conversation: conversation,
                text: RequestWords.sentence(request, language),
                requests: [request]
            )
        }
        if followUp == .undo, let added { return reply(try await requests.cancel(added.id)) }
        guard let waiting else { throw RequestError.unknown(id: "") }
        let id = waiting.request.id
        switch followUp {
        case .yes:
            if waiting.request.stage == .choosing, let only = waiting.request.candidates.first,
                waiting.request.candidates.count == 1
            {
                return reply(try await requests.choose(id, key: only.key))
            }
            guard waiting.request.stage == .confirming else { return reply(waiting.request) }
            return reply(try await requests.confirm(id, token: waiting.token))
        case .no, .undo: return reply(try await requests.cancel(id))
        case .candidate(let place):
            guard waiting.request.candidates.indices.contains(place) else { return reply(waiting.request) }
            return reply(try await requests.choose(id, key: waiting.request.candidates[place].key))
        case .quality(let quality, let isYes):
            let revised = try await requests.revise(id) { $0.quality = quality }
            // "Yes but in 4K" says yes to the title and names the change itself: the plan is shown again all the same
            // where the profile is another than the words say.
            guard isYes, revised.stage == .confirming, revised.plan?.remark == nil else {
                return reply(revised)
            }
            return reply(try await requests.confirm(revised.id, token: revised.token))
        case .media(let media): return reply(try await requests.revise(id) { $0.media = media })
        }
    }

    private func wishes(
        _ submission: RequestService.Submission,
        _ conversation: String,
        _ language: ReplyLanguage
    ) -> ConversationReply {
        guard !submission.requests.isEmpty else {
            return ConversationReply(
                conversation: conversation,
                text: language.say(
                    "Which title do you mean? Say its name, and the season if it is a series.",
                    "Welchen Titel meinst du? Nenne den Namen, bei Serien auch die Staffel."
                )
            )
        }
        let lines = submission.requests.map { RequestWords.sentence($0, language) }
        return ConversationReply(
            conversation: conversation,
            text: lines.count == 1 ? lines[0] : lines.map { "• \($0)" }.joined(separator: "\n"),
            requests: submission.requests
        )
    }
}
