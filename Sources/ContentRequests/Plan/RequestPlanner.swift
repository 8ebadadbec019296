internal import MediaDomain
internal import OrderedJSON
internal import ServarrClient
internal import ServiceHTTP
internal import Understanding

/// Makes the plan for a chosen title: instance, profile, root folder and which parts.
struct RequestPlanner {
    let services: RequestServices
    let item: UnderstoodItem

    /// The plan, with the title as it stands in the instance that gets it.
    ///
    /// - Throws: ``RequestError``, or what the service's client throws.
    func plan(_ choice: TitleCandidate) async throws -> RequestPlan {
        choice.media == .movie ? try await movie(choice) : try await series(choice)
    }

    private func movie(_ choice: TitleCandidate) async throws -> RequestPlan {
        guard let radarr = instance(of: services.radarr) else { throw RequestError.noService(.radarr) }
        async let profiles = radarr.qualityProfiles()
        async let folders = radarr.rootFolders()
        async let library = radarr.movies()
        let used = try await library
        let (profile, remark) = try pick(
            try await profiles,
            used: used.compactMap { $0.qualityProfileID?.rawValue },
            at: radarr.id
        )
        let folder = try pick(try await folders, used: used.compactMap(\.path), at: radarr.id)
        return RequestPlan(
            service: radarr.id,
            profileID: profile.id.rawValue,
            profileName: profile.name,
            rootFolder: folder,
            part: .whole,
            extendsEntry: used.contains { $0.tmdbID == choice.catalogueID },
            remark: remark
        )
    }

    private func series(_ choice: TitleCandidate) async throws -> RequestPlan {
        guard let sonarr = instance(of: services.sonarr) else { throw RequestError.noService(.sonarr) }
        async let profiles = sonarr.qualityProfiles()
        async let folders = sonarr.rootFolders()
        async let library = sonarr.series()
        let used = try await library
        let entry = used.first { $0.tvdbID == choice.catalogueID }
        let known: Series?
        if let entry {
            known = entry
        } else {
            known = try await sonarr.lookup("tvdb:\(choice.catalogueID)").first
        }
        let (profile, remark) = try pick(
            try await profiles,
            used: used.compactMap { $0.qualityProfileID?.rawValue },
            at: sonarr.id
        )
        let folder = try pick(try await folders, used: used.compactMap(\.path), at: sonarr.id)
        let seasons = (known?.seasons ?? []).map(\.number).filter { $0 > 0 }.sorted()
        let part = try part(seasons: seasons, title: choice.name)
        return RequestPlan(
            service: sonarr.id,
            profileID: profile.id.rawValue,
            profileName: profile.name,
            rootFolder: folder,
            part: part,
            extendsEntry: entry != nil,
            remark: remark
        )
    }

    /// The instance for 4K where there is one of that name and 4K is wanted, else the first.
    private func instance<Client: ServarrApplication>(of clients: [Client]) -> Client? {
        let isUltra = { (client: Client) in
            ["4k", "uhd", "2160"].contains { client.id.rawValue.contains($0) }
        }
        if item.quality == .ultraHD, let ultra = clients.first(where: isUltra) { return ultra }
        return clients.first { !isUltra($0) } ?? clients.first
    }

    private func part(seasons: [Int], title: String) throws -> RequestPlan.Part {
        if !item.episodes.isEmpty { return .episodes(item.episodes) }
        switch item.seasons {
        case .unsaid:
            let onlyNew = item.constraints.contains { text in
                let text = Sentence.fold(text)
                return [
                    "only new", "new episodes", "new ones", "future", "from now on", "nur neue", "upcoming",
                ].contains { text.contains($0) }
            }
            return onlyNew ? .future : .whole
        case .all: return .whole
        case .latest:
            guard let last = seasons.last else { return .whole }
            return .seasons([last])
        case .from(let first):
            let wanted = seasons.filter { $0 >= first }
            guard !wanted.isEmpty else {
                throw RequestError.noSuchSeason(title: title, asked: [first], last: seasons.last)
            }
            return .seasons(wanted)
        case .numbers(let numbers):
            let unknown = numbers.filter { !seasons.contains($0) && $0 != 0 }
            guard unknown.isEmpty || seasons.isEmpty else {
                throw RequestError.noSuchSeason(title: title, asked: unknown, last: seasons.last)
            }
            return .seasons(numbers)
        }
    }

    // MARK: Profile and folder

    /// The profile for the quality said; with none said, the one that most of the library has.
    private func pick(_ profiles: [QualityProfile], used: [Int], at service: ServiceID) throws -> (
        QualityProfile, String?
    ) {
        guard
            let usual = mostUsed(used).flatMap({ id in profiles.first { $0.id.rawValue == id } })
                ?? profiles.first
        else {
            throw RequestError.noProfile(service)
        }
        guard let quality = item.quality else { return (usual, nil) }
        let wanted: Int? =
            switch quality {
            case .ultraHD: 2160
            case .fullHD: 1080
            case .hd: 720
            case .sd: 480
            case .best: nil
            }
        let highest = { (profile: QualityProfile) in profile.allowed.map(\.resolution).max() ?? 0 }
        guard let wanted else {
            return (profiles.max { highest($0) < highest($1) } ?? usual, nil)
        }
        let fitting = profiles.filter {
            highest($0) == wanted || (wanted == 480 && (1...576).contains(highest($0)))
        }
        let narrow = fitting.min { left, right in
            spread(left) < spread(right)
        }
        if let narrow { return (narrow, nil) }
        return (usual, "No quality profile gives \(quality.rawValue); it would use \(usual.name).")
    }

    private func spread(_ profile: QualityProfile) -> Int { Set(profile.allowed.map(\.resolution)).count }

    private func pick(_ folders: [RootFolder], used: [String], at service: ServiceID) throws -> String {
        let usable = folders.filter(\.isAccessible)
        guard let roomiest = usable.max(by: { $0.freeSpace ?? 0 < $1.freeSpace ?? 0 }) else {
            throw RequestError.noRootFolder(service)
        }
        let counted = usable.map { folder in (folder.path, used.filter { $0.hasPrefix(folder.path) }.count) }
        if let best = counted.max(by: { $0.1 < $1.1 }), best.1 > 0 { return best.0 }
        return roomiest.path
    }

    private func mostUsed(_ values: [Int]) -> Int? {
        Dictionary(grouping: values, by: \.self).max {
            ($0.value.count, -$0.key) < ($1.value.count, -$1.key)
        }?.key
    }
}
