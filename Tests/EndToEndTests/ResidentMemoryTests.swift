internal import AutoArrApp
internal import Foundation
internal import Testing

struct ResidentMemoryTests {
    @Test func `gives pages of code back, and they come again when they are needed`() throws {
        // Touches a good part of the program and of Foundation.
        func dates() -> [String] {
            (0..<1000).map { Date(timeIntervalSince1970: Double($0)).formatted(.iso8601) }
        }
        let first = dates()
        let before = try #require(ResidentMemory.bytes())
        ResidentMemory.release()
        let after = try #require(ResidentMemory.bytes())
        #expect(after < before)
        #expect(first == dates())
    }
}
