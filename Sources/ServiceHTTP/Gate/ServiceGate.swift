package import Logging
package import MediaDomain

/// The one place through which every call to a service leaves.
///
/// It knows: which hosts are never called, how long a call may take and how much may come back, when repeating is safe,
/// which service has failed so often that it is left alone, what must not be logged, and whether this is a dry run.
package actor ServiceGate {
    /// Whether writes leave.
    package enum Writes: Sendable, Hashable {
        case allowed, dryRun
    }

    /// Whether writes leave.
    package private(set) var writes: Writes
    private let transport: any HTTPTransport
    private let retries: RetryPolicy
    private let userAgent: String
    private let time: GateTime
    private let chance: @Sendable () -> Double
    private let logger: Logger
    private let sessions = SessionShelf()
    private var circuits: [ServiceID: Circuit] = [:]

    /// A gate over a transport.
    ///
    /// - Parameters:
    ///   - transport: What carries the calls.
    ///   - version: Ours, for the User-Agent `AutoArr/x.y`.
    ///   - writes: Whether writes leave.
    ///   - retries: When a call is sent again.
    ///   - clock: Time, for time-outs and pauses.
    ///   - chance: Numbers within 0..<1, for the jitter of pauses.
    ///   - logger: Gets one line a call, at debug level, without path values or keys.
    package init(
        transport: any HTTPTransport,
        version: String = "0.1",
        writes: Writes = .allowed,
        retries: RetryPolicy = RetryPolicy(),
        clock: some Clock<Duration> = ContinuousClock(),
        chance: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
        logger: Logger = Logger(label: "services")
    ) {
        self.transport = transport
        self.writes = writes
        self.retries = retries
        self.userAgent = "AutoArr/\(version)"
        self.time = GateTime(clock)
        self.chance = chance
        self.logger = logger
    }

    /// The way to a service.
    package nonisolated func channel(to endpoint: ServiceEndpoint) -> ServiceChannel {
        ServiceChannel(endpoint: endpoint, gate: self, session: sessions.session(of: endpoint))
    }

    /// The way to a service for a trial of its connection: in a session of its own, and all calls together have this time.
    package nonisolated func trial(of endpoint: ServiceEndpoint, within time: Duration) -> ServiceChannel {
        ServiceChannel(endpoint: endpoint, gate: self, session: ServiceSession(), trialFor: time)
    }

    /// Lets writes leave, or keeps them in, from now on.
    package func setWrites(_ writes: Writes) { self.writes = writes }

    /// Whether a service is being left alone after too many failures.
    package func isLeftAlone(_ id: ServiceID) -> Bool { circuits[id]?.isOpen == true }

    /// Forgets past failures and the session of a service, after its connection was changed, removed or tried out.
    package func forget(_ id: ServiceID) {
        circuits[id] = nil
        sessions.forget(id)
    }

    func send(_ request: ServiceRequest, to endpoint: ServiceEndpoint) async throws(ServiceError)
        -> ServiceResponse
    {
        let call = CallDescription(endpoint: endpoint, operation: request.operation)
        if request.purpose.isWrite, writes == .dryRun {
            throw call.error(.dryRun("\(request.method.rawValue) \(request.path)"))
        }
        if let why = HostRule.refusal(of: endpoint.address.host) { throw call.error(.hostNotAllowed(why)) }
        let wire = try OutgoingRequest.make(request, to: endpoint, userAgent: userAgent, call: call)
        if request.allowance.countsAgainstCircuit {
            if case .wait(let rest) = circuits[endpoint.id, default: Circuit()].admit(at: time.now()) {
                throw call.error(.circuitOpen(retryAfter: rest))
            }
        }
        let start = time.now()
        var made = 0
        while true {
            made += 1
            let remaining = request.allowance.time - (time.now() - start)
            let outcome = await Attempt.make(
                wire,
                request,
                endpoint,
                transport,
                within: remaining,
                time: time
            )
            let judged = Judgement(outcome, request: request, call: call)
            log(request, endpoint, judged, made: made, took: time.now() - start)
            note(judged, for: endpoint.id, request)
            if let response = judged.response { return response }
            guard let failure = judged.retry,
                let pause = retries.pause(
                    after: failure,
                    purpose: request.purpose,
                    made: made,
                    random: chance(),
                    remaining: request.allowance.time - (time.now() - start)
                )
            else { throw judged.error ?? call.error(.cancelled) }
            do { try await time.sleep(pause) } catch { throw call.error(.cancelled) }
        }
    }

    private func note(_ judged: Judgement, for id: ServiceID, _ request: ServiceRequest) {
        switch judged.health {
        case .well: circuits[id] = nil
        case .ill where request.allowance.countsAgainstCircuit:
            if circuits[id, default: Circuit()].fail(at: time.now()) {
                logger.warning(
                    "Service left alone after failures in a row",
                    metadata: ["service.name": "\(id)"]
                )
            }
        case .ill, .unknown: circuits[id]?.release()
        }
    }

    private func log(
        _ request: ServiceRequest,
        _ endpoint: ServiceEndpoint,
        _ judged: Judgement,
        made: Int,
        took: Duration
    ) {
        logger.debug(
            "Service called",
            metadata: [
                "service.name": "\(endpoint.id)", "call.operation": "\(request.operation)",
                "call.path": "\(request.path)",
                "call.method": "\(request.method.rawValue)", "call.attempt": "\(made)",
                "call.time": "\(took.inWords)",
                "call.result": "\(judged.error?.code ?? "ok")",
            ]
        )
    }
}
