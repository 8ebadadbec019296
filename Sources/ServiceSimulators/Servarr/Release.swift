internal import Foundation
internal import OrderedJSON

/// What a search is for.
enum SearchTarget: Sendable, Hashable {
    case movie(Int)
    case episode(Int)
    case season(series: Int, number: Int)
}

/// The smallest thing that a file can fill.
enum MediaUnit: Sendable, Hashable {
    case movie(Int)
    case episode(Int)

    /// The id of the film or of the episode.
    var id: Int {
        switch self {
        case .movie(let id), .episode(let id): id
        }
    }
}

/// Something that an indexer offers.
struct Release: Sendable, Hashable {
    /// The name as posted.
    let title: String
    let quality: Quality
    /// Bytes, as the indexer says.
    let size: Int
    let indexerID: Int
    let indexer: String
    /// `usenet` or `torrent`.
    let download: String
    /// Days since it was posted.
    let age: Int
    let seeders: Int?
    let group: String
    /// What it would fill.
    let units: [MediaUnit]
    let isSeasonPack: Bool

    /// What an application sends back to have it.
    var guid: String { "https://indexer.invalid/details/\(Titles.slug(title))" }

    /// A number for orders and hashes that stays the same from run to run.
    static func steadyHash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

/// How a title comes to the indexers: a handful of releases of different quality, always the same for the same title.
enum ReleaseShelf {
    /// A kind of release.
    private struct Make {
        let quality: (radarr: String, sonarr: String)
        let label: String
        let megabytesAMinute: Double
        let group: String
        let age: Int
    }

    private static let makes: [Make] = [
        Make(
            quality: ("WEBDL-2160p", "WEBDL-2160p"),
            label: "2160p.WEB-DL.DDP5.1.Atmos.DV.HDR.H.265",
            megabytesAMinute: 130,
            group: "LUMEN",
            age: 41
        ),
        Make(
            quality: ("Remux-1080p", "Bluray-1080p Remux"),
            label: "1080p.BluRay.REMUX.AVC.DTS-HD.MA.5.1",
            megabytesAMinute: 230,
            group: "GRAIN",
            age: 96
        ),
        Make(
            quality: ("Bluray-1080p", "Bluray-1080p"),
            label: "1080p.BluRay.DD5.1.x264",
            megabytesAMinute: 95,
            group: "GRAIN",
            age: 88
        ),
        Make(
            quality: ("WEBDL-1080p", "WEBDL-1080p"),
            label: "1080p.WEB-DL.DDP5.1.H.264",
            megabytesAMinute: 52,
            group: "ORBIT",
            age: 40
        ),
        Make(
            quality: ("WEBRip-1080p", "WEBRip-1080p"),
            label: "1080p.WEBRip.AAC2.0.x264",
            megabytesAMinute: 31,
            group: "PAPER",
            age: 44
        ),
        Make(
            quality: ("WEBDL-720p", "WEBDL-720p"),
            label: "720p.WEB-DL.DD5.1.H.264",
            megabytesAMinute: 27,
            group: "ORBIT",
            age: 40
        ),
    ]

    /// The releases of a title.
    ///
    /// - Parameters:
    ///   - name: The title, with its year or its season and episode, dotted.
    ///   - minutes: The length of the whole, for the sizes.
    ///   - units: What each would fill.
    ///   - indexers: The application's indexers that may be searched.
    static func releases(
        of name: String,
        minutes: Int,
        units: [MediaUnit],
        isSeasonPack: Bool,
        indexers: [JSONObject],
        application: ServarrApplication
    ) -> [Release] {
        let usenet = indexers.filter { $0["protocol"] == "usenet" }
        let torrent = indexers.filter { $0["protocol"] == "torrent" }
        var releases: [Release] = []
        for (index, make) in makes.enumerated() {
            let title = "\(name).\(make.label)-\(make.group)"
            let spread = 0.9 + Double(Release.steadyHash(title) % 200) / 1000
            let sources = [
                usenet.isEmpty ? nil : usenet[index % usenet.count], index == 3 ? torrent.first : nil,
            ]
            for source in sources.compactMap(\.self) {
                let isTorrent = source["protocol"] == "torrent"
                releases.append(
                    Release(
                        title: isTorrent ? title.replacing("-ORBIT", with: "-ATLAS") : title,
                        quality: Quality.named(
                            application == .radarr ? make.quality.radarr : make.quality.sonarr,
                            in: application
                        ),
                        size: Int(Double(max(minutes, 20)) * make.megabytesAMinute * spread * 1_048_576),
                        indexerID: source["id"]?.int ?? 0,
                        indexer: source["name"]?.string ?? "",
                        download: isTorrent ? "torrent" : "usenet",
                        age: make.age,
                        seeders: isTorrent ? Int(Release.steadyHash(title) % 60) + 1 : nil,
                        group: isTorrent ? "ATLAS" : make.group,
                        units: units,
                        isSeasonPack: isSeasonPack
                    )
                )
            }
        }
        return releases
    }
}
