import OrderedJSON
import Testing

struct JSONValueTests {
    @Test(arguments: [
        #"{"b":1,"a":[true,null,-0.50,1e3],"c":"x\"\\\n"}"#, "[]", "{}", "0", #""é🎬""#,
        "12345678901234567890123",
    ])
    func `writes back what it read, in order and digit by digit`(text: String) throws {
        #expect(try JSONValue(parsing: text).text() == text)
    }

    @Test(arguments: [
        ("", JSONError.Reason.unexpectedEnd), ("{\"a\":", .unexpectedEnd), ("[1,]", .unexpectedByte),
        ("01", .invalidNumber), ("1.", .unexpectedEnd), ("[1] x", .trailingText), ("<html>", .unexpectedByte),
        ("\"\u{01}\"", .invalidString), ("\"\\x\"", .invalidString), ("nul", .unexpectedEnd),
    ])
    func `refuses what is not JSON and says why`(text: String, reason: JSONError.Reason) {
        #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
        do {
            _ = try JSONValue(parsing: text)
        } catch {
            #expect(error.reason == reason)
        }
    }

    @Test func `refuses ten thousand levels without exhausting the stack`() {
        let text = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
        #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
    }

    @Test func `joins the halves of a surrogate pair and replaces a half alone`() throws {
        #expect(try JSONValue(parsing: #""\ud83c\udfac""#) == "🎬")
        #expect(try JSONValue(parsing: #""\ud83c!""#) == "\u{FFFD}!")
    }

    @Test func `changes one member and leaves the others where they were`() throws {
        var value = try JSONValue(parsing: #"{"z":1,"y":{"x":2.50},"w":3}"#)
        value["y"]?["x"] = false
        value["w"] = nil
        value["v"] = "new"
        #expect(value.text() == #"{"z":1,"y":{"x":false},"v":"new"}"#)
    }

    @Test func `refuses bytes that are not UTF-8`() {
        #expect(throws: JSONError.self) { try JSONValue(parsing: [0x22, 0xFF, 0x22]) }
    }

    @Test func `carries typed values both ways`() throws {
        struct Row: Codable, Equatable {
            let name: String
            let sizes: [Double]
        }
        let row = Row(name: "a", sizes: [1, 2.5])
        #expect(try JSONValue(encoding: row).decoded(as: Row.self) == row)
    }
}
