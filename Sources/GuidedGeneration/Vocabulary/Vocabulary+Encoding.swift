extension Vocabulary {
    private static let magic = Array("autoarr vocabulary 1\n".utf8)

    /// The vocabulary as bytes, to be kept on disk: magic, counts, end tokens, offsets, bytes, order, and a checksum.
    public func encoded() -> [UInt8] {
        var sorted: [Int32] = []
        var following = twins[...]
        for token in order {
            sorted.append(token)
            while let next = following.first, next.token == token {
                sorted.append(next.twin)
                following.removeFirst()
            }
        }
        var result = Self.magic
        let ends = endTokens.sorted()
        for number in [Int32(tokenCount), Int32(ends.count), Int32(sorted.count)] + ends + offsets + sorted {
            withUnsafeBytes(of: number.littleEndian) { result.append(contentsOf: $0) }
        }
        result += pool
        withUnsafeBytes(of: Self.checksum(result[...]).littleEndian) { result.append(contentsOf: $0) }
        return result
    }

    /// Reads what ``encoded()`` wrote.
    ///
    /// - Parameter bytes: The whole file.
    /// - Throws: ``GuideError/unusableVocabulary(reason:)`` for anything else, a cut or changed file among it.
    public init(decoding bytes: [UInt8]) throws(GuideError) {
        let damaged = GuideError.unusableVocabulary(reason: "the file of the vocabulary is damaged")
        guard bytes.count > Self.magic.count + 20, bytes.starts(with: Self.magic) else { throw damaged }
        let body = bytes.dropLast(8)
        var stored: UInt64 = 0
        for byte in bytes.suffix(8).reversed() { stored = stored << 8 | UInt64(byte) }
        guard Self.checksum(body) == stored else { throw damaged }
        var position = Self.magic.count
        func numbers(_ count: Int) throws(GuideError) -> [Int32] {
            guard count >= 0, count <= (body.count - position) / 4 else { throw damaged }
            defer { position += 4 * count }
            return (0..<count).map { index in
                (0..<4).reduce(Int32(0)) { $0 | Int32(bytes[position + 4 * index + $1]) << Int32(8 * $1) }
            }
        }
        let counts = try numbers(3)
        let ends = try numbers(Int(counts[1]))
        let offsets = try numbers(Int(counts[0]) + 1)
        let sorted = try numbers(Int(counts[2]))
        let pool = Array(body[position...])
        guard offsets.first == 0, offsets.last == Int32(clamping: pool.count),
            zip(offsets, offsets.dropFirst()).allSatisfy({ $0 <= $1 }),
            sorted.allSatisfy({ $0 >= 0 && $0 < counts[0] })
        else { throw damaged }
        self.init(pool: pool, offsets: offsets, sorted: sorted, endTokens: Set(ends))
    }

    /// FNV-1a; against damage, not against malice.
    private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }
}
