internal import HTTPTypes
internal import Hummingbird

/// Stands before the router: takes the URL base off and tells a wrong method from a wrong address.
struct AppResponder: HTTPResponder {
    typealias Context = AppRequestContext

    let router: RouterResponder<AppRequestContext>
    let routes: [RouteDescription]
    let urlBase: String
    let metrics: RequestMetrics

    func respond(to request: Request, context: AppRequestContext) async throws -> Response {
        if !urlBase.isEmpty, request.uri.path == urlBase {
            return Response(status: .permanentRedirect, headers: [.location: urlBase + "/"])
        }
        let request = withoutBase(request)
        var response = try await router.respond(to: request, context: context)
        if response.status == .notFound, context.endpointPath == "NotFound" {
            let allowed = routes.filter { $0.matches(request.uri.path) }.map(\.method)
            if !allowed.isEmpty {
                var problem = Problem(
                    .methodNotAllowed,
                    "this address takes \(allowed.joined(separator: ", ")) only"
                )
                problem.headers = response.headers
                problem.headers[.contentLength] = nil
                problem.headers[.allow] = allowed.joined(separator: ", ")
                response = problem.response(from: request, context: context)
            }
        }
        metrics.count(request.method, response.status)
        return response
    }

    /// A proxy may pass the base on or take it off itself; both work.
    private func withoutBase(_ request: Request) -> Request {
        guard !urlBase.isEmpty, let path = request.head.path, path.hasPrefix(urlBase + "/") else {
            return request
        }
        var head = request.head
        head.path = String(path.dropFirst(urlBase.count))
        return Request(head: head, body: request.body)
    }
}
