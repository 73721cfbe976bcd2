/// Turns a text into what is compared.
///
/// Standard folding maps every scalar by NFKC_Casefold (compatibility forms, full and half width,
/// case; zero-width characters go), drops white space, line ends, punctuation and symbols, and
/// composes what is left (NFC), so that noise between a letter and its mark changes nothing.
/// Source: The Unicode Consortium, Unicode Standard section 3.13, R5 toNFKC_Casefold; UAX #15.
public struct Folder: Sendable {
    /// What is done to a text.
    public let level: FoldingLevel

    /// Creates a folder.
    ///
    /// - Parameter level: What is done to a text.
    public init(level: FoldingLevel) {
        self.level = level
    }

    /// Folds a text.
    ///
    /// - Parameters:
    ///   - text: UTF-8. A byte that is no UTF-8 counts as one U+FFFD: as itself with `none`,
    ///     dropped like any symbol with `standard`.
    ///   - folded: Receives the folded scalars; what it held is forgotten.
    ///   - keepingMap: Whether the source range of each folded scalar is kept.
    /// - Complexity: Linear in the length of the text.
    public func fold(_ text: Span<UInt8>, into folded: inout FoldedText, keepingMap: Bool = true) {
        folded.reset(capacity: text.count, keepingMap: keepingMap)
        switch level {
        case .none: copy(text, into: &folded, keepingMap: keepingMap)
        case .standard: foldFully(text, into: &folded, keepingMap: keepingMap)
        }
        folded.seal(keepingMap: keepingMap)
    }

    private func copy(_ text: Span<UInt8>, into folded: inout FoldedText, keepingMap: Bool) {
        folded.appendBytes(text)
        let count = text.count
        var position = 0
        while position < count {
            let length = UTF8Decoding.length(at: position, in: text)
            folded.scalarStarts.append(UInt32(position))
            if keepingMap {
                folded.sourceStarts.append(UInt32(position))
                folded.sourceEnds.append(UInt32(position + length))
            }
            position += length
        }
    }

    private func foldFully(_ text: Span<UInt8>, into folded: inout FoldedText, keepingMap: Bool) {
        var composer = Composer(table: .standard)
        let count = text.count
        var position = 0
        while position < count {
            let lead = text[position]
            // Ideographs from U+5000 to U+9FFF need nothing; their lead bytes are E5 to E9.
            if lead >= 0xE5, lead <= 0xE9, position + 2 < count,
                text[position + 1] & 0xC0 == 0x80, text[position + 2] & 0xC0 == 0x80
            {
                composer.finish(&folded, keepingMap: keepingMap)
                folded.appendThree(lead, text[position + 1], text[position + 2])
                if keepingMap { folded.appendSource(position, position + 3) }
                position += 3
                continue
            }
            let (scalar, length) = UTF8Decoding.scalar(at: position, in: text)
            let entry = composer.table.entry(of: scalar)
            if entry != FoldingTable.Action.drop {
                let range = position..<position + length
                composer.append(scalar, entry, range, to: &folded, keepingMap: keepingMap)
            }
            position += length
        }
        composer.finish(&folded, keepingMap: keepingMap)
    }
}
