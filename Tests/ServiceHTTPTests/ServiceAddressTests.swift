internal import MediaDomain
internal import ServiceHTTP
import Testing

/// Addresses as people write them.
struct ServiceAddressTests {
    @Test(arguments: [
        ("http://192.168.1.10:8989", "http://192.168.1.10:8989"), ("nas:8989", "http://nas:8989"),
        (" https://Media.Example.org/sonarr/ ", "https://media.example.org:443/sonarr"),
        ("http://h:1//a//b//", "http://h:1/a/b"), ("http://[fd00::1]:8080/x", "http://[fd00::1]:8080/x"),
        ("http://user:pa%40ss@h:1/b?apikey=secret#x", "http://h:1/b"), ("HTTP://h", "http://h:80"),
    ])
    func `reads an address in any usual form`(text: String, expected: String) throws {
        #expect(try ServiceAddress(text).description == expected)
    }

    @Test func `takes user and password out of an address`() throws {
        let login = try #require(try ServiceAddress("http://me:pa%40ss@h:1").login)
        #expect(login.username == "me")
        #expect(login.password.revealed == "pa@ss")
    }

    @Test(arguments: [
        ("", AddressError.empty), ("ftp://h", .unknownScheme("ftp")), ("http://", .noHost),
        ("http://h:70000", .badPort("70000")),
        ("http://h:x", .badPort("x")), ("http://a b", .controlCharacter),
        ("http://h\n.org", .controlCharacter),
        ("http://[::1", .noHost),
    ])
    func `says what is wrong with a text that is no address`(text: String, expected: AddressError) {
        #expect(throws: expected) { try ServiceAddress(text) }
    }

    @Test(arguments: [
        "169.254.169.254", "2852039166", "0xa9fea9fe", "0251.0376.0251.0376", "169.254.43518",
        "metadata.google.internal",
        "metadata.google.internal.", "fd00:ec2::254", "::ffff:169.254.169.254", "::ffff:a9fe:a9fe",
        "64:ff9b::a9fe:a9fe",
        "100.100.100.200", "168.63.129.16", "fe80::1",
    ])
    func `never calls a cloud's metadata`(host: String) { #expect(HostRule.refusal(of: host) != nil) }

    @Test(arguments: [
        "127.0.0.1", "localhost", "192.168.1.2", "10.0.0.1", "nas", "fd00::2", "::1", "1.1.1.1", "sonarr",
    ])
    func `calls the hosts of a house`(host: String) { #expect(HostRule.refusal(of: host) == nil) }

    @Test func `a secret shows in no print`() {
        let secret = Secret("topsecretvalue")
        let credential = Credential.login(username: "u", password: secret)
        var dumped = ""
        dump(credential, to: &dumped)
        #expect(!"\(secret)\(credential)\(String(reflecting: credential))\(dumped)".contains("topsecret"))
    }
}
