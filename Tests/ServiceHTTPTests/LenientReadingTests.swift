internal import Foundation
internal import OrderedJSON
internal import ServiceHTTP
import Testing

/// Values as services send them.
struct LenientReadingTests {
    @Test(arguments: [
        ("2026-11-24T10:20:30Z", 1_795_515_630.0), ("2026-11-24T10:20:30.5000000Z", 1_795_515_630.5),
        ("2026-11-24T11:20:30+01:00", 1_795_515_630), ("2026-11-24 10:20:30", 1_795_515_630),
        ("2026-11-24", 1_795_478_400), ("1970-01-01T00:00:00Z", 0),
    ])
    func `reads a moment in any usual form`(text: String, seconds: Double) {
        #expect(ServiceDate(text)?.date.timeIntervalSince1970 == seconds)
    }

    @Test(arguments: [
        "0001-01-01T00:00:00Z", "", "soon", "2026-13-01", "2026-11-24T25:00:00Z", "2026-11-24Tx",
    ])
    func `takes what is no moment for none`(text: String) { #expect(ServiceDate(text) == nil) }

    @Test(arguments: [("00:10:00", 600), ("1.02:03:04", 93_784), ("1:02:03:04", 93_784), ("0:00:43", 43)])
    func `reads a length of time`(text: String, seconds: Int) {
        #expect(ServiceDuration.parse(text) == .seconds(seconds))
    }

    @Test func `reads numbers and truth values through text and back`() {
        let row = JSONRow([
            "a": "26", "b": 1, "c": "3.48", "d": 500.0, "e": true, "f": "yes", "g": 0, "h": "0",
        ])
        #expect(row.int("a") == 26 && row.flag("b") == true && row.number("c") == 3.48 && row.int("d") == 500)
        #expect(
            row.int("e") == 1 && row.flag("f") == true && row.flag("g") == false && row.flag("h") == false
        )
    }

    @Test func `names the place of an id that does not fit 64 bits`() throws {
        let row = JSONRow(try JSONValue(parsing: #"{"id": 99999999999999999999}"#), path: "records[3]")
        #expect(throws: RowFault(path: "records[3].id", problem: "no integer that fits 64 bits")) {
            try row.requiredInt("id")
        }
    }
}
