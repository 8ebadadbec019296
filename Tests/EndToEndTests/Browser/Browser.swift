import AsyncHTTPTransport
import Foundation
import OrderedJSON
import ServiceHTTP

/// A real Chromium, driven by WebDriver over HTTP.
struct Browser: Sendable {
    private let base: String
    private let transport: AsyncHTTPTransport
    private let folder: URL

    /// Runs a body with a browser of its own.
    ///
    /// Screenshots go to the folder that `AUTOARR_SCREENSHOTS` names, otherwise below the build folder.
    static func running(_ body: @Sendable (Browser) async throws -> Void) async throws {
        let profile = FileManager.default.temporaryDirectory.appending(
            path: "autoarr-chromium-\(UUID().uuidString)"
        )
        defer { try? FileManager.default.removeItem(at: profile) }
        let driver = try await ChromeDriver()
        let transport = AsyncHTTPTransport()
        do {
            let browser = try await Browser(driver: driver, transport: transport, profile: profile)
            try await body(browser)
            _ = try await browser.command(.delete, "", nil)
        } catch {
            driver.stop()
            try await transport.shutdown()
            throw error
        }
        driver.stop()
        try await transport.shutdown()
    }

    private init(driver: ChromeDriver, transport: AsyncHTTPTransport, profile: URL) async throws {
        self.transport = transport
        let place = ProcessInfo.processInfo.environment["AUTOARR_SCREENSHOTS"] ?? ".build/screenshots"
        folder = URL(filePath: place)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let arguments: [JSONValue] = [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-networking", "--hide-scrollbars", "--lang=en",
            .string("--user-data-dir=\(profile.path)"),
        ]
        let wanted: JSONValue = [
            "capabilities": [
                "alwaysMatch": [
                    "browserName": "chrome",
                    "goog:chromeOptions": [
                        "binary": .string(ChromeDriver.browser), "args": .array(arguments),
                    ],
                    "goog:loggingPrefs": ["browser": "ALL"],
                    "timeouts": ["script": 60000, "pageLoad": 120_000],
                ]
            ]
        ]
        let root = "http://127.0.0.1:\(driver.port)/session"
        let reply = try await Self.send(.post, root, wanted, over: transport)
        guard let id = reply["sessionId"]?.string else {
            throw BrowserError(what: "no session: \(reply.text())")
        }
        base = "\(root)/\(id)"
    }

    /// Goes to an address and waits until it is loaded.
    func open(_ url: String) async throws { _ = try await command(.post, "/url", ["url": .string(url)]) }

    /// The address that is shown.
    func address() async throws -> String { try await command(.get, "/url", nil).string ?? "" }

    /// Takes the size and kind of a screen; a phone is one of touch with two dots to a pixel.
    func resize(width: Int, height: Int) async throws {
        let isPhone = width < 600
        let parameters: JSONValue = [
            "width": .number(width), "height": .number(height), "deviceScaleFactor": .number(isPhone ? 2 : 1),
            "mobile": .bool(isPhone),
        ]
        _ = try await command(
            .post,
            "/goog/cdp/execute",
            ["cmd": "Emulation.setDeviceMetricsOverride", "params": parameters]
        )
    }

    /// Shows the page as for somebody who prefers dark colours, or light ones.
    func prefer(dark: Bool) async throws {
        let feature: JSONValue = ["name": "prefers-color-scheme", "value": .string(dark ? "dark" : "light")]
        _ = try await command(
            .post,
            "/goog/cdp/execute",
            ["cmd": "Emulation.setEmulatedMedia", "params": ["features": [feature]]]
        )
    }

    /// Clicks on the first element of a selector, as soon as there is one.
    func click(_ selector: String, containing text: String = "") async throws {
        try await wait(for: selector, containing: text)
        _ = try await command(.post, "/element/\(try await element(selector, text))/click", [:])
    }

    /// Types into the first element of a selector, in place of what stands there.
    func type(_ text: String, into selector: String) async throws {
        try await wait(for: selector)
        let id = try await element(selector, "")
        _ = try await command(.post, "/element/\(id)/clear", [:])
        _ = try await command(.post, "/element/\(id)/value", ["text": .string(text)])
    }

    /// Writes a picture of what is shown.
    func screenshot(_ name: String) async throws {
        // Pictures of a page that still moves tell nothing.
        _ = try await run(
            """
            await new Promise((done) => {
              requestAnimationFrame(() => requestAnimationFrame(done));
              setTimeout(done, 1000);
            });
            """
        )
        let picture = try await command(.get, "/screenshot", nil)
        guard let data = picture.string.flatMap({ Data(base64Encoded: $0) }) else {
            throw BrowserError(what: "no picture of \(name)")
        }
        try data.write(to: folder.appending(path: name + ".png"))
    }

    /// Runs a script's text as the body of an async function; its arguments are in `arguments`.
    @discardableResult
    func run(_ script: String, _ arguments: [JSONValue] = []) async throws -> JSONValue {
        let body = """
            const done = arguments[arguments.length - 1];
            (async () => { \(script) })().then(
              (value) => done({ value: value ?? null }), (error) => done({ error: String(error) }));
            """
        let result = try await command(
            .post,
            "/execute/async",
            ["script": .string(body), "args": .array(arguments)]
        )
        if let error = result["error"]?.string { throw BrowserError(what: error) }
        return result["value"] ?? .null
    }

    /// What the page wrote to the console, errors of loading among it.
    func console() async throws -> [String] {
        let log = try await command(.post, "/se/log", ["type": "browser"])
        return (log.array ?? []).compactMap { $0["message"]?.string }
    }

    func element(_ selector: String, _ text: String) async throws -> String {
        let found = try await command(
            .post,
            "/execute/sync",
            [
                "script":
                    "return [...document.querySelectorAll(arguments[0])].find((one) => one.textContent.includes(arguments[1]));",
                "args": [.string(selector), .string(text)],
            ]
        )
        guard let id = found["element-6066-11e4-a52e-4f735466cecf"]?.string else {
            throw BrowserError(what: "there is no \(selector) with \"\(text)\"")
        }
        return id
    }

    private func command(_ method: HTTPMethod, _ path: String, _ body: JSONValue?) async throws -> JSONValue {
        try await Self.send(method, base + path, body, over: transport)
    }

    private static func send(
        _ method: HTTPMethod,
        _ url: String,
        _ body: JSONValue?,
        over transport: AsyncHTTPTransport
    ) async throws -> JSONValue {
        let request = HTTPRequest(
            method: method,
            url: url,
            headers: ["Content-Type": "application/json"],
            body: body.map { Array($0.text().utf8) } ?? []
        )
        let reply = try await transport.send(request, trust: .system, limit: 64 << 20)
        let value = try JSONValue(parsing: reply.body)["value"] ?? .null
        guard reply.status == 200 else {
            throw BrowserError(
                what: "\(value["error"]?.string ?? ""): \(value["message"]?.string?.prefix(400) ?? "")"
            )
        }
        return value
    }
}
