internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// `GET /metrics`: Prometheus text.
struct MetricsController: Controller {
    let requests: RequestMetrics
    let further: @Sendable () async -> [Metric]

    func addRoutes(to group: RouterGroup<AppRequestContext>) {
        group.get("metrics") { _, _ in
            let metrics = process() + answered() + (await further())
            return Response(
                status: .ok,
                headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: Self.text(of: metrics)))
            )
        }
    }

    /// Figures of one name stand together, under one line that explains them.
    static func text(of metrics: [Metric]) -> String {
        var order: [String] = []
        var groups: [String: [Metric]] = [:]
        for metric in metrics {
            if groups[metric.name] == nil { order.append(metric.name) }
            groups[metric.name, default: []].append(metric)
        }
        return order.compactMap { groups[$0] }.map { group in
            guard let first = group.first else { return "" }
            return "# HELP \(first.name) \(first.help)\n# TYPE \(first.name) \(first.kind.rawValue)\n"
                + group.map { $0.line + "\n" }.joined()
        }.joined()
    }

    private func answered() -> [Metric] {
        requests.all.map { label, count in
            Metric(
                "autoarr_http_responses_total",
                help: "Answers by method and class of status.",
                kind: .counter,
                labels: [("method", label.method), ("status", label.status)],
                value: Double(count)
            )
        }
    }

    /// What Linux says of this process; nothing elsewhere.
    private func process() -> [Metric] {
        guard let status = FileManager.default.contents(atPath: "/proc/self/status") else { return [] }
        var metrics: [Metric] = []
        for line in String(decoding: status, as: UTF8.self).split(separator: "\n") {
            let words = line.split { $0 == " " || $0 == "\t" }
            guard words.count > 1, let number = Double(words[1]) else { continue }
            switch words[0] {
            case "VmRSS:":
                metrics.append(
                    Metric(
                        "process_resident_memory_bytes",
                        help: "Resident memory in bytes.",
                        kind: .gauge,
                        value: number * 1024
                    )
                )
            case "Threads:":
                metrics.append(Metric("process_threads", help: "Threads.", kind: .gauge, value: number))
            default: continue
            }
        }
        return metrics
    }
}
