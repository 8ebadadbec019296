package import Hummingbird
internal import OrderedJSON
package import QueueRecovery

/// `GET /api/v1/downloads` and `POST /api/v1/downloads/{id}/pause`, `/resume`, `/remove`.
package struct DownloadsController: Controller {
    private let downloads: DownloadsService

    /// The routes of the downloads.
    package init(downloads: DownloadsService) { self.downloads = downloads }

    package func addRoutes(to group: RouterGroup<AppRequestContext>) {
        group.get("downloads") { _, _ in
            let queue = await downloads.queue()
            var document = try JSONValue(encoding: queue)
            document["items"] = .array(
                try queue.items.map { item in
                    var object = try JSONValue(encoding: item)
                    object["title"] = .string(item.title)
                    object["progress"] = .number(item.progress)
                    return object
                }
            )
            return Response.json(document)
        }
        for action in DownloadAction.allCases {
            group.post("downloads/{id}/\(action.rawValue)") { _, context in
                let change = try await downloads.perform(action, on: try context.parameters.require("id"))
                return Response.json(try JSONValue(encoding: change))
            }
        }
    }
}
