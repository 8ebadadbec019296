import Foundation
import GuidedGeneration

// Each schema is followed 30 times by random allowed tokens within 400 tokens; printed are the time from the schema's text to
// the first mask, and the time of each mask after it, those that were kept from before included, as in use.
let schemas = [
    (
        "request",
        #"""
        {"type": "object", "properties": {"kind": {"enum": ["movie", "series"]}, "title": {"type": "string", "maxLength": 80},
        "year": {"type": ["integer", "null"], "minimum": 1900, "maximum": 2030}, "season": {"type": ["integer", "null"],
        "minimum": 0, "maximum": 60}, "quality": {"enum": ["any", "720p", "1080p", "2160p"]}},
        "required": ["kind", "title", "year", "season", "quality"]}
        """#
    ),
    (
        "nested",
        ##"""
        {"type": "array", "maxItems": 8, "items": {"anyOf": [{"type": "number", "minimum": -1.5, "exclusiveMaximum": 99.25},
        {"type": "string", "format": "date-time"}, {"type": "string", "pattern": "^[a-z]{1,40}$"}, {"$ref": "#"}]}}
        """##
    ),
    ("any value", "{}"),
]

func percentile(_ sorted: [Double], _ share: Double) -> Double {
    sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
}
func figure(_ value: Double) -> String { String(format: "%9.1f", value) }

/// The time that this thread has had on a processor, in µs: other programs on the machine do not count.
func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
}

for path in CommandLine.arguments.dropFirst() {
    let file = try GGUFVocabulary(path: path)
    let start = processorTime()
    let vocabulary = file.vocabulary
    print(
        "\(path): \(vocabulary.tokenCount) tokens, tree built in \(Int((processorTime() - start) / 1_000)) ms of processor time"
    )
    print("schema      masks  first µs   mean µs    p50 µs    p99 µs    max µs")
    for (name, schema) in schemas {
        var random = SeededGenerator(seed: 1)
        var times: [Double] = []
        let start = processorTime()
        let matcher = try GuideMatcher(guide: CompiledGuide(.schema(schema)), vocabulary: vocabulary)
        _ = try GuidedDecoder(matcher: matcher, budget: 400).mask()
        let first = processorTime() - start
        for _ in 0..<30 {
            var decoder = try GuidedDecoder(matcher: matcher, budget: 400)
            while !decoder.mustEnd {
                let start = processorTime()
                let mask = try decoder.mask()
                times.append(processorTime() - start)
                guard let token = mask.tokens.randomElement(using: &random) else { break }
                try decoder.accept(token)
            }
        }
        times.sort()
        let mean = times.reduce(0, +) / Double(times.count)
        print(
            name.padding(toLength: 10, withPad: " ", startingAt: 0),
            String(format: "%6d", times.count),
            figure(first),
            figure(mean),
            figure(percentile(times, 0.5)),
            figure(percentile(times, 0.99)),
            figure(times.last ?? 0)
        )
    }
}
