/// When a call is sent again, and after how long.
///
/// A pure decision. All attempts together stay within the call's own time, so a service that hangs is asked once.
package struct RetryPolicy: Sendable, Hashable {
    /// The most attempts, the first one included.
    package var attempts: Int
    /// The pause before the second attempt, doubled each time.
    package var firstPause: Duration
    /// The longest pause of our own choosing.
    package var longestPause: Duration

    /// A policy.
    package init(
        attempts: Int = 3,
        firstPause: Duration = .milliseconds(400),
        longestPause: Duration = .seconds(5)
    ) {
        self.attempts = attempts
        self.firstPause = firstPause
        self.longestPause = longestPause
    }

    /// What happened to an attempt, as far as sending again is concerned.
    enum Failure: Hashable {
        /// Nothing was sent: no connection.
        case notSent
        /// The service turned us away without acting: 429, 503.
        case turnedAway(retryAfter: Duration?)
        /// It may have acted.
        case unsure
    }

    /// How long to wait before the next attempt, nil for not again.
    ///
    /// `made` counts the attempts so far, ≥ 1; `random` is within 0..<1, as half the pause is fixed and half is chance;
    /// `remaining` is what is left of the call's time.
    func pause(
        after failure: Failure,
        purpose: ServiceRequest.Purpose,
        made: Int,
        random: Double,
        remaining: Duration
    ) -> Duration? {
        guard made < attempts else { return nil }
        switch (failure, purpose) {
        case (_, .login), (.unsure, .write): return nil
        case (.notSent, _), (.turnedAway, _), (.unsure, .read), (.unsure, .idempotentWrite): break
        }
        let grown = min(longestPause, firstPause * (1 << min(made - 1, 16)))
        var pause = grown / 2 + grown / 2 * random
        if case .turnedAway(let wanted?) = failure { pause = max(pause, wanted) }
        return pause < remaining ? pause : nil
    }

    /// The time of a `Retry-After` that counts seconds; dates are not understood and give nil.
    static func retryAfter(_ headers: HTTPHeaders) -> Duration? {
        guard let text = headers["Retry-After"], let seconds = Int(text), seconds >= 0 else { return nil }
        return .seconds(min(seconds, 3_600))
    }
}
