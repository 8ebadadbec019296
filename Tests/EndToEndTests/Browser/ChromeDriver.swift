import Foundation
import Synchronization

/// The `chromedriver` process of one test, on a port that it chose.
final class ChromeDriver: Sendable {
    /// Where Debian and most others put both programs.
    static let driver = "/usr/bin/chromedriver"
    static let browser = "/usr/bin/chromium"

    /// Whether both programs are installed.
    static var isInstalled: Bool {
        [driver, browser].allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// The port that it listens on.
    let port: Int
    private let process: Mutex<Process>

    /// Starts it and waits for the line with its port.
    init() async throws {
        let process = Process()
        process.executableURL = URL(filePath: Self.driver)
        process.arguments = ["--port=0"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        let (lines, feed) = AsyncStream<String>.makeStream()
        output.fileHandleForReading.readabilityHandler = { handle in
            let data = handle.availableData
            if data.isEmpty { feed.finish() } else { feed.yield(String(decoding: data, as: UTF8.self)) }
        }
        try process.run()
        var text = ""
        var found: Int?
        for await piece in lines {
            text += piece
            if let match = text.firstMatch(of: #/successfully on port (\d+)/#) {
                found = Int(match.1)
                break
            }
        }
        output.fileHandleForReading.readabilityHandler = nil
        guard let found else { throw BrowserError(what: "chromedriver did not start: \(text)") }
        port = found
        self.process = Mutex(process)
    }

    /// Ends it and every browser that it started.
    func stop() { process.withLock { if $0.isRunning { $0.terminate() } } }
}

/// What the browser did not do.
struct BrowserError: Error, CustomStringConvertible {
    let what: String
    var description: String { what }
}
