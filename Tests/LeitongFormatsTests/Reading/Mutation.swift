import TestSupport

/// Seeded damage to inputs: bytes flipped, cut, doubled, or put in.
enum Mutation {
    private static let likely =
        Array("\"\\{}[],:0123456789eE+-.u tfn\n\r\u{0}".utf8) + [0x80, 0xC3, 0xFF]

    static func apply(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: bytes.indices, using: &random)
            let length = Int.random(in: 1...8, using: &random)
            let end = Swift.min(place + length, bytes.count)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 3: bytes.removeSubrange(place...)
            case 4: bytes[place] = likely.randomElement(using: &random) ?? 0
            default: bytes.insert(likely.randomElement(using: &random) ?? 0, at: place)
            }
        }
    }
}
