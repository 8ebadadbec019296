internal import Hummingbird
internal import OrderedJSON

/// What is ready to serve and what is not.
package struct Readiness: Sendable, Hashable, Encodable {
    /// Whether requests can be answered; a missing model is no illness.
    package let isReady: Bool
    /// What is not ready, in a few words each.
    package let waitingFor: [String]

    /// A state.
    package init(isReady: Bool, waitingFor: [String] = []) {
        self.isReady = isReady
        self.waitingFor = waitingFor
    }

    /// Everything is.
    package static let ready = Readiness(isReady: true)

    private enum CodingKeys: String, CodingKey {
        case isReady = "ready"
        case waitingFor
    }
}

/// `GET /health` and `GET /health/ready`, for a container's health check and for proxies; they tell no more than that.
struct HealthController: Controller {
    let readiness: @Sendable () async -> Readiness

    func addRoutes(to group: RouterGroup<AppRequestContext>) {
        group.get("health") { _, _ in Response.json(["status": "ok"]) }
        group.get("health/ready") { _, _ in
            let state = await readiness()
            var response = Response.json(try JSONValue(encoding: state))
            if !state.isReady { response.status = .serviceUnavailable }
            return response
        }
    }
}
