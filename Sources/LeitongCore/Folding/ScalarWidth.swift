enum ScalarWidth {
    static func width(at byte: Int, in bytes: Span<UInt8>) -> Int { bytes[byte] >= 0xE3 ? 2 : 1 }
}
