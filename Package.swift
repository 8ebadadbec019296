// swift-tools-version: 6.2
import PackageDescription

// llama.cpp is built by `scripts/llama` into a cache outside the tree; `llama` there links to the current build.
// A manifest sees no other state of the machine, so the place is either the default or named by one variable.
let environment = Context.environment
let cache =
    environment["AUTOARR_CACHE"]
    ?? (environment["XDG_CACHE_HOME"] ?? (environment["HOME"] ?? "/root") + "/.cache") + "/autoarr"
let llama = cache + "/llama"

let package = Package(
    name: "autoarr",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "autoarr", targets: ["autoarr"]),
        .library(name: "GuidedGeneration", targets: ["GuidedGeneration"]),
        .library(name: "LanguageModels", targets: ["LanguageModels"]),
        .library(name: "ServiceSimulators", targets: ["ServiceSimulators"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        // MARK: Layer 0: values and C, no dependency on the rest
        .systemLibrary(name: "CLlama"),
        .target(name: "GuidedGeneration", dependencies: ["OrderedJSON"]),
        .target(name: "MediaDomain"),
        .target(name: "OrderedJSON"),

        // MARK: Layer 1: how we speak to models and to services
        .target(name: "DownloadClients", dependencies: ["MediaDomain", "OrderedJSON", "ServiceHTTP"]),
        .target(name: "LanguageModels", dependencies: ["GuidedGeneration", "OrderedJSON"]),
        .target(name: "MediaServers", dependencies: ["MediaDomain", "OrderedJSON", "ServiceHTTP"]),
        .target(name: "ServarrClient", dependencies: ["MediaDomain", "OrderedJSON", "ServiceHTTP"]),
        .target(
            name: "ServiceHTTP",
            dependencies: ["MediaDomain", "OrderedJSON", .product(name: "Logging", package: "swift-log")]
        ),

        // MARK: Layer 2: the features
        .target(
            name: "Accounts",
            dependencies: [
                "MediaDomain", "OrderedJSON", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]
        ),
        .target(
            name: "Activity",
            dependencies: ["MediaDomain", "OrderedJSON", .product(name: "Logging", package: "swift-log")]
        ),
        .target(
            name: "ConfigurationAudit",
            dependencies: [
                "Activity", "Connections", "DownloadClients", "MediaDomain", "OrderedJSON", "ServarrClient",
                "ServiceHTTP", .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .target(
            name: "Connections",
            dependencies: [
                "DownloadClients", "MediaDomain", "MediaServers", "OrderedJSON", "ServarrClient",
                "ServiceHTTP",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .target(
            name: "ContentRequests",
            dependencies: [
                "Activity", "Connections", "DownloadClients", "LanguageModels", "MediaDomain", "OrderedJSON",
                "ServarrClient", "ServiceHTTP", "Understanding",
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .target(
            name: "QueueRecovery",
            dependencies: [
                "Activity", "Connections", "DownloadClients", "MediaDomain", "OrderedJSON", "ServarrClient",
                "ServiceHTTP", "Understanding", .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        .target(
            name: "Understanding",
            dependencies: ["GuidedGeneration", "LanguageModels", "MediaDomain", "OrderedJSON"]
        ),

        // MARK: Layer 3: adapters, each the only importer of its library
        .target(
            name: "AsyncHTTPTransport",
            dependencies: [
                "ServiceHTTP", .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]
        ),
        .target(
            name: "LlamaEngine",
            dependencies: [
                "CLlama", "GuidedGeneration", "LanguageModels",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .target(
            name: "ModelStore",
            dependencies: [
                "LanguageModels", "ServiceHTTP", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .target(
            name: "ModelWorker",
            dependencies: [
                "GuidedGeneration", "LanguageModels", "LlamaEngine",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        .target(
            name: "SQLiteStore",
            dependencies: [
                "Accounts", "Activity", "ConfigurationAudit", "Connections", "ContentRequests", "MediaDomain",
                "OrderedJSON", "QueueRecovery", .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .target(
            name: "WebAPI",
            dependencies: [
                "Accounts", "Activity", "ConfigurationAudit", "Connections", "ContentRequests",
                "GuidedGeneration",
                "LanguageModels", "MediaDomain", "ModelStore", "OrderedJSON", "QueueRecovery",
                "Understanding",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            resources: [.copy("Assets")]
        ),

        // MARK: Layer 4: the program
        .executableTarget(
            name: "autoarr",
            dependencies: [
                "Accounts", "Activity", "AutoArrApp", "ConfigurationAudit", "Connections", "ContentRequests",
                "LanguageModels", "MediaDomain", "ModelWorker", "OrderedJSON",
                "QueueRecovery", "Understanding",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .target(
            name: "AutoArrApp",
            dependencies: [
                "Accounts", "Activity", "AsyncHTTPTransport", "ConfigurationAudit", "Connections",
                "ContentRequests",
                "DownloadClients", "LanguageModels", "LlamaEngine", "MediaDomain", "ModelStore",
                "ModelWorker",
                "OrderedJSON", "QueueRecovery", "SQLiteStore", "ServarrClient", "ServiceHTTP",
                "ServiceSimulators",
                "Understanding", "WebAPI", .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            resources: [.copy("House")]
        ),

        // MARK: Support: a stack to try things with, in tests and in the demo
        .target(
            name: "ServiceSimulators",
            dependencies: [
                "AsyncHTTPTransport", "MediaDomain", "OrderedJSON", "ServiceHTTP",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ]
        ),
        .target(
            name: "TestSupport",
            dependencies: [
                "AsyncHTTPTransport", "LanguageModels", "OrderedJSON", "ServiceHTTP", "ServiceSimulators",
                .product(name: "Logging", package: "swift-log"),
            ],
            path: "Tests/TestSupport"
        ),

        // MARK: Tests
        .testTarget(name: "AccountsTests", dependencies: ["Accounts", "SQLiteStore", "TestSupport"]),
        .testTarget(name: "ActivityTests", dependencies: ["Activity", "TestSupport"]),
        .testTarget(
            name: "ConfigurationAuditTests",
            dependencies: ["ConfigurationAudit", "SQLiteStore", "TestSupport"]
        ),
        .testTarget(name: "ConnectionsTests", dependencies: ["Connections", "SQLiteStore", "TestSupport"]),
        .testTarget(
            name: "ContentRequestsTests",
            dependencies: [
                "Activity", "AsyncHTTPTransport", "ContentRequests", "LlamaEngine", "MediaDomain",
                "OrderedJSON",
                "SQLiteStore",
                "ServarrClient",
                "ServiceHTTP", "ServiceSimulators", "Understanding",
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .testTarget(
            name: "DownloadClientsTests",
            dependencies: ["Connections", "DownloadClients", "MediaDomain", "TestSupport"]
        ),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "AsyncHTTPTransport", "Accounts", "AutoArrApp", "ContentRequests", "OrderedJSON",
                "ServiceHTTP",
                "ServiceSimulators", "TestSupport",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        .testTarget(name: "GuidedGenerationTests", dependencies: ["GuidedGeneration", "TestSupport"]),
        .testTarget(name: "LanguageModelsTests", dependencies: ["LanguageModels"]),
        .testTarget(name: "LlamaEngineTests", dependencies: ["LlamaEngine", "TestSupport"]),
        .testTarget(name: "MediaServersTests", dependencies: ["MediaDomain", "MediaServers", "TestSupport"]),
        .testTarget(
            name: "ModelStoreTests",
            dependencies: ["ModelStore", "TestSupport", .product(name: "Crypto", package: "swift-crypto")]
        ),
        .testTarget(name: "ModelWorkerTests", dependencies: ["ModelWorker", "TestSupport"]),
        .testTarget(name: "OrderedJSONTests", dependencies: ["OrderedJSON"]),
        .testTarget(
            name: "QueueRecoveryTests",
            dependencies: ["QueueRecovery", "SQLiteStore", "TestSupport"]
        ),
        .testTarget(name: "ServarrClientTests", dependencies: ["ServarrClient", "TestSupport"]),
        .testTarget(name: "ServiceHTTPTests", dependencies: ["ServiceHTTP", "TestSupport"]),
        .testTarget(name: "ServiceSimulatorsTests", dependencies: ["ServiceSimulators", "TestSupport"]),
        .testTarget(
            name: "UnderstandingTests",
            dependencies: [
                "LanguageModels", "LlamaEngine", "MediaDomain", "OrderedJSON", "TestSupport", "Understanding",
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .testTarget(
            name: "WebAPITests",
            dependencies: [
                "Accounts", "Activity", "AsyncHTTPTransport", "OrderedJSON", "SQLiteStore", "ServiceHTTP",
                "TestSupport",
                "WebAPI", .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)

// One configuration for every target of ours: the six features that Swift 6.3 still gates, and no warning let through.
let swiftSettings: [SwiftSetting] =
    [
        "ExistentialAny", "ImmutableWeakCaptures", "InferIsolatedConformances", "InternalImportsByDefault",
        "MemberImportVisibility", "NonisolatedNonsendingByDefault",
    ].map { .enableUpcomingFeature($0) } + [.treatAllWarnings(as: .error)]
let llamaHeaders: [SwiftSetting] = [.unsafeFlags(["-Xcc", "-I\(llama)/include"])]
let llamaLibraries: [LinkerSetting] = [
    .unsafeFlags([
        "-L\(llama)/lib", "-Xlinker", "-rpath", "-Xlinker", "\(llama)/lib", "-Xlinker", "-rpath", "-Xlinker",
        "$ORIGIN/lib",
    ])
]
for target in package.targets where target.type != .system {
    target.swiftSettings = swiftSettings + (target.swiftSettings ?? [])
    // Whoever reaches the engine may have to read its headers again, when they have changed.
    let engine = ["LlamaEngine", "ModelWorker", "AutoArrApp"]
    let dependencies = target.dependencies.map { dependency in
        if case .byNameItem(let name, _) = dependency { name } else { "" }
    }
    if !Set(engine).isDisjoint(with: dependencies + [target.name]) {
        target.swiftSettings = (target.swiftSettings ?? []) + llamaHeaders
    }
    if target.name == "LlamaEngine" { target.linkerSettings = llamaLibraries }
}
