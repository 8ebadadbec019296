internal import MediaDomain
internal import ServarrClient
internal import ServiceHTTP

/// Looks for services that could be connected: what the connected ones name, and what answers in the house.
///
/// It asks private addresses only, and only what needs no key.
struct Discovery: Sendable {
    let house: House
    let gate: ServiceGate
    /// How many are asked at once.
    private static let width = 16
    /// How long one is waited for.
    private static let patience = Duration.seconds(2)

    private struct Candidate: Sendable, Hashable {
        let kind: ServiceKind
        let address: ServiceAddress
        let source: String
        /// Whether it is worth telling even where nothing answers.
        let isNamed: Bool
    }

    /// What could be connected, named ones first.
    ///
    /// - Parameter hosts: Where to look for services on their usual ports; those that are not private are left out. None
    ///   stands for the hosts of what is connected, and for each application's own name, as containers have it.
    func proposals(hosts: [String]) async -> [ConnectionProposal] {
        let known = Set(house.channels.map { Place($0.endpoint.address) })
        let named = await namedCandidates()
        var seen: Set<Candidate> = []
        let candidates = (named + usualCandidates(hosts)).filter { candidate in
            HostRule.isPrivate(candidate.address.host) && !known.contains(Place(candidate.address))
                && seen.insert(candidate).inserted
        }
        let answering = await answering(candidates)
        var places: Set<Place> = []
        let found = candidates.filter { answering.contains($0) && places.insert(Place($0.address)).inserted }
        // What is named and silent may be reachable for the one who names it only.
        let silent = candidates.filter { $0.isNamed && places.insert(Place($0.address)).inserted }
        return (found + silent).map {
            ConnectionProposal(
                kind: $0.kind,
                address: $0.address.description,
                source: $0.source,
                answers: answering.contains($0)
            )
        }
    }

    /// A machine and a port.
    private struct Place: Hashable {
        let host: String
        let port: Int

        init(_ address: ServiceAddress) {
            host = address.host
            port = address.port
        }
    }

    private func namedCandidates() async -> [Candidate] {
        var named: [NamedServices.Named] = []
        for sonarr in house.sonarr { named += await NamedServices.of(sonarr) }
        for radarr in house.radarr { named += await NamedServices.of(radarr) }
        for prowlarr in house.prowlarr { named += await NamedServices.of(prowlarr) }
        return named.flatMap { one in
            one.kinds.map { kind in
                Candidate(kind: kind, address: one.address, source: one.source, isNamed: one.kinds.count == 1)
            }
        }
    }

    /// Each application on its usual port, on each of the hosts.
    private func usualCandidates(_ hosts: [String]) -> [Candidate] {
        if !hosts.isEmpty {
            return hosts.prefix(32).flatMap { host in ServiceKind.allCases.map { (host, $0) } }.compactMap(
                usual
            )
        }
        let connected = Set(house.channels.map(\.endpoint.address.host)).sorted()
        return
            (connected.flatMap { host in ServiceKind.allCases.map { (host, $0) } }
            + ServiceKind.allCases.map { ($0.rawValue, $0) }).compactMap(usual)
    }

    private func usual(_ host: String, _ kind: ServiceKind) -> Candidate? {
        let host = host.contains(":") ? "[\(host)]" : host
        guard let address = try? ServiceAddress("http://\(host):\(kind.defaultPort)") else { return nil }
        return Candidate(kind: kind, address: address, source: "answers at \(address)", isNamed: false)
    }

    private func answering(_ candidates: [Candidate]) async -> Set<Candidate> {
        await withTaskGroup(of: Candidate?.self) { group in
            var rest = candidates[...]
            var found: Set<Candidate> = []
            for candidate in rest.prefix(Self.width) { group.addTask { await check(candidate) } }
            rest = rest.dropFirst(Self.width)
            for await answer in group {
                if let answer { found.insert(answer) }
                if let next = rest.popFirst() { group.addTask { await check(next) } }
            }
            return found
        }
    }

    private func check(_ candidate: Candidate) async -> Candidate? {
        guard let recognition = Recognition(of: candidate.kind) else { return nil }
        let endpoint = ServiceEndpoint(
            id: ServiceID(rawValue: "discovery"),
            kind: candidate.kind,
            address: candidate.address
        )
        let channel = gate.trial(of: endpoint, within: Self.patience)
        guard let answer = try? await channel.send(recognition.request), await recognition.fits(answer) else {
            return nil
        }
        return candidate
    }
}

extension ConnectionDirectory {
    /// What could be connected: what connected services name, and what answers on these hosts; asked only now.
    package func proposals(hosts: [String]) async -> [ConnectionProposal] {
        await Discovery(house: house(), gate: gate).proposals(hosts: hosts)
    }
}
