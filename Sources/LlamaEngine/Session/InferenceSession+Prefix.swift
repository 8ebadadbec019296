internal import LanguageModels

extension InferenceSession {
    /// Below this many tokens reading is faster than the disk.
    private static let worthKeeping = 48

    /// Sees to it that the shared part of a prompt need not be read again: it is in the context, or comes from the
    /// store, or is read now and kept there.
    ///
    /// - Returns: How many tokens had to be read for it.
    func prepareSharedPart(of job: Job, adapterPath: String?) throws -> Int {
        let count = job.prompt.sharedCount
        guard let store = prefixes, count >= Self.worthKeeping, count < job.prompt.tokens.count else {
            return 0
        }
        let shared = Array(job.prompt.tokens[..<count])
        guard !context.holds(shared, adapter: job.adapter),
            let key = key(of: shared, adapterPath: adapterPath)
        else { return 0 }
        // A refused adapter is told by the reading that follows.
        let isRestored = store.restore(key.name) { bytes in
            (try? context.readState(from: bytes, of: shared, adapter: job.adapter)) ?? false
        }
        guard !isRestored else { return 0 }
        let known = try context.read(shared, adapter: job.adapter, control: job.control)
        // Background work may have given way in between, and the context holds something else now.
        guard context.holds(shared, adapter: job.adapter), context.cached.count == count else { return 0 }
        store.save(key.name, count: context.stateSize()) { context.writeState(to: $0) }
        return count - known
    }

    private func key(of tokens: [Int32], adapterPath: String?) -> PrefixKey? {
        guard let model = fingerprint(of: model.file.path) else { return nil }
        var adapter: String?
        if let adapterPath {
            guard let found = fingerprint(of: adapterPath) else { return nil }
            adapter = found
        }
        return PrefixKey(tokens: tokens, model: model, adapter: adapter, layout: context.stateLayout)
    }

    private func fingerprint(of path: String) -> String? {
        guard let stamp = FileStamp(path: path) else { return nil }
        if let known = fingerprints[path], known.stamp == stamp { return known.text }
        guard let text = FileFingerprint.of(path: path) else { return nil }
        fingerprints[path] = (stamp, text)
        return text
    }
}
