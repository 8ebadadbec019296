internal import CLlama
internal import Synchronization

/// Keeps what llama.cpp last said of errors: its functions return NULL, and only the log says why.
///
/// llama.cpp has one log for the whole process, hence the state of file scope.
enum LibraryLog {
    private static let errors = Mutex<[String]>([])

    /// Sends the library's log here, away from standard error.
    static func install() {
        llama_log_set(
            { level, text, _ in
                guard level == GGML_LOG_LEVEL_ERROR, let text else { return }
                LibraryLog.append(String(cString: text))
            },
            nil
        )
    }

    /// The errors since the last call, oldest first, as one line; empty when there were none.
    static func takeErrors() -> String {
        errors.withLock { lines in
            defer { lines = [] }
            return lines.joined(separator: "; ")
        }
    }

    private static func append(_ text: String) {
        let line = text.split(separator: "\n").map { $0.trimmingPrefix(while: \.isWhitespace) }.joined(
            separator: " "
        )
        guard !line.isEmpty else { return }
        errors.withLock { lines in
            lines.append(line)
            if lines.count > 8 { lines.removeFirst() }
        }
    }
}
