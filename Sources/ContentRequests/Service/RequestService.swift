package import Activity
package import Foundation
package import MediaDomain
internal import OrderedJSON
package import Understanding

/// Takes requests from a sentence to the title in the library: finds, asks back, adds once, follows, takes back.
package actor RequestService {
    /// What came of a sentence.
    package struct Submission: Sendable {
        /// The sentence as understood.
        package let understood: UnderstoodSentence
        /// A request for each title that was asked for, in order; empty for sentences that ask for none.
        package let requests: [ContentRequest]
    }

    let understanding: SentenceUnderstanding
    let services: @Sendable () async -> RequestServices
    let store: any RequestStore
    let journal: ChangeJournal
    let log: ActivityLog
    private let mode: @Sendable () async -> OperatingMode
    let now: @Sendable () -> Date
    private var understandingNow: [String: Task<Submission, any Error>] = [:]
    private var addingNow: [String: Task<ContentRequest, any Error>] = [:]

    /// A service over these parts.
    ///
    /// - Parameters:
    ///   - understanding: Reads the sentences.
    ///   - services: Sonarr, Radarr and the download clients as connected now.
    ///   - store: Where requests are kept.
    ///   - journal: Through which every addition goes.
    ///   - log: The journal of everything.
    ///   - mode: How far AutoArr may go on its own; a clear hit is added unasked only from `act-safe` on.
    ///   - now: The time.
    package init(
        understanding: SentenceUnderstanding,
        services: @escaping @Sendable () async -> RequestServices,
        store: any RequestStore,
        journal: ChangeJournal,
        log: ActivityLog,
        mode: @escaping @Sendable () async -> OperatingMode = { .suggest },
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.understanding = understanding
        self.services = services
        self.store = store
        self.journal = journal
        self.log = log
        self.mode = mode
        self.now = now
    }

    /// Makes additions known to the change journal, so that they can be taken back.
    package func registerUndo() async {
        for operation in AdditionUndo.operations(services) { await journal.register(operation) }
    }

    // MARK: From the sentence to titles

    /// Reads a sentence and finds what it asks for.
    ///
    /// The same sentence, asked again while its requests wait for an
    /// answer, gives the same requests.
    ///
    /// - Throws: `UnderstandingError`, or what the store throws.
    package func submit(_ text: String) async throws -> Submission {
        let key = Sentence.fold(text).split(separator: " ").joined(separator: " ")
        if let running = understandingNow[key] { return try await running.value }
        let task = Task { try await self.process(text, key: key) }
        understandingNow[key] = task
        defer { understandingNow[key] = nil }
        return try await task.value
    }

    /// Finds what these items ask for.
    ///
    /// - Throws: What the store throws.
    package func request(_ items: [UnderstoodItem], text: String) async throws -> [ContentRequest] {
        var requests: [ContentRequest] = []
        for item in items.prefix(20) { requests.append(try await open(item, text: text)) }
        return requests
    }

    private func process(_ text: String, key: String) async throws -> Submission {
        let understood = try await understanding.understand(text)
        guard understood.intent == .add else { return Submission(understood: understood, requests: []) }
        let waiting = try await store.openRequests().filter {
            ($0.stage == .choosing || $0.stage == .confirming)
                && Sentence.fold($0.text).split(separator: " ").joined(separator: " ") == key
        }
        if !waiting.isEmpty { return Submission(understood: understood, requests: waiting) }
        return Submission(understood: understood, requests: try await request(understood.items, text: text))
    }

    private func open(_ item: UnderstoodItem, text: String) async throws -> ContentRequest {
        var request = ContentRequest(id: CorrelationID.random().rawValue, text: text, item: item, time: now())
        try await tell(request)
        let finding = await TitleFinder(services: await services(), item: item).find()
        request.note = finding.faults.isEmpty ? nil : finding.faults.joined(separator: " ")
        let choice = CandidateChoice(candidates: finding.candidates, item: item)
        switch choice.outcome {
        case .none(let nearest):
            request.candidates = nearest
            let title = item.title ?? item.externalID?.id ?? "that"
            if finding.faults.isEmpty {
                request.step(
                    nearest.isEmpty ? .notFound : .choosing,
                    nearest.isEmpty ? "Found no “\(title)”" : "Found no “\(title)”; these come nearest",
                    at: now()
                )
            } else {
                request.step(
                    nearest.isEmpty ? .failed : .choosing,
                    finding.faults.joined(separator: " "),
                    at: now()
                )
            }
            request.token = CorrelationID.random().rawValue
            try await keep(request)
        case .several(let candidates):
            request.candidates = candidates
            request.token = CorrelationID.random().rawValue
            request.step(.choosing, "Found \(candidates.count) titles that fit", at: now())
            try await keep(request)
        case .clear(let candidate):
            request.candidates = choice.alternatives
            request = try await decide(request, for: candidate)
            let mode = await mode()
            if mode == .actSafe || mode == .actAll, request.stage == .confirming, candidate.isExact,
                request.plan?.remark == nil
            {
                return try await confirm(request.id, token: request.token)
            }
        }
        return request
    }

    /// Settles which title is meant and shows what would be done.
    private func decide(_ request: ContentRequest, for candidate: TitleCandidate) async throws
        -> ContentRequest
    {
        var request = request
        request.choice = candidate
        request.token = CorrelationID.random().rawValue
        do {
            let services = await services()
            let plan = try await RequestPlanner(services: services, item: request.item).plan(candidate)
            request.plan = plan
            if try await LibraryCheck(services: services).isThere(candidate, plan) {
                request.step(.alreadyThere, "\(candidate.name) is in the library already", at: now())
            } else if let twin = try await twin(of: request) {
                request.step(
                    .cancelled,
                    "\(candidate.name) was asked for before; see that request",
                    at: now()
                )
                try await keep(request)
                return twin
            } else {
                request.note = plan.remark ?? request.note
                request.step(.confirming, plan.summary(of: candidate) + "?", at: now())
            }
        } catch {
            request.note = "\(error)"
            request.step(.failed, "\(error)", at: now())
        }
        try await keep(request)
        return request
    }

    /// A request for the same thing that is under way.
    private func twin(of request: ContentRequest) async throws -> ContentRequest? {
        try await store.openRequests().first {
            $0.id != request.id && $0.key == request.key && ($0.stage.isUnderWay)
        }
    }

    // MARK: Answers of the person

    /// Takes one of the titles offered; what would be done with it is then shown.
    ///
    /// - Parameters:
    ///   - id: The request.
    ///   - key: The candidate's ``TitleCandidate/key``.
    ///   - token: The token that came with the choice; nil takes the choice as it stands now. Nothing is done by choosing.
    /// - Returns: The request, with what would be done.
    /// - Throws: ``RequestError``, or what the store throws.
    package func choose(_ id: String, key: String, token: String? = nil) async throws -> ContentRequest {
        let request = try await request(id)
        guard request.stage == .choosing || request.stage == .confirming else {
            throw RequestError.notNow(id: id, stage: request.stage)
        }
        guard token == nil || request.token == token,
            let candidate = request.candidates.first(where: { $0.key == key })
        else {
            throw RequestError.stale(id: id)
        }
        return try await decide(request, for: candidate)
    }

    /// Changes what is asked for and finds anew: another quality, film instead of series.
    ///
    /// - Throws: ``RequestError``, or what the store throws.
    package func revise(_ id: String, _ change: @Sendable (inout UnderstoodItem) -> Void) async throws
        -> ContentRequest
    {
        var request = try await request(id)
        guard request.stage == .choosing || request.stage == .confirming else {
            throw RequestError.notNow(id: id, stage: request.stage)
        }
        let before = request.item
        change(&request.item)
        if before.media == request.item.media, before.title == request.item.title, let choice = request.choice
        {
            return try await decide(request, for: choice)
        }
        _ = try await cancel(id)
        return try await open(request.item, text: request.text)
    }

    /// Does what was shown.
    ///
    /// Confirmed twice, at once or again, it is done once.
    ///
    /// - Parameters:
    ///   - id: The request.
    ///   - token: The token that came with what was shown.
    /// - Returns: The request, added or failed.
    /// - Throws: ``RequestError``, or what the store throws.
    package func confirm(_ id: String, token: String) async throws -> ContentRequest {
        let request = try await request(id)
        if request.stage.isUnderWay || request.stage == .alreadyThere || request.stage == .available {
            return request
        }
        guard request.stage == .confirming || request.stage == .failed && request.plan != nil else {
            throw RequestError.notNow(id: id, stage: request.stage)
        }
        guard request.token == token, let key = request.choice?.key else { throw RequestError.stale(id: id) }
        // One addition of a title at a time: the second finds it in the library.
        let earlier = addingNow[key]
        let task = Task {
            _ = await earlier?.result
            return try await self.add(id)
        }
        addingNow[key] = task
        let result = await task.result
        if addingNow[key] == task { addingNow[key] = nil }
        return try result.get()
    }

    private func add(_ id: String) async throws -> ContentRequest {
        var request = try await request(id)
        if request.stage.isUnderWay { return request }
        do {
            let outcome = try await TitleAddition(services: await services(), journal: journal).carryOut(
                request
            )
            request.entry = outcome.entry
            request.change = outcome.change
            let name = request.choice?.name ?? ""
            request.step(
                .added,
                "\(name) is in \(request.plan?.service.rawValue ?? "the library") now",
                at: now()
            )
            if outcome.isSearching { request.step(.searched, "Searching for \(name)", at: now()) }
            request.note = nil
        } catch {
            request.note = "\(error)"
            request.step(.failed, "\(error)", at: now())
        }
        try await keep(request)
        return request
    }

    /// Takes a request back.
    ///
    /// Before the addition nothing has happened; after it, the addition is undone, files stay.
    ///
    /// - Throws: ``RequestError``, `ChangeError`, or what the store throws.
    package func cancel(_ id: String) async throws -> ContentRequest {
        var request = try await request(id)
        guard !request.stage.isOver || request.stage == .failed else {
            throw RequestError.notNow(id: id, stage: request.stage)
        }
        if let change = request.change, try await journal.change(change).undoable {
            try await journal.undo(change)
            request.step(
                .cancelled,
                "Taken back; \(request.choice?.name ?? "it") is out of the library again",
                at: now()
            )
        } else {
            request.step(.cancelled, "Cancelled", at: now())
        }
        try await keep(request)
        return request
    }

    /// The request of that id.
    ///
    /// - Throws: ``RequestError/unknown(id:)``, or what the store throws.
    package func request(_ id: String) async throws -> ContentRequest {
        guard let request = try await store.request(id) else { throw RequestError.unknown(id: id) }
        return request
    }

    /// Requests, newest first; those that come after the one of this id.
    ///
    /// - Throws: When they could not be read.
    package func requests(before id: String? = nil, limit: Int = 50) async throws -> [ContentRequest] {
        try await store.requests(before: id, limit: limit)
    }

    // MARK: Course

    /// Looks once where every request under way stands.
    ///
    /// - Throws: What the store throws.
    package func follow() async throws {
        let open = try await store.openRequests().filter(\.stage.isUnderWay)
        guard !open.isEmpty else { return }
        let course = await RequestCourse.read(await services())
        for request in open {
            guard let next = await course.stand(of: request, now: now()) else { continue }
            var current = try await self.request(request.id)
            guard current.stage.isUnderWay,
                current.stage != next.stage || current.progress != next.progress || current.note != next.note
            else { continue }
            current.progress = next.progress
            current.note = next.note
            if current.stage != next.stage {
                current.step(next.stage, next.summary, at: now())
                try await keep(current)
            } else {
                try await store.save(current)
                try await log.record(
                    "request.progress",
                    correlation: current.correlation,
                    summary: next.summary,
                    details: ["request": .string(current.id), "progress": .number(next.progress ?? 0)]
                )
            }
        }
    }

    // MARK: Keeping

    private func keep(_ request: ContentRequest) async throws {
        try await store.save(request)
        try await tell(request)
    }

    private func tell(_ request: ContentRequest) async throws {
        try await log.record(
            "request.\(request.stage.rawValue)",
            level: request.stage == .failed || request.stage == .blocked ? .warning : .info,
            service: request.plan?.service,
            correlation: request.correlation,
            summary: request.events.last?.summary ?? "",
            details: ["request": .string(request.id)]
        )
    }
}
