internal import DownloadClients
internal import MediaDomain
internal import OrderedJSON
internal import ServarrClient
internal import ServiceHTTP

/// Tries a connection out: finds which of the things that go wrong went wrong, within 5 s.
struct ConnectionTest: Sendable {
    let endpoint: ServiceEndpoint
    let gate: ServiceGate
    /// All calls together stay within this.
    private static let limit = Duration.seconds(5)

    /// Runs the test.
    func run() async -> ConnectionReport {
        let start = ContinuousClock.now
        let finding: Finding
        do {
            let version = try await self.version(in: Self.limit)
            finding = .init(
                verdict: .working(version: version.text, instanceName: version.instanceName),
                advice: nil
            )
        } catch {
            finding = await reading(error, left: Self.limit - (ContinuousClock.now - start))
        }
        return ConnectionReport(
            id: endpoint.id,
            kind: endpoint.kind,
            verdict: finding.verdict,
            message: finding.sentence(of: endpoint)
        )
    }

    /// A version, and the name that the user gave to the instance.
    struct Version {
        let text: String
        var instanceName: String?
    }

    /// Calls what tells both the application and whether the key is right.
    private func version(in time: Duration) async throws(ServiceError) -> Version {
        let channel = gate.channel(to: endpoint)
        switch endpoint.kind {
        case .sonarr, .radarr, .prowlarr, .lidarr: return try await servarrVersion(channel, time)
        case .sabnzbd: return try await sabnzbdVersion(channel)
        case .nzbget: return Version(text: try await NZBGetClient(channel).version())
        case .qbittorrent: return Version(text: try await QBittorrentClient(channel).version())
        case .transmission: return Version(text: try await TransmissionClient(channel).version())
        default: throw channel.error(.rejected("it cannot be tested yet"), operation: "test the connection")
        }
    }

    private func servarrVersion(_ channel: ServiceChannel, _ time: Duration) async throws(ServiceError)
        -> Version
    {
        let allowance = ServiceRequest.Allowance(time: time, reply: 1 << 20, countsAgainstCircuit: false)
        let status = try await ServarrProbe(api: ServarrAPI(channel: channel)).systemStatus(within: allowance)
        guard status.appName.lowercased() == endpoint.kind.rawValue else {
            throw channel.error(.notThisApplication(title: status.appName), operation: "test the connection")
        }
        let least = endpoint.kind == .prowlarr || endpoint.kind == .lidarr ? 1 : 3
        guard let major = status.version.split(separator: ".").first.flatMap({ Int($0) }), major >= least
        else {
            throw channel.error(
                .tooOld(found: status.version, needed: "\(least)"),
                operation: "test the connection"
            )
        }
        return Version(text: status.version, instanceName: status.instanceName)
    }

    private func sabnzbdVersion(_ channel: ServiceChannel) async throws(ServiceError) -> Version {
        let version = try await probe(channel, mode: "version", identification: .anonymous)["version"]?
            .lenientText
        guard let version else {
            throw channel.error(.notThisApplication(title: nil), operation: "test the connection")
        }
        if let major = version.split(separator: ".").first.flatMap({ Int($0) }), major < 3 {
            throw channel.error(.tooOld(found: version, needed: "3.0"), operation: "test the connection")
        }
        // Settings ask for the API key; the NZB key gets no further than the queue.
        let settings = try await probe(channel, mode: "get_config", identification: .identified)
        guard settings["config"] != nil else {
            throw channel.error(.wrongKey(status: 403), operation: "test the connection")
        }
        return Version(text: version)
    }

    private func probe(
        _ channel: ServiceChannel,
        mode: String,
        identification: ServiceRequest.Identification
    ) async throws(ServiceError) -> JSONValue {
        var query = [QueryItem("mode", mode), QueryItem("output", "json")]
        if mode == "get_config" { query += [QueryItem("section", "misc"), QueryItem("keyword", "language")] }
        return try await channel.send(
            ServiceRequest(
                "test the connection",
                .get,
                "api",
                query: query,
                allowance: ServiceRequest.Allowance(
                    time: Self.limit / 2,
                    reply: 1 << 20,
                    countsAgainstCircuit: false
                ),
                identification: identification
            )
        ).json()
    }
}

/// Any application of the Servarr family, for the one call that they share.
private struct ServarrProbe: ServarrApplication {
    let api: ServarrAPI
}
