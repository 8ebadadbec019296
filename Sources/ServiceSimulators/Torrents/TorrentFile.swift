internal import Crypto
internal import Foundation

/// A torrent of one file, made on the spot: the same name gives the same bytes.
public struct TorrentFile: Sendable {
    /// The file's name.
    public let name: String
    /// The file's bytes.
    public let content: [UInt8]
    /// The `.torrent`.
    public let bytes: [UInt8]
    /// The info hash, 40 hexadecimal digits, lower case.
    public let infoHash: String

    /// The bytes of a piece.
    public static let pieceLength = 16_384

    /// A torrent.
    ///
    /// - Parameters:
    ///   - name: The file's name.
    ///   - size: The file's size.
    ///   - announce: The tracker's address; nobody needs to listen there.
    ///   - isPrivate: Whether only the tracker may name peers.
    public init(
        name: String,
        size: Int,
        announce: String = "http://127.0.0.1:1/announce",
        isPrivate: Bool = false
    ) {
        self.name = name
        let content = PostFile(name: name, generated: size).bytes(0..<size)
        var pieces: [UInt8] = []
        for start in stride(from: 0, to: size, by: Self.pieceLength) {
            let piece = content[start..<min(start + Self.pieceLength, size)]
            pieces += Insecure.SHA1.hash(data: Data(piece))
        }
        // The keys of a dictionary stand in the order of their bytes.
        let info =
            Array(
                "d6:lengthi\(size)e4:name\(name.utf8.count):\(name)12:piece lengthi\(Self.pieceLength)e".utf8
            )
            + Array("6:pieces\(pieces.count):".utf8) + pieces
            + Array("\(isPrivate ? "7:privatei1e" : "")e".utf8)
        self.content = content
        bytes =
            Array("d8:announce\(announce.utf8.count):\(announce)4:info".utf8) + info + Array("e".utf8)
        infoHash = Insecure.SHA1.hash(data: Data(info)).map { String(format: "%02x", $0) }.joined()
    }
}
