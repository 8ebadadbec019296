/// How many threads compute, changed while running.
///
/// llama.cpp's threads wait for one another after every operation by spinning. Beside a busy neighbour on the same
/// cores one of them is held up again and again, and all spin: two threads were measured at a tenth of the speed of
/// one. So single-token passes are timed, and where they become slow a thread less is tried; later a thread more.
package struct ThreadGovernor: Sendable {
    /// How many passes one trial takes.
    static let trialPasses = 2
    /// How many times as long as the fastest a pass may take before a thread less is tried.
    static let slow = 1.5
    /// After how many passes a thread more is tried first; each failure doubles it, up to the last.
    static let patience = 16...256

    private enum State {
        case steady
        /// Trying another number of threads; `before` is the time of a pass with the old one.
        case trial(from: Int, before: Double, times: [Double])
    }

    /// How many threads may compute.
    package let most: Int
    /// How many threads compute the next pass.
    package private(set) var threads: Int

    private var state = State.steady
    /// The fastest pass for each number of threads, in seconds.
    private var fastest: [Int: Double] = [:]
    /// The last passes at the present number.
    private var recent: [Double] = []
    private var passesSinceChange = 0
    private var patience = ThreadGovernor.patience.lowerBound

    /// A governor.
    ///
    /// - Parameter most: How many threads may compute, ≥ 1.
    package init(most: Int) {
        self.most = max(1, most)
        threads = self.most
    }

    /// A request begins; so many others were seen running on this machine's processors.
    package mutating func begin(othersRunning others: Int, processors: Int) {
        guard case .steady = state else { return }
        let free = max(1, min(most, processors - others))
        // What is seen at one moment may be over at the next. Passes over one token put it right; a prompt that is read,
        // or a choice, has none, and would otherwise stay at what a neighbour that is long gone had left.
        if free != threads { change(to: free) }
    }

    /// A pass over one token took so long, in seconds.
    package mutating func passed(seconds: Double) {
        guard most > 1 else { return }
        switch state {
        case .steady: observe(seconds)
        case .trial(let from, let before, var times):
            times.append(seconds)
            if times.count < Self.trialPasses {
                state = .trial(from: from, before: before, times: times)
            } else {
                judge(times.min() ?? seconds, against: before, from: from)
            }
        }
    }

    private mutating func observe(_ seconds: Double) {
        recent.append(seconds)
        if recent.count > Self.trialPasses { recent.removeFirst() }
        passesSinceChange += 1
        let best = min(fastest[threads] ?? seconds, seconds)
        // The context grows, and with it a pass; what was fastest is slowly forgotten.
        fastest[threads] = best * 1.002
        guard recent.count == Self.trialPasses, let now = recent.min() else { return }
        if threads > 1, now > best * Self.slow {
            begin(threads - 1, before: now)
        } else if threads < most, passesSinceChange >= patience {
            begin(threads + 1, before: now)
        }
    }

    private mutating func begin(_ other: Int, before: Double) {
        state = .trial(from: threads, before: before, times: [])
        threads = other
    }

    private mutating func judge(_ time: Double, against before: Double, from old: Int) {
        state = .steady
        fastest[threads] = min(fastest[threads] ?? time, time)
        let isBetter = time < before * 0.95
        if isBetter {
            patience = Self.patience.lowerBound
            change(to: threads)
            return
        }
        if threads > old { patience = min(patience * 2, Self.patience.upperBound) }
        change(to: old)
        // A thread less was no better: what is slow now is the new measure, or it would be tried at every pass.
        if threads > 1, time >= before * 0.95 {
            fastest[old] = max(fastest[old] ?? before, before / Self.slow)
        }
    }

    private mutating func change(to count: Int) {
        threads = count
        passesSinceChange = 0
        recent = []
    }
}
