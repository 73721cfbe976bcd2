/// What folding does to each Unicode scalar, and what composes with what.
///
/// Source: The Unicode Consortium, UAX #15 Unicode Normalization Forms, and Unicode Standard section
/// 3.13, toNFKC_Casefold. The data is text in `FoldingTable+Data.swift`, parsed once, on first use,
/// into a two-stage table: a scalar's upper bits choose a block of 256 entries, its lower bits the
/// entry. Blocks in which nothing happens share one.
package struct FoldingTable: Sendable {
    /// The table of standard folding.
    static let standard = FoldingTable(for: .standard)

    /// The table of standard folding and of variant characters; made when first asked for.
    static let variants = FoldingTable(for: .variants)

    /// The table of these and of letters that look alike; made when first asked for.
    static let confusables = FoldingTable(for: .confusables)

    /// The table of a level; of ``FoldingLevel/none``, which asks for none, the standard one.
    static func table(for level: FoldingLevel) -> FoldingTable {
        switch level {
        case .none, .standard: standard
        case .variants: variants
        case .confusables: confusables
        }
    }

    /// What an entry says; the low two bits of it.
    enum Action {
        /// The scalar stands for itself and never joins what is before it.
        static let keep: UInt32 = 0
        /// The scalar leaves nothing.
        static let drop: UInt32 = 1
        /// The scalar stands for itself, but may reorder or compose with what is before it.
        static let join: UInt32 = 2
        /// Others stand for it: `count` in bits 2 to 7, position in ``pool`` above.
        static let map: UInt32 = 3
        /// Set besides, in an entry of any action, where a redaction mark may begin with the scalar.
        static let mayBeginMark: UInt32 = 1 << 31
        /// Set besides where what stands beside the scalar decides whether it is kept: signs
        /// (``KeptSign``) and characters of private use.
        static let hangsOnOthers: UInt32 = 1 << 30
        /// All bits but these two.
        static let plain: UInt32 = 1 << 30 - 1
    }

    /// Block of each 256 scalars.
    let blocks: [UInt16]
    /// Entries, 256 a block.
    let entries: [UInt32]
    /// Scalars that others are mapped to, and full canonical decompositions.
    let pool: [UInt32]
    /// Combining class of each scalar that has one.
    let combiningClasses: [UInt32: UInt8]
    /// Full canonical decomposition of each scalar that has one.
    let decompositions: [UInt32: Range<Int>]
    /// Composite of each pair, the first scalar in the upper half.
    let compositions: [UInt64: UInt32]

    private init(for level: FoldingLevel) {
        var builder = FoldingTableBuilder(level: level)
        builder.readDropped(Self.droppedText)
        builder.readMapped(Self.mappedText)
        builder.readClasses(Self.classesText)
        builder.readDecompositions(Self.decompositionsText)
        builder.readCompositions(Self.compositionsText)
        builder.markHangul()
        builder.markEnclosing()
        builder.markStanding()
        builder.markPrivateUse()
        builder.markRedactions()
        builder.markSigns()
        blocks = builder.blocks
        entries = builder.entries
        pool = builder.pool
        combiningClasses = builder.combiningClasses
        decompositions = builder.decompositions
        compositions = builder.compositions
    }

    /// The one scalar that an entry maps to; nil if there are several, if it may join what is before
    /// it, or if what stands beside it decides.
    func single(_ entry: UInt32) -> UInt32? {
        guard entry & ~Action.plain == 0, entry & 3 == Action.map, entry >> 2 & 0x3F == 1 else {
            return nil
        }
        let mapped = pool[Int(entry >> 8)]
        return self.entry(of: mapped) == Action.keep ? mapped : nil
    }

    /// The entry of a scalar.
    func entry(of scalar: UInt32) -> UInt32 {
        entries[Int(blocks[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF)]
    }
}

/// Hangul syllables compose by arithmetic (Unicode Standard section 3.12).
enum Hangul {
    static let syllables: Range<UInt32> = 0xAC00..<0xD7A4
    static let leading: Range<UInt32> = 0x1100..<0x1113
    static let vowels: Range<UInt32> = 0x1161..<0x1176
    static let trailing: Range<UInt32> = 0x11A8..<0x11C3

    /// The syllable of a leading consonant and a vowel, or of a syllable and a trailing consonant.
    static func compose(_ first: UInt32, _ second: UInt32) -> UInt32? {
        if leading.contains(first), vowels.contains(second) {
            return syllables.lowerBound + (first - 0x1100) * 588 + (second - 0x1161) * 28
        }
        if syllables.contains(first), (first - 0xAC00) % 28 == 0, trailing.contains(second) {
            return first + (second - 0x11A7)
        }
        return nil
    }

    /// The letters of a syllable.
    static func decompose(_ syllable: UInt32, _ body: (UInt32) -> Void) {
        let index = syllable - 0xAC00
        body(0x1100 + index / 588)
        body(0x1161 + index % 588 / 28)
        if index % 28 != 0 { body(0x11A7 + index % 28) }
    }
}
