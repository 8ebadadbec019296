internal import Foundation
internal import OrderedJSON

/// What the whole family answers alike: sections of the configuration, and lists of things that have an id.
enum ServarrCollections {
    /// Answers `/config/…`: a section is read and written whole.
    static func section(
        _ request: SimulatedRequest,
        _ parts: [String],
        in settings: inout [String: JSONObject]
    ) -> SimulatedReply {
        guard parts.count > 1, let section = settings[parts[1]] else { return ServarrReplies.notFound }
        guard request.method == "PUT" else { return .json(.object(section)) }
        guard let body = try? request.json().object else {
            return ServarrReplies.unreadable("The input was not valid.")
        }
        if parts[1] == "host", let fault = loginFault(body, before: section) { return fault }
        var merged = section
        for (key, value) in body where section[key] != nil { merged[key] = value }
        for key in section.keys where body[key] == nil && key != "id" { merged[key] = blank(section[key]) }
        settings[parts[1]] = merged
        return .json(.object(merged), status: 202)
    }

    private static func loginFault(_ body: JSONObject, before section: JSONObject) -> SimulatedReply? {
        guard body["authenticationMethod"] == "forms" || body["authenticationMethod"] == "basic" else {
            return nil
        }
        for key in ["username", "password"] where (body[key]?.string ?? "").isEmpty {
            return ServarrReplies.invalid(
                key.capitalized,
                "'\(key.capitalized)' must not be empty.",
                attempted: "",
                code: "NotEmptyValidator"
            )
        }
        guard body["password"] != section["password"], body["password"] != body["passwordConfirmation"] else {
            return nil
        }
        return ServarrReplies.invalid(
            "PasswordConfirmation",
            "Must match Password",
            attempted: "",
            code: "PredicateValidator"
        )
    }

    /// What an application makes of a member that a `PUT` leaves out.
    private static func blank(_ value: JSONValue?) -> JSONValue {
        switch value {
        case .bool: false
        case .number: 0
        case .string: ""
        default: nil
        }
    }

    /// Answers a list and its entries: read, add, change, delete, test.
    static func entry(
        _ request: SimulatedRequest,
        _ parts: [String],
        in collections: inout [String: [JSONObject]],
        nextID: Int
    ) -> SimulatedReply {
        let name = parts[0]
        guard let all = collections[name] else { return ServarrReplies.notFound }
        switch (request.method, parts.dropFirst().first) {
        case ("GET", nil): return .json(.array(all.map { .object($0.masked) }))
        case ("GET", "schema"?): return .json([])
        case ("GET", "paged"?): return ServarrReplies.page([], of: request, sortKey: "id")
        case ("POST", "testall"?):
            return .json(
                .array(all.map { ["id": $0["id"] ?? 0, "isValid": true, "validationFailures": []] })
            )
        case ("POST", "test"?): return .empty()
        case ("GET", let id?):
            guard let found = all.first(where: { $0["id"]?.int == Int(id) }) else {
                return ServarrReplies.notFound
            }
            return .json(.object(found.masked))
        case ("DELETE", let id?):
            collections[name] = all.filter { $0["id"]?.int != Int(id) }
            return .json([:])
        default: return write(request, parts, in: &collections, nextID: nextID)
        }
    }

    private static func write(
        _ request: SimulatedRequest,
        _ parts: [String],
        in collections: inout [String: [JSONObject]],
        nextID: Int
    ) -> SimulatedReply {
        let name = parts[0]
        let all = collections[name] ?? []
        switch (request.method, parts.dropFirst().first) {
        case ("PUT", "update"?):
            guard let bodies = try? request.json().array else {
                return ServarrReplies.unreadable("The input was not valid.")
            }
            let changed = all.map { old in
                bodies.compactMap(\.object).last { $0["id"] == old["id"] } ?? old
            }
            collections[name] = changed
            return .json(.array(changed.map(JSONValue.object)), status: 202)
        case ("POST", nil):
            guard var body = try? request.json().object else {
                return ServarrReplies.unreadable("The input was not valid.")
            }
            body["id"] = .number(nextID)
            if name == "rootfolder" {
                body["accessible"] = true
                body["freeSpace"] = 2_000_000_000_000
                body["unmappedFolders"] = []
            }
            collections[name] = all + [body]
            return .json(.object(body.masked), status: 201)
        case ("PUT", let id?):
            guard let old = all.first(where: { $0["id"]?.int == Int(id) }) else {
                return ServarrReplies.notFound
            }
            guard let body = try? request.json().object else {
                return ServarrReplies.unreadable("The input was not valid.")
            }
            var new = body.unmasked(from: old)
            new["id"] = old["id"]
            collections[name] = all.map { $0["id"] == old["id"] ? new : $0 }
            return .json(.object(new.masked), status: 202)
        default: return ServarrReplies.notFound
        }
    }
}
