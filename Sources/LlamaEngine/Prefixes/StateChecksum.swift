/// A fast checksum over the bytes of a stored state, to notice a file that was cut off or has rotted.
///
/// It guards against accidents, not against malice: whoever can write the file can write the program.
/// - Note: Source: the 64-bit variant of the XXH specification, version 0.1.1, seed 0.
package enum StateChecksum {
    private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
    private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
    private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
    private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

    /// The checksum of some bytes.
    package static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var position = 0
        var hash: UInt64
        if bytes.count >= 32 {
            var lanes = SIMD4<UInt64>(prime1 &+ prime2, prime2, 0, 0 &- prime1)
            while position + 32 <= bytes.count {
                let words = bytes.loadUnaligned(fromByteOffset: position, as: SIMD4<UInt64>.self)
                lanes = rotate(lanes &+ words &* prime2, by: 31) &* prime1
                position += 32
            }
            hash =
                rotate(lanes[0], by: 1) &+ rotate(lanes[1], by: 7) &+ rotate(lanes[2], by: 12)
                &+ rotate(lanes[3], by: 18)
            for lane in 0..<4 {
                hash = (hash ^ (rotate(lanes[lane] &* prime2, by: 31) &* prime1)) &* prime1 &+ prime4
            }
        } else {
            hash = prime5
        }
        hash &+= UInt64(bytes.count)
        while position + 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            hash = rotate(hash ^ (rotate(word &* prime2, by: 31) &* prime1), by: 27) &* prime1 &+ prime4
            position += 8
        }
        if position + 4 <= bytes.count {
            let word = UInt64(bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self))
            hash = rotate(hash ^ (word &* prime1), by: 23) &* prime2 &+ prime3
            position += 4
        }
        while position < bytes.count {
            hash = rotate(hash ^ (UInt64(bytes[position]) &* prime5), by: 11) &* prime1
            position += 1
        }
        hash = (hash ^ (hash >> 33)) &* prime2
        hash = (hash ^ (hash >> 29)) &* prime3
        return hash ^ (hash >> 32)
    }

    private static func rotate(_ value: UInt64, by bits: UInt64) -> UInt64 {
        (value &<< bits) | (value &>> (64 - bits))
    }

    private static func rotate(_ value: SIMD4<UInt64>, by bits: UInt64) -> SIMD4<UInt64> {
        (value &<< SIMD4(repeating: bits)) | (value &>> SIMD4(repeating: 64 - bits))
    }
}
