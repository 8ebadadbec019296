internal import HTTPTypes
package import Hummingbird
package import LanguageModels
package import ModelStore
internal import OrderedJSON

/// `GET /api/v1/models`, `POST /models/pull` and `POST /models/use`: the model files of the house.
package struct ModelsController: Controller {
    private let store: ModelStore
    private let model: any LanguageModel
    private let configured: (source: ModelSource, path: String)
    private let use: @Sendable (String) async throws -> Void

    /// The routes of a store.
    ///
    /// - Parameters:
    ///   - store: The model files.
    ///   - model: The large model, asked which file it uses.
    ///   - configured: What is fetched where when a caller names nothing: `MODEL_URL` and `MODEL_PATH`.
    ///   - use: Changes the model without a restart, and keeps the choice.
    package init(
        store: ModelStore,
        model: any LanguageModel,
        configured: (source: ModelSource, path: String),
        use: @escaping @Sendable (String) async throws -> Void
    ) {
        self.store = store
        self.model = model
        self.configured = configured
        self.use = use
    }

    package func addRoutes(to group: RouterGroup<AppRequestContext>) {
        group.get("models") { _, _ in Response.json(try JSONValue(encoding: await list())) }
        group.post("models/pull") { request, context in
            let wanted = try await request.decode(as: Wanted.self, context: context)
            return try await pull(wanted, for: request)
        }
        group.post("models/use") { request, context in
            let wanted = try await request.decode(as: Wanted.self, context: context)
            guard let name = wanted.name ?? wanted.path else { throw Self.nothingNamed }
            try await use(try store.path(of: name))
            return Response.json(try JSONValue(encoding: try await model.describe()))
        }
    }

    private struct Wanted: Decodable, Sendable {
        let name: String?
        let path: String?
        let url: String?
        let sha256: String?
    }

    private struct Listed: Encodable, Sendable {
        let name: String
        let title: String?
        let path: String?
        let bytes: Int
        let licence: String?
        let isInstalled: Bool
        let isCurrent: Bool
        let isLoaded: Bool
        let progress: ModelProgress?
    }

    private struct Models: Encodable, Sendable {
        let items: [Listed]
        /// The file in use, or the one that is waited for.
        let current: String
    }

    private static let nothingNamed = Problem(
        .badRequest,
        "name a model of the list, or the path of a file",
        members: ["parameter": "name"]
    )

    private func list() async -> Models {
        let current = try? await model.describe()
        let installed = store.installed()
        var items: [Listed] = []
        for file in installed {
            items.append(
                Listed(
                    name: file.name,
                    title: CatalogueModel.named(file.name)?.title,
                    path: file.path,
                    bytes: file.bytes,
                    licence: CatalogueModel.named(file.name)?.licence,
                    isInstalled: true,
                    isCurrent: file.path == current?.path,
                    isLoaded: file.path == current?.path && current?.isLoaded == true,
                    progress: nil
                )
            )
        }
        for known in CatalogueModel.all where !installed.contains(where: { $0.name == known.name }) {
            let path = try? store.path(of: known.name)
            var progress: ModelProgress?
            if let path { progress = await store.progress(of: path) }
            items.append(
                Listed(
                    name: known.name,
                    title: known.title,
                    path: nil,
                    bytes: known.bytes,
                    licence: known.licence,
                    isInstalled: false,
                    isCurrent: false,
                    isLoaded: false,
                    progress: progress
                )
            )
        }
        return Models(items: items, current: current?.path ?? configured.path)
    }

    private func pull(_ wanted: Wanted, for request: Request) async throws -> Response {
        let source: ModelSource
        let path: String
        if let url = wanted.url {
            // A name given beside a URL only says what the file is called; it must not lead out of the directory.
            let last = url.prefix { $0 != "?" }.split(separator: "/").last.map(String.init) ?? ""
            let file = wanted.name.map { $0.hasSuffix(".gguf") ? $0 : $0 + ".gguf" } ?? last
            guard file.hasSuffix(".gguf"), file.count > 5, !file.contains("/") else {
                throw Problem(
                    .badRequest,
                    "the URL does not end in the name of a .gguf file",
                    members: ["parameter": "url"]
                )
            }
            source = ModelSource(url: url, sha256: wanted.sha256)
            path = store.directory + "/" + file
        } else if let name = wanted.name {
            guard let known = CatalogueModel.named(name) else {
                throw ModelStoreError.unknownModel(name).problem
            }
            source = ModelSource(url: known.url, sha256: known.sha256)
            path = try store.path(of: name)
        } else {
            (source, path) = configured
        }
        let progress = await store.fetch(source, to: path)
        guard request.headers[.accept]?.contains("text/event-stream") == true else {
            return Response.json(["path": .string(path)], status: .accepted)
        }
        let (events, output) = AsyncStream<ServerSentEvent>.makeStream()
        let pump = Task {
            do {
                for try await step in progress {
                    output.yield(ServerSentEvent(name: "progress", data: try JSONValue(encoding: step)))
                }
                output.yield(ServerSentEvent(name: "done", data: ["path": .string(path)]))
            } catch {
                output.yield(ServerSentEvent(name: "failed", data: ["detail": .string("\(error)")]))
            }
            output.finish()
        }
        output.onTermination = { _ in pump.cancel() }
        return Response.serverSentEvents(to: request, events)
    }
}

extension ModelStoreError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .unknownModel: Problem(.notFound, description)
        case .inUse: Problem(.conflict, description)
        case .invalidURL: Problem(.badRequest, description, members: ["parameter": "url"])
        case .notWritable, .noSpace:
            Problem(.init(code: 507, reasonPhrase: "Insufficient Storage"), description)
        case .refused, .interrupted, .wrongHash, .notAModel: Problem(.badGateway, description)
        }
    }
}

extension LanguageModelError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .noModel(let path):
            Problem(.notFound, "there is no model file at \(path); fetch one, or set MODEL_PATH")
        case .unreadableModel(let path, let reason):
            Problem(.unprocessableContent, "\(path) cannot be used: \(reason)")
        case .unusableAdapter(let path, let reason):
            Problem(.unprocessableContent, "the adapter \(path) cannot be used: \(reason)")
        case .contextExceeded(let prompt, let context):
            Problem(
                .unprocessableContent,
                "the text has \(prompt) tokens, and \(context) are the most (MODEL_CONTEXT)"
            )
        case .unusableGuide(let reason):
            Problem(.unprocessableContent, "the guide cannot be followed: \(reason)")
        case .unusableAnswer(let reason):
            Problem(.badGateway, "the model's answer cannot be used: \(reason)")
        case .invalidRequest(let reason): Problem(.badRequest, reason)
        case .notEnoughMemory(let needed, let available):
            Problem(
                .serviceUnavailable,
                "the model needs \(needed >> 20) MiB, and \(available >> 20) MiB are left; use a smaller one"
            )
        case .busy(let seconds): busy(seconds)
        case .engineStopped(let reason):
            Problem(.serviceUnavailable, "the engine stopped: \(reason); try again")
        }
    }

    private func busy(_ seconds: Double) -> Problem {
        var problem = Problem(
            .serviceUnavailable,
            "the model is busy for about \(Int(seconds.rounded(.up))) seconds"
        )
        problem.headers[.retryAfter] = String(Int(seconds.rounded(.up)))
        return problem
    }
}
