import MediaDomain
import QueueRecovery
import Testing

/// The jobs of clients joined to the rows of Sonarr and Radarr.
struct JoinedQueueTests {
    @Test func `a torrent is one download, though the arr writes its hash in capitals`() {
        let hash = "ca2f274f1de5893f527bf16ed076a29336701f4f"
        let client = ServiceID(.qbittorrent)
        let job = ClientJob(
            id: hash,
            client: client,
            name: "Film",
            stage: .downloading,
            bytes: 100,
            bytesLeft: 40
        )
        let row = ArrDownload(
            arr: ServiceID(.radarr),
            rows: [7],
            downloadID: hash.uppercased(),
            title: "Film",
            status: "downloading",
            state: "downloading"
        )
        let joined = Download.joined(
            clients: [ClientState(client: client, queue: [job])],
            arrs: [ArrState(arr: ServiceID(.radarr), downloads: [row])]
        )
        #expect(joined.count == 1)
        #expect(joined.first?.job == job && joined.first?.arr == row && joined.first?.progress == 0.6)
    }

    @Test func `what seeds and what nobody waits for any more is not in the queue`() {
        let client = ServiceID(.deluge)
        let job = ClientJob(id: "aa", client: client, name: "Film", stage: .completed)
        #expect(Download.joined(clients: [ClientState(client: client, history: [job])], arrs: []).isEmpty)
    }
}
