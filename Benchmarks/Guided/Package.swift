// swift-tools-version: 6.2
import PackageDescription

// Measures masks over real vocabularies: `swift run -c release GuidedBenchmark VOCABULARY.gguf…`
let package = Package(
    name: "guided-benchmark",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "autoarr", path: "../..")],
    targets: [
        .executableTarget(
            name: "GuidedBenchmark",
            dependencies: [.product(name: "GuidedGeneration", package: "autoarr")]
        )
    ],
    swiftLanguageModes: [.v6]
)
