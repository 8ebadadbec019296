internal import Foundation
internal import OrderedJSON

extension SABnzbdSimulator {
    func answer(_ mode: String, _ request: SimulatedRequest) -> SimulatedReply {
        switch mode {
        case "queue": queueReply(request)
        case "history": historyReply(request)
        case "addfile": addFile(request)
        case "pause", "resume": set(paused: mode == "pause")
        case "get_config": getConfig(request)
        case "set_config": setConfig(request)
        case "del_config": deleteConfig(request)
        case "get_cats": .json(["categories": .array((lists["categories"] ?? []).compactMap { $0["name"] })])
        case "get_scripts": .json(["scripts": ["None"]])
        case "fullstatus", "status": .json(["status": .object(fullStatus())])
        case "server_stats": .json(["total": 0, "month": 0, "week": 0, "day": 0, "servers": [:]])
        case "warnings": .json(["warnings": .array(warnings.map(JSONValue.object))])
        case "change_cat": changeCategory(request)
        case "retry": retry(request)
        case "config", "disconnect": .json(["status": true])
        default: .json(["status": false, "error": "not implemented"])
        }
    }

    private func set(paused: Bool) -> SimulatedReply {
        isPaused = paused
        return .json(["status": true])
    }

    private func queueReply(_ request: SimulatedRequest) -> SimulatedReply {
        let ids = Set((request.value("value") ?? "").split(separator: ",").map(String.init))
        switch request.value("name") {
        case "delete":
            let gone = queue.filter { ids.contains($0.id) || ids == ["all"] }.map(\.id)
            queue.removeAll { gone.contains($0.id) }
            return .json(["status": .bool(!gone.isEmpty), "nzo_ids": .array(gone.map(JSONValue.string))])
        case "pause", "resume":
            for index in queue.indices where ids.contains(queue[index].id) {
                queue[index].status = request.value("name") == "pause" ? "Paused" : "Queued"
            }
            return .json(["status": true, "nzo_ids": .array(ids.sorted().map(JSONValue.string))])
        case "priority": return .json(["position": 0])
        case "rename": return .json(["status": true])
        default: return .json(["queue": .object(queueObject(request))])
        }
    }

    private func queueObject(_ request: SimulatedRequest) -> JSONObject {
        let wanted = request.value("cat") ?? request.value("category")
        let shown = queue.filter { wanted == nil || $0.category == wanted }
        let left = shown.reduce(0) { $0 + $1.bytes - $1.done }
        return [
            "version": "4.5.0", "paused": .bool(isPaused), "pause_int": "0", "paused_all": false,
            "diskspace1": "900.00", "diskspace2": "900.00", "diskspacetotal1": "4000.00",
            "diskspacetotal2": "4000.00",
            "speedlimit": "100", "speedlimit_abs": "104857600",
            "kbpersec": queue.isEmpty ? "0.00" : "2048.00",
            "mb": .string(Self.megabytes(shown.reduce(0) { $0 + $1.bytes })),
            "mbleft": .string(Self.megabytes(left)),
            "noofslots": .number(shown.count), "noofslots_total": .number(queue.count),
            "status": .string(isPaused ? "Paused" : queue.isEmpty ? "Idle" : "Downloading"),
            "timeleft": "0:00:10",
            "start": 0, "limit": .number(request.int("limit") ?? 0), "finish": 0,
            "slots": .array(
                shown.enumerated().map { index, job in
                    [
                        "status": .string(job.status), "index": .number(index), "password": "",
                        "avg_age": "1d",
                        "script": "None", "mb": .string(Self.megabytes(job.bytes)),
                        "mbleft": .string(Self.megabytes(job.bytes - job.done)), "mbmissing": "0.0",
                        "size": .string("\(Self.megabytes(job.bytes)) MB"), "filename": .string(job.name),
                        "labels": .array(job.labels.map(JSONValue.string)), "priority": "Normal",
                        "cat": .string(job.category), "timeleft": "0:00:10",
                        "percentage": .string(String(Int(job.done / max(job.bytes, 1) * 100))),
                        "nzo_id": .string(job.id),
                        "unpackopts": "3",
                    ]
                }
            ),
        ]
    }

    private func historyReply(_ request: SimulatedRequest) -> SimulatedReply {
        let ids = Set((request.value("value") ?? "").split(separator: ",").map(String.init))
        if request.value("name") == "delete" {
            history.removeAll {
                ids.contains($0.id) || ids == ["all"] || (ids == ["failed"] && $0.status == "Failed")
            }
            historyVersion += 1
            return .json(["status": true])
        }
        if request.int("last_history_update") == historyVersion { return .json(["history": false]) }
        let wanted = request.value("cat") ?? request.value("category")
        let chosen = Set((request.value("nzo_ids") ?? "").split(separator: ",").map(String.init))
        var shown = history.filter { wanted == nil || $0.category == wanted }
        if request.bool("failed_only") == true { shown = shown.filter { $0.status == "Failed" } }
        if !chosen.isEmpty { shown = shown.filter { chosen.contains($0.id) } }
        let limit = request.int("limit") ?? 0
        let page = shown.dropFirst(request.int("start") ?? 0).prefix(limit > 0 ? limit : shown.count)
        return .json([
            "history": [
                "total_size": "0 B", "month_size": "0 B", "week_size": "0 B", "day_size": "0 B",
                "slots": .array(page.map { .object(historySlot($0)) }), "noofslots": .number(shown.count),
                "ppslots": 0,
                "last_history_update": .number(historyVersion), "version": "4.5.0",
            ]
        ])
    }

    private func historySlot(_ job: Job) -> JSONObject {
        let missing = job.segments.count { !posts.has($0) }
        let actions: [JSONValue] =
            ["Downloaded in 1 second"] + (missing > 0 ? [.string("\(missing) articles were missing")] : [])
        return [
            "completed": .number(Int(job.completed?.timeIntervalSince1970 ?? 0)), "name": .string(job.name),
            "nzb_name": .string(job.name + ".nzb"), "category": .string(job.category), "pp": "D",
            "script": "None",
            "report": "", "url": "", "status": .string(job.status), "nzo_id": .string(job.id),
            "storage": .string(job.storage), "path": .string("/data/usenet/incomplete/\(job.name)"),
            "script_line": "",
            "download_time": 1, "postproc_time": 0,
            "stage_log": [["name": "Download", "actions": .array(actions)]],
            "downloaded": .number(Int(job.done)),
            "completeness": nil, "fail_message": .string(job.failure), "url_info": "",
            "bytes": .number(Int(job.bytes)),
            "meta": nil, "series": "", "loaded": false, "archive": false, "password": nil,
            "retry": .number(job.status == "Failed" ? 1 : 0), "action_line": "",
            "size": .string("\(Self.megabytes(job.bytes)) MB"),
        ]
    }

    private func addFile(_ request: SimulatedRequest) -> SimulatedReply {
        let text = String(decoding: request.body, as: UTF8.self)
        let name = text.firstMatch(of: /filename="([^"]*)"/).map { String($0.output.1) } ?? "unknown.nzb"
        let job = name.hasSuffix(".nzb") ? String(name.dropLast(4)) : name
        let id = add(text, name: request.value("nzbname") ?? job, category: request.value("cat") ?? "*")
        return .json(["status": .bool(id != nil), "nzo_ids": .array(id.map { [.string($0)] } ?? [])])
    }

    private func changeCategory(_ request: SimulatedRequest) -> SimulatedReply {
        for index in queue.indices where queue[index].id == request.value("value") {
            queue[index].category = request.value("value2") ?? "*"
        }
        return .json(["status": true])
    }

    private func retry(_ request: SimulatedRequest) -> SimulatedReply {
        guard let index = history.firstIndex(where: { $0.id == request.value("value") }) else {
            return .json(["status": false])
        }
        let old = history.remove(at: index)
        historyVersion += 1
        let id = old.id + "r"
        queue.append(
            Job(id: id, name: old.name, category: old.category, bytes: old.bytes, segments: old.segments)
        )
        return .json(["status": true, "nzo_id": .string(id)])
    }

    private func fullStatus() -> JSONObject {
        [
            "version": "4.5.0", "paused": .bool(isPaused), "folders": [], "downloaddirspeed": 0,
            "completedirspeed": 0,
            "servers": .array(
                (lists["servers"] ?? []).map { server in
                    [
                        "servername": server["displayname"] ?? "", "serveractive": server["enable"] ?? true,
                        "serveractiveconn": 0, "servertotalconn": server["connections"] ?? 0,
                        "serverssl": server["ssl"] ?? false, "serverwarning": "", "servererror": "",
                        "serverpriority": server["priority"] ?? 0, "serveroptional": false, "serverbps": "0",
                    ]
                }
            ),
            "warnings": .array(warnings.map(JSONValue.object)),
        ]
    }

    static func megabytes(_ bytes: Double) -> String {
        let hundredths = Int((bytes / 10_485.76).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
