/// Finds redaction marks: what an author writes in place of a name or a number that he hides.
///
/// Two copies of a text may hide different words behind different marks, so folding turns each mark
/// into one wildcard (``FoldedText/wildcard``), whatever it is made of and however long. A mark is
///
/// - a run of two or more of one of `* ＊ × ✕ □ ■ _ ＿`. One alone is a footnote, a sign of
///   multiplication, a box to tick: a symbol like others.
/// - a run of two or more `X x` or `Ｘ ｘ` with no letter or digit of ASCII or its full-width forms
///   beside it: in `xxl`, `MAXX`, `XX1` and `20XX` it is part of a word. `XX` before 世纪 is the
///   twentieth.
/// - 某某, and one 某 before the noun of an office or place (某市, 某局), which stays: there it stands
///   for a name. In 某些, 某种, 某人 it is a word like others.
///
/// `…`, `……` and full stops, however many, are punctuation: copies of one text write a pause in any of
/// these ways.
///
/// Asterisks and low lines are Markdown too. A run of three or more that is alone on its line is a
/// break between two parts and is dropped. `**…**`, and the same with three, or with `__`, is
/// emphasis and is dropped if the first run touches text on its right only and the second, the next
/// such run of the paragraph, on its left only, or stands behind a colon; and if there is more than
/// one character between, since that is rather the noun behind two names (`**县**`). Inside a
/// sentence written without spaces nothing tells `是**重点**的` from `在**县**乡`. Both are taken for
/// marks: hidden names are common in official prose, while emphasis taken for marks costs the
/// shingles beside it only, and marks taken for emphasis would join what never stood together.
struct RedactionMark {
    /// Where the run ends that is judged; it began where a scalar of ``scalars`` stood.
    let end: Int
    /// What the run is.
    let meaning: Meaning

    /// What becomes of a run of scalars that may be a mark.
    enum Meaning {
        /// A mark: one wildcard.
        case wildcard
        /// Nothing is left of it.
        case dropped
        /// No mark: each scalar folds as it would anywhere.
        case text
    }

    /// The scalars with which a mark may begin.
    static let scalars: [UInt32] = [
        0x2A, 0x58, 0x5F, 0x78, 0xD7, 0x25A0, 0x25A1, 0x2715, 0x67D0, 0xFF0A, 0xFF38, 0xFF3F,
        0xFF58,
    ]

    /// Those of ASCII, a bit for each pair of values that differ in bit 0 only: `*`, `X`, `_`, `x`.
    private static let bits: UInt64 = 1 << 0x15 | 1 << 0x2C | 1 << 0x2F | 1 << 0x3C

    /// Whether a mark may begin with a byte of ASCII: it is one of ``scalars`` and stands there
    /// twice, be it small or capital.
    ///
    /// True also of `++`, `YY` and `^^`, which share the bits of others and are told apart later.
    /// That it stands there twice is asked first: it is rare and seldom wrongly foreseen.
    @inline(__always)
    static func mayBegin(with byte: UInt8, at position: Int, in text: Span<UInt8>) -> Bool {
        let next = position + 1 < text.count ? text[position + 1] : 0
        return (next ^ byte) & 0xDF == 0 && begins(with: byte)
    }

    /// Kept out of the loop, whose registers it would take.
    @inline(never)
    private static func begins(with byte: UInt8) -> Bool {
        bits >> UInt64(byte >> 1) & 1 != 0
    }
}

/// Judges the runs of one text that may be redaction marks, in order.
struct RedactionMarkReader {
    /// Where the second half of an emphasis begins whose first half was met.
    private var closing: Int?

    /// Judges the run that begins at a byte.
    ///
    /// - Parameters:
    ///   - position: Where a scalar of ``RedactionMark/scalars`` begins that is not inside a run
    ///     judged before.
    ///   - text: The text.
    /// - Returns: Where the run ends, and what it is.
    /// - Complexity: Linear in the length of the run, but for runs that may open an emphasis, which
    ///   look for the next one.
    mutating func mark(at position: Int, in text: Span<UInt8>) -> RedactionMark {
        let scalar = UTF8Decoding.scalar(at: position, in: text).scalar
        let run = ScalarRun(of: scalar, at: position, in: text)
        return RedactionMark(end: run.range.upperBound, meaning: meaning(of: run, in: text))
    }

    private mutating func meaning(of run: ScalarRun, in text: Span<UInt8>) -> RedactionMark.Meaning
    {
        switch run.scalar {
        case 0x58, 0x78, 0xFF38, 0xFF58:
            return run.count > 1 && !run.isInsideWord(of: text) && !run.isTwentieth(in: text)
                ? .wildcard : .text
        case 0x67D0:
            return run.count > 1 || run.standsBeforeNoun(in: text) ? .wildcard : .text
        case 0x2A, 0x5F:
            let isMark = run.count > 1 && !run.isBreak(in: text) && !isEmphasis(run, in: text)
            return isMark ? .wildcard : .dropped
        default:
            return run.count > 1 ? .wildcard : .dropped
        }
    }

    /// Whether a run opens or closes an emphasis.
    private mutating func isEmphasis(_ run: ScalarRun, in text: Span<UInt8>) -> Bool {
        if closing == run.range.lowerBound {
            closing = nil
            return true
        }
        guard run.count <= 3, run.opensEmphasis(in: text), let next = run.next(in: text),
            next.count == run.count, next.closesEmphasis(in: text)
        else { return false }
        let first = run.range.upperBound
        let isOneScalar = first + UTF8Decoding.length(at: first, in: text) == next.range.lowerBound
        if !isOneScalar { closing = next.range.lowerBound }
        return !isOneScalar
    }
}
