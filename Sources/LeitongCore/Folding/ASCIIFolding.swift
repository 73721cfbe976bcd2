/// Folding of the first 128 scalars, without the table.
enum ASCIIFolding {
    /// A letter in lower case, or a digit, and that it is kept; all others are not.
    ///
    /// Without a branch: where a word ends is too hard to foresee for one.
    @inline(__always)
    static func folded(_ byte: UInt8) -> (byte: UInt8, isKept: Bool) {
        // Setting bit 5 turns A…Z into a…z, and nothing else into a letter; it is set in digits.
        let lower = byte | 0x20
        let isLetter: UInt8 = lower &- 0x61 < 26 ? 1 : 0
        let isDigit: UInt8 = byte &- 0x30 < 10 ? 1 : 0
        return (lower, isLetter | isDigit != 0)
    }
}
