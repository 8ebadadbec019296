internal import Foundation

/// The checks that need no service: machine, memory, data directory, models.
package enum MachineChecks {
    /// Looks at the machine and at what the configuration names.
    package static func run(_ configuration: Configuration) -> [CheckResult] {
        let machine = MachineReport()
        return [
            processor(machine), memory(machine), dataDirectory(configuration.dataDirectory),
            houseModel(configuration), largeModel(configuration, machine: machine),
        ]
    }

    private static func processor(_ machine: MachineReport) -> CheckResult {
        let features =
            machine.features.isEmpty
            ? "no vector features that we know" : machine.features.joined(separator: ", ")
        let text = "\(machine.processors) × \(machine.processorName) (\(features))"
        guard machine.features.contains(where: ["avx2", "asimddp"].contains) else {
            return CheckResult(
                "processor",
                .warning,
                text,
                advice:
                    "the house model answers well here; a large model will write slowly, so prefer one of 0.5 to 1.5 billion weights"
            )
        }
        return CheckResult("processor", .ok, text)
    }

    private static func memory(_ machine: MachineReport) -> CheckResult {
        let text = "\(ByteText.of(machine.availableMemory)) of \(ByteText.of(machine.memory)) available"
        guard machine.availableMemory < 300_000_000 else { return CheckResult("memory", .ok, text) }
        return CheckResult(
            "memory",
            .warning,
            text,
            advice: "too little for a model now; rules answer until there is more"
        )
    }

    private static func dataDirectory(_ directory: URL) -> CheckResult {
        let path = directory.path
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory.boolValue
        else {
            return CheckResult(
                "data directory",
                .error,
                "\(path) is not there",
                advice: "mount a volume there, or set AUTOARR_DATA"
            )
        }
        guard FileManager.default.isWritableFile(atPath: path) else {
            return CheckResult(
                "data directory",
                .error,
                "\(path) is not writable for user \(getuid())",
                advice: "give it to that user (chown), or run the container as the user that owns it"
            )
        }
        return CheckResult("data directory", .ok, "\(path) is writable")
    }

    private static func houseModel(_ configuration: Configuration) -> CheckResult {
        let models = URL(fileURLWithPath: configuration.model.path).deletingLastPathComponent()
        guard
            let files = HouseModelFiles.find(environment: configuration.environment, modelsDirectory: models)
        else {
            return CheckResult(
                "house model",
                .warning,
                "its base \(HouseModelFiles.baseName) is missing",
                advice:
                    "run scripts/starter-model, or set HOUSE_MODEL_PATH; until then sentences are read on rules"
            )
        }
        guard let adapter = files.adapter else {
            return CheckResult(
                "house model",
                .warning,
                "\(files.base.path) without its adapter",
                advice: "set HOUSE_ADAPTER_PATH"
            )
        }
        return CheckResult("house model", .ok, "\(files.base.path) with \(adapter.lastPathComponent)")
    }

    private static func largeModel(_ configuration: Configuration, machine: MachineReport) -> CheckResult {
        let path = configuration.model.path
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? nil
        guard let size else {
            return CheckResult(
                "large model",
                .warning,
                "\(path) is missing",
                advice:
                    "it is fetched from MODEL_URL when the server runs; everything but prose works without it"
            )
        }
        let text = "\(path), \(ByteText.of(size))"
        guard size + 300_000_000 > machine.availableMemory else {
            return CheckResult("large model", .ok, text)
        }
        return CheckResult(
            "large model",
            .warning,
            text + ", more than the memory available",
            advice: "use a smaller one: autoarr model list"
        )
    }
}

/// Sizes for people.
package enum ByteText {
    /// A size in decimal units: `1.4 GB`.
    package static func of(_ bytes: Int) -> String {
        let units = [(1e9, "GB"), (1e6, "MB"), (1e3, "kB")]
        guard let (factor, unit) = units.first(where: { Double(bytes) >= $0.0 }) else {
            return "\(bytes) bytes"
        }
        return "\((Double(bytes) / factor * 10).rounded() / 10) \(unit)"
    }
}
