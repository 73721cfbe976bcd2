/// How a line ends.
package enum LineEnd {
    /// Whether it ends a sentence or a clause: 。！？；：，、 and their ASCII kin, quotes after them.
    package static func isFinal(_ line: Span<UInt8>) -> Bool {
        guard !line.isEmpty else { return true }
        let last = line[line.count - 1]
        guard last >= 0x80 else { return isMark(last) || last == 0x22 || last == 0x29 }
        // All marks that may not begin a line end a clause, but for the sign of percent.
        return line.count >= 3 && Punctuation.closes(line, at: line.count - 3)
            && !(line[line.count - 2] == 0xBC && last == 0x85)
    }

    /// Whether a sentence or clause ends somewhere in it.
    package static func isPunctuated(_ line: Span<UInt8>) -> Bool {
        for index in 0..<line.count {
            if line[index] >= 0xE2 ? Punctuation.closes(line, at: index) : isMark(line[index]) {
                return true
            }
        }
        return false
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"),
            UInt8(ascii: "!"), UInt8(ascii: "?"):
            true
        default:
            false
        }
    }
}
