internal import Activity
internal import Foundation
internal import MediaDomain
internal import OrderedJSON
internal import Understanding

extension RecoveryService {
    /// Makes incidents of what is new, each once, and remembers what was seen again.
    func notice(_ sightings: [Sighting], view: HouseView, sources: RecoverySources) async throws {
        for sighting in sightings {
            if var known = try await store.incident(sighting.id) {
                guard !known.isClosed || sighting.place == .client else { continue }
                let isBack = known.isClosed
                known.lastSeen = now()
                known.message = sighting.message
                if isBack { known.state = .open }
                try await store.save(known)
                continue
            }
            try await detect(sighting, view: view, sources: sources)
        }
    }

    private func detect(_ sighting: Sighting, view: HouseView, sources: RecoverySources) async throws {
        let found = await classify(sighting, view: view, sources: sources)
        // A client's word on nothing that matters is no incident.
        if sighting.place == .client, found.messageClass == .unknown { return }
        let complaint = await complaintClass(of: sighting.download?.job?.client, view: view, sources: sources)
        let correlation = CorrelationID.random()
        var symptom = Symptom(found.messageClass, complaint: complaint)
        if case .silentClient = sighting.place { symptom = .clientUnavailable }
        var incident = Incident(
            id: sighting.id,
            correlation: correlation,
            service: sighting.service,
            downloadID: sighting.download?.job?.id ?? sighting.download?.arr?.downloadID,
            title: sighting.title,
            itemKey: sighting.download?.arr?.itemKey,
            symptom: symptom,
            messageClass: found.messageClass,
            classifiedBy: found.author,
            confidence: found.confidence,
            message: sighting.message,
            firstSeen: now()
        )
        if incident.itemKey == nil,
            let (arr, history) = await owner(of: incident.downloadID, sources: sources)
        {
            incident.itemKey = history.itemKey(in: arr)
        }
        try await store.save(incident)
        try await log.record(
            "incident.detected",
            level: .warning,
            service: sighting.service,
            correlation: correlation,
            summary: "\(sighting.title): \(sighting.place.words(sighting.service))",
            details: [
                "incident": .string(incident.id),
                "download": incident.downloadID.map { .string($0) } ?? .null,
                "release": .string(sighting.download?.job?.name ?? sighting.download?.arr?.title ?? ""),
                "message": .string(sighting.message),
            ]
        )
        try await log.record(
            "incident.classified",
            service: sighting.service,
            correlation: correlation,
            summary: "\(sighting.title): \(symptom.words)",
            details: [
                "incident": .string(incident.id), "class": .string(found.messageClass.rawValue),
                "symptom": .string(symptom.rawValue), "by": .string(found.author.rawValue),
                "confidence": .number(found.confidence), "model": found.model.map { .string($0) } ?? .null,
            ]
        )
    }

    /// The class of a sighting: by the client's own mark where there is one, else by what the message says.
    ///
    /// Of several messages the one that is no mere consequence counts: whatever points at the house comes first.
    private func classify(
        _ sighting: Sighting,
        view: HouseView,
        sources: RecoverySources
    ) async -> MessageClassification {
        switch sighting.place {
        case .mark("ENCRYPTED"): return Self.sure(.releaseEncrypted)
        case .mark("UNWANTED"): return Self.sure(.releaseUnwanted)
        case .mark: return Self.sure(.duplicate)
        case .silentClient: return Self.sure(.clientUnreachable)
        case .failedJob, .arr, .client: break
        }
        let kind = kind(of: sighting.service, sources: sources)
        var best: MessageClassification?
        for line in sighting.message.split(separator: "\n").prefix(10) {
            let found = await classifier.classify(String(line), source: kind)
            guard let current = best else {
                best = found
                continue
            }
            if current.messageClass == .unknown
                || (found.messageClass.isHouseFault && !current.messageClass.isHouseFault)
            {
                best = found
            }
        }
        return best ?? MessageClassification(messageClass: .unknown, confidence: 1, author: .rule)
    }

    private static func sure(_ messageClass: MessageClass) -> MessageClassification {
        MessageClassification(messageClass: messageClass, confidence: 1, author: .rule)
    }

    /// The class of what a client as a whole complains of; nil for nothing that matters.
    func complaintClass(of client: ServiceID?, view: HouseView, sources: RecoverySources) async
        -> MessageClass?
    {
        guard let client, let state = view.client(client) else { return nil }
        for complaint in state.complaints {
            let found = await classifier.classify(complaint, source: kind(of: client, sources: sources))
            if found.messageClass.isHouseFault { return found.messageClass }
        }
        return nil
    }

    /// The arr that has grabbed a download, and what it remembers of it.
    func owner(of downloadID: String?, sources: RecoverySources) async -> (ServiceID, ArrHistory)? {
        guard let downloadID else { return nil }
        for arr in sources.arrs {
            if let history = try? await arr.history(downloadID), history.wasGrabbed {
                return (arr.id, history)
            }
        }
        return nil
    }

    private func kind(of service: ServiceID, sources: RecoverySources) -> ServiceKind? {
        sources.clients.first { $0.id == service }?.kind ?? sources.arrs.first { $0.id == service }?.kind
    }
}

extension ArrHistory {
    /// What the attempts of the film or the episodes are counted under.
    func itemKey(in arr: ServiceID) -> String? {
        ArrDownload(arr: arr, rows: [], downloadID: nil, title: "", itemID: itemID, episodes: episodes)
            .itemKey
    }
}

extension Sighting.Place {
    /// What happened, in words.
    func words(_ service: ServiceID) -> String {
        switch self {
        case .failedJob: "the download failed in \(service)"
        case .mark: "\(service) has stopped the download"
        case .arr: "\(service) does not import it"
        case .client: "\(service) reports a problem"
        case .silentClient: "\(service) cannot reach its download client"
        }
    }
}
