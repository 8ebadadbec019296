internal import MediaDomain

extension MessageRule {
    /// What torrent clients hand on from trackers and peers.
    static let torrents: [MessageRule] =
        rules(
            .trackerGone,
            """
            unregistered torrent | unregistered | torrent not registered |
            not registered with this tracker | torrent is not registered | torrent not found |
            torrent has been deleted | torrent deleted | torrent was deleted | torrent has been removed |
            torrent removed | torrent has been nuked | trumped | infohash not found |
            info hash not found | unknown torrent | unknown info_hash | invalid info hash |
            torrent does not exist | torrent doesn't exist | torrent is dead | retitled | nuked |
            not authorized to download this torrent | requested download is not authorized |
            torrent is not found | not found on tracker | dead torrent | torrent banned
            """
        )
        + rules(
            .trackerTrouble,
            """
            tracker * not working | tracker gave http | tracker * returned | tracker * responded |
            tracker error | tracker * timed out | tracker * unreachable | tracker * refused |
            tracker * offline | tracker * down | tracker unavailable | tracker did not respond |
            could not connect to tracker | connection to tracker | tracker request | tracker warning |
            announce failed | announce error | scrape | invalid passkey | passkey | banned client |
            client is not allowed | client not allowed | not whitelisted | unsupported client |
            skipping tracker announce | end of file * tracker | tracker is down |
            unable to connect to tracker | host not found (authoritative) | maintenance mode |
            ratio too low | you are already * from | too many ip
            """
        )
        + rules(
            .trackerTrouble,
            .likely,
            from: [.qbittorrent, .transmission, .deluge],
            """
            service unavailable | bad gateway | gateway timeout | gateway time-out | connection refused |
            timed out | internal server error | forbidden | connection reset | host not found |
            name resolution | no response | http error | http response code | 502 | 503 | 504 |
            unreachable | ssl | not found | invalid response | try again later | rate limit |
            too many requests | unauthorized | network is unreachable | no route to host |
            connection failed | overloaded
            """
        )
        + rules(
            .noPeers,
            """
            stalled with no connections | no connections | download is stalled | stalled | no seeds |
            no seeders | no peers | without peers | not enough seeders | downloading metadata |
            download metadata | cannot download metadata | can't download metadata | no metadata |
            metadl | magnet * dht | dht is disabled | unable to resolve magnet |
            unable to fetch metadata | metadata is not | 0 seeds | zero seeds | availability below |
            availability is below | 0 seeders | no one is seeding | nobody is seeding
            """
        )
}
