internal import Accounts
internal import HTTPTypes
internal import Hummingbird

/// `GET /`, `/login`, `/claim` and `/assets/…`: the page.
///
/// Each file has a route of its own, so that the few that the log-in needs can be named one by one.
struct AssetsController: Controller {
    let accounts: AccountService
    private let folder: AssetFolder

    init(accounts: AccountService) throws {
        self.accounts = accounts
        folder = try AssetFolder()
    }

    func addRoutes(to group: RouterGroup<AppRequestContext>) {
        group.get("") { request, _ in try answer("index.html", to: request) }
        group.get("login") { request, _ in
            guard try await accounts.isClaimed() else { return Self.redirect(to: "claim") }
            return try answer("login.html", to: request)
        }
        // Once the house has an owner this is closed, and a browser is led to the log-in.
        group.get("claim") { request, context in
            if try await accounts.isClaimed() { return Self.redirect(to: "./") }
            return try answer("claim.html", to: request)
        }
        for name in folder.files.keys.sorted() where !name.hasSuffix(".html") {
            group.get(RouterPath("assets/\(name)")) { request, _ in try answer(name, to: request) }
        }
    }

    private static func redirect(to path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path])
    }

    private func answer(_ name: String, to request: Request) throws -> Response {
        guard let file = folder.files[name] else { throw Problem.notFound("file \(name)") }
        // Browsers ask each time and are told that nothing changed; so an update is seen at once.
        let headers: HTTPFields = [
            .contentType: file.contentType, .eTag: file.entityTag, .cacheControl: "no-cache",
        ]
        if request.headers[.ifNoneMatch]?.contains(file.entityTag) == true {
            return Response(status: .notModified, headers: headers)
        }
        return Response(
            status: .ok,
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes))
        )
    }
}
