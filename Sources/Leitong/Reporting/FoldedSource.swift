@_spi(Core) import LeitongCore
import LeitongModel

/// A paragraph's source, its folded scalars, and the way between them.
struct FoldedSource {
    private(set) var scalars: [UInt32] = []
    private(set) var source: [UInt8] = []
    private var folded = FoldedText()
    private var scratch: [UInt8] = []
    /// How much of the source has been told: what folding drops goes with what stands before it.
    private var told = 0

    mutating func load(_ paragraph: Int, of store: TextStore) {
        store.foldWithSource(paragraph, into: &folded, source: &source, scratch: &scratch)
        folded.decodeScalars(into: &scalars)
        told = 0
    }

    /// The source text of a run, up to where the next run begins.
    mutating func text(ofScalars range: Range<Int>, toEnd: Bool) -> String {
        guard !range.isEmpty || toEnd else { return "" }
        let end =
            toEnd || range.upperBound >= scalars.count
            ? source.count : Int(folded.sourceStarts[range.upperBound])
        // Scalars that were composed of, or expanded from, one source run share its range.
        let start = told
        told = Swift.max(told, end)
        return String(decoding: source[start..<told], as: UTF8.self)
    }

    /// Where the source bytes of a scalar begin; the end of the source for one past the last.
    func start(ofScalar index: Int) -> Int {
        index < scalars.count ? Int(folded.sourceStarts[index]) : source.count
    }

    /// One past the source bytes of the scalar before a position; 0 for the first position.
    func end(beforeScalar index: Int) -> Int {
        index > 0 ? Int(folded.sourceEnds[index - 1]) : 0
    }

    /// What folding dropped between the scalars before and at a position.
    func gap(beforeScalar index: Int) -> ArraySlice<UInt8> {
        let start = end(beforeScalar: index)
        // Scalars that came of one source run overlap.
        return source[start..<Swift.max(start, self.start(ofScalar: index))]
    }

    /// The kind of what folding dropped; the point or comma inside a number is none.
    func gapKind(beforeScalar index: Int) -> VariantTable.Gap {
        let gap = gap(beforeScalar: index)
        guard let mark = gap.first else { return .none }
        if gap.count == 1, ".,".utf8.contains(mark), Self.isDigit(scalars[index - 1]),
            Self.isDigit(scalars[index])
        {
            return .none
        }
        let text = String(decoding: gap, as: UTF8.self)
        return text.unicodeScalars.allSatisfy(\.properties.isWhitespace) ? .space : .mark
    }

    /// Where in a range of bytes the first of some characters begins and the last ends.
    func range(of characters: Set<Unicode.Scalar>, in range: Range<Int>) -> Range<Int>? {
        var found: Range<Int>?
        var offset = range.lowerBound
        for scalar in text(range.lowerBound, range.upperBound).unicodeScalars {
            let end = offset + UTF8.width(scalar)
            if characters.contains(scalar) { found = (found?.lowerBound ?? offset)..<end }
            offset = end
        }
        return found
    }

    /// The source text between two byte offsets.
    func text(_ start: Int, _ end: Int) -> String {
        String(decoding: source[start..<Swift.max(start, end)], as: UTF8.self)
    }

    private static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }
}
