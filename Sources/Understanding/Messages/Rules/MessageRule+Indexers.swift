internal import MediaDomain

extension MessageRule {
    /// What comes of asking indexers.
    static let indexers: [MessageRule] =
        rules(
            .indexerLimited,
            """
            request limit | requests limit | api limit | api request limit | daily limit | hourly limit |
            limit reached | limit exceeded | too many requests | rate limit | rate-limit | ratelimit |
            http 429 | 429 too many | error 429 | code 429 | (429) | status 429 | grab limit |
            query limit | download limit * indexer | indexers unavailable | indexers are unavailable |
            indexer is disabled | indexers are disabled | indexer disabled | disabled till |
            disabled until | temporarily disabled | api calls * exceeded | hit * limit | maximum api |
            retry-after | slow down | recent indexer errors | due to recent failures |
            due to failures for more than | is over its limit | back off | backing off |
            no more requests | request quota | number of grabs | number of api
            """
        )
        + rules(
            .indexerFetch,
            """
            url fetching failed | file not on server | failed to download nzb | downloading nzb * failed |
            downloading torrent * failed | failed to download torrent | unable to download nzb |
            unable to download torrent | couldn't fetch nzb | could not fetch nzb | failed to fetch |
            failure/fetch | failure/scan | empty nzb | invalid nzb | unusable nzb | nzb is empty |
            broken nzb | bad nzb | no nzb | not a valid nzb | nzb is invalid | nzb file is |
            nzb validation | trying to fetch nzb | invalid torrent | invalid or corrupt torrent |
            not a valid torrent | torrent file is | failed to grab | grab failed |
            unable to connect to indexer | indexer * returned | indexer responded | indexer * error |
            error * indexer | indexer * unreachable | indexer * timed out | cloudflare | captcha |
            release is not available | release not available | nzb not found | no such nzb | nzb removed |
            resource not found | download link * | unexpected response from indexer |
            invalid api key * indexer | indexer * api key | incorrect user credentials |
            failed to get nzb | getnzb | t=get | indexer refused | indexer * no longer | link expired |
            redirected to * login | server side error | could not complete request |
            unable to import release from | unknown error (getting)
            """
        )
        + rules(
            .indexerFetch,
            .likely,
            from: [.prowlarr],
            """
            timed out | connection refused | unable to connect | bad gateway | service unavailable | 503 |
            502 | 500 | 404 | not found | invalid response | unauthorized | 401 | 403 | forbidden | ssl |
            name or service
            """
        )
        + rules(
            .indexerFetch,
            .likely,
            from: [.sonarr, .radarr, .lidarr],
            "http request failed | 404 | 410 | http error | http status | unexpected http"
        )
}
