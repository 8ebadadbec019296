internal import DownloadClients
internal import MediaDomain
internal import MediaServers
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
        let channel = gate.trial(of: endpoint, within: time)
        let version: Version
        switch endpoint.kind {
        case .sonarr, .radarr, .prowlarr, .lidarr: version = try await servarrVersion(channel)
        case .sabnzbd: version = try await sabnzbdVersion(channel)
        case .nzbget: version = Version(text: try await NZBGetClient(channel).version())
        case .qbittorrent: version = Version(text: try await QBittorrentClient(channel).version())
        case .transmission: version = Version(text: try await TransmissionClient(channel).version())
        case .deluge: version = Version(text: try await DelugeClient(channel).version())
        case .plex: version = try await plexVersion(channel)
        case .jellyfin, .emby: version = try await jellyfinVersion(channel)
        case .seerr: version = try await seerrVersion(channel)
        case .bazarr: throw channel.error(.rejected("it cannot be tested yet"), operation: Self.operation)
        }
        guard !endpoint.kind.isTooOld(version.text) else {
            throw channel.error(
                .tooOld(found: version.text, needed: endpoint.kind.leastVersion),
                operation: Self.operation
            )
        }
        return version
    }

    private static let operation = "test the connection"

    private func servarrVersion(_ channel: ServiceChannel) async throws(ServiceError) -> Version {
        let status = try await ServarrProbe(api: ServarrAPI(channel: channel)).systemStatus()
        guard status.appName.lowercased() == endpoint.kind.rawValue else {
            throw channel.error(.notThisApplication(title: status.appName), operation: Self.operation)
        }
        return Version(text: status.version, instanceName: status.instanceName)
    }

    private func sabnzbdVersion(_ channel: ServiceChannel) async throws(ServiceError) -> Version {
        let version = try await SABnzbdClient(channel).version()
        guard !endpoint.kind.isTooOld(version) else { return Version(text: version) }
        // Settings ask for the API key; the NZB key gets no further than the queue.
        let query = [
            QueryItem("mode", "get_config"), QueryItem("output", "json"), QueryItem("section", "misc"),
            QueryItem("keyword", "language"),
        ]
        let settings = try await channel.send(ServiceRequest(Self.operation, .get, "api", query: query))
            .json()
        guard settings["config"] != nil else {
            throw channel.error(.wrongKey(status: 403), operation: Self.operation)
        }
        return Version(text: version)
    }

    private func plexVersion(_ channel: ServiceChannel) async throws(ServiceError) -> Version {
        let plex = PlexClient(channel)
        let identity = try await plex.identity()
        _ = try await plex.libraries()
        return Version(text: identity.version, instanceName: identity.name)
    }

    private func jellyfinVersion(_ channel: ServiceChannel) async throws(ServiceError) -> Version {
        let server = JellyfinClient(channel)
        let identity = try await server.identity()
        return Version(text: try await server.version(), instanceName: identity.name)
    }

    private func seerrVersion(_ channel: ServiceChannel) async throws(ServiceError) -> Version {
        let seerr = SeerrClient(channel)
        let version = try await seerr.version()
        _ = try await seerr.requestCounts()
        return Version(text: version)
    }
}

/// Any application of the Servarr family, for the one call that they share.
private struct ServarrProbe: ServarrApplication {
    let api: ServarrAPI
}
