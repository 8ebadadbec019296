internal import OrderedJSON

extension SABnzbdSimulator {
    func getConfig(_ request: SimulatedRequest) -> SimulatedReply {
        var object: JSONObject = [:]
        let section = request.value("section")
        for name in ["misc", "servers", "categories", "sorters"] where section == nil || section == name {
            if name == "misc", let misc = config["misc"] {
                let keyword = request.value("keyword")
                object[name] = .object(
                    JSONObject(
                        members: misc.filter { keyword == nil || $0.key == keyword }.map {
                            ($0.key, $0.value)
                        }
                    )
                )
            } else {
                object[name] = .array((lists[name] ?? []).map(JSONValue.object))
            }
        }
        return .json(["config": .object(object)])
    }

    func setConfig(_ request: SimulatedRequest) -> SimulatedReply {
        let section = request.value("section") ?? ""
        let keyword = request.value("keyword") ?? request.value("name") ?? ""
        if section == "misc" {
            guard let old = config["misc"]?[keyword], let value = request.value("value") else {
                return .json(["status": false, "error": "Config item does not exist"])
            }
            config["misc"]?[keyword] = Self.value(value, like: old)
            return .json(["config": ["misc": .object([keyword: config["misc"]?[keyword] ?? nil])]])
        }
        guard var all = lists[section], !keyword.isEmpty else {
            return .json(["status": false, "error": "Config item does not exist"])
        }
        let known: JSONObject =
            section == "servers"
            ? SABnzbdSettings.server
            : [
                "name": "", "order": 0, "pp": "", "script": "Default", "dir": "", "newzbin": "",
                "priority": -100,
            ]
        var entry = all.first { $0["name"]?.string == keyword } ?? known
        entry["name"] = .string(keyword)
        for (key, value) in request.query where known[key] != nil && key != "name" {
            entry[key] = known[key].map { Self.value(value, like: $0) }
        }
        all.removeAll { $0["name"]?.string == keyword }
        all.append(entry)
        lists[section] = all
        return .json(["config": .object([section: [.object(entry)]])])
    }

    func deleteConfig(_ request: SimulatedRequest) -> SimulatedReply {
        let section = request.value("section") ?? ""
        lists[section]?.removeAll { $0["name"]?.string == request.value("keyword") }
        return .json(["status": true])
    }

    /// A value of a query in the type that the setting has.
    private static func value(_ text: String, like old: JSONValue) -> JSONValue {
        switch old {
        case .bool: .bool(["1", "true"].contains(text.lowercased()))
        case .number: Int(text).map { .number($0) } ?? old
        case .array: .array(text.split(separator: ",").map { .string(String($0.drop { $0 == " " })) })
        default: .string(text)
        }
    }
}
