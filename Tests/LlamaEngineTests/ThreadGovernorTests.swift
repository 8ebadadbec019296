internal import LlamaEngine
internal import Testing

struct ThreadGovernorTests {
    /// Passes under a machine that needs so many seconds for a pass with so many threads.
    private func run(_ governor: inout ThreadGovernor, passes: Int, seconds: (Int) -> Double) -> Double {
        var total = 0.0
        for _ in 0..<passes {
            let time = seconds(governor.threads)
            governor.passed(seconds: time)
            total += time
        }
        return total
    }

    @Test func `stays at all threads on a quiet machine`() {
        var governor = ThreadGovernor(most: 4)
        let time = run(&governor, passes: 500) { 0.04 / Double($0) }
        #expect(governor.threads == 4)
        #expect(time < 500 * 0.01 * 1.001)
    }

    @Test func `takes a thread away when a neighbour becomes busy, and gives it back when it is gone`() {
        var governor = ThreadGovernor(most: 2)
        _ = run(&governor, passes: 50) { 0.01 / Double($0) }
        let busy = run(&governor, passes: 1000) { $0 == 2 ? 0.05 : 0.01 }
        #expect(governor.threads == 1)
        // A thousand passes cost little more than one thread needs alone, trials included.
        #expect(busy < 1000 * 0.01 * 1.15)
        _ = run(&governor, passes: 300) { 0.01 / Double($0) }
        #expect(governor.threads == 2)
    }

    @Test func `begins with fewer threads when others are seen running`() {
        var governor = ThreadGovernor(most: 4)
        governor.begin(othersRunning: 2, processors: 4)
        #expect(governor.threads == 2)
        _ = run(&governor, passes: 200) { 0.04 / Double($0) }
        #expect(governor.threads == 4)
    }

    @Test func `does not mistake a growing context for a neighbour`() {
        var governor = ThreadGovernor(most: 2)
        var pass = 0.0
        let time = run(&governor, passes: 2000) { threads in
            pass += 1
            return (0.01 + 0.000_01 * pass) / Double(threads)
        }
        let best = (0..<2000).reduce(0.0) { $0 + (0.01 + 0.000_01 * Double($1)) / 2 }
        #expect(time < best * 1.02)
    }

    @Test func `has nothing to decide with one thread`() {
        var governor = ThreadGovernor(most: 1)
        governor.begin(othersRunning: 7, processors: 2)
        _ = run(&governor, passes: 50) { _ in Double.random(in: 0.01...1) }
        #expect(governor.threads == 1)
    }
}
