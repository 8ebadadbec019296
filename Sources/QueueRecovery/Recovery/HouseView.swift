internal import MediaDomain

/// One look at all clients and arrs; who did not answer is named and costs the others nothing.
struct HouseView: Sendable {
    var clients: [ClientState] = []
    var arrs: [ArrState] = []
    var silent: [ServiceID: String] = [:]
    var downloads: [Download] = []

    static func read(clients: [DownloadSource], arrs: [ArrSource]) async -> HouseView {
        var view = HouseView()
        await withTaskGroup(of: Reply.self) { group in
            for client in clients {
                group.addTask {
                    do { return .client(try await client.read()) } catch {
                        return .silent(client.id, "\(error)")
                    }
                }
            }
            for arr in arrs {
                group.addTask {
                    do { return .arr(try await arr.read()) } catch { return .silent(arr.id, "\(error)") }
                }
            }
            for await reply in group {
                switch reply {
                case .client(let state): view.clients.append(state)
                case .arr(let state): view.arrs.append(state)
                case .silent(let service, let reason): view.silent[service] = reason
                }
            }
        }
        view.clients.sort { $0.client < $1.client }
        view.arrs.sort { $0.arr < $1.arr }
        view.downloads = Download.joined(clients: view.clients, arrs: view.arrs)
        return view
    }

    private enum Reply: Sendable {
        case client(ClientState)
        case arr(ArrState)
        case silent(ServiceID, String)
    }

    func client(_ id: ServiceID) -> ClientState? { clients.first { $0.client == id } }
    func arr(_ id: ServiceID) -> ArrState? { arrs.first { $0.arr == id } }
    func download(_ id: String?) -> Download? { id.flatMap { id in downloads.first { $0.id == id } } }
}

/// What recovery works on: the clients and arrs that are connected now.
package struct RecoverySources: Sendable {
    /// The download clients.
    package let clients: [DownloadSource]
    /// Sonarr and Radarr.
    package let arrs: [ArrSource]

    /// Clients and arrs.
    package init(clients: [DownloadSource], arrs: [ArrSource]) {
        self.clients = clients
        self.arrs = arrs
    }
}
