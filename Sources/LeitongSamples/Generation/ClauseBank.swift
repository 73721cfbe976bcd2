/// The clauses that generated paragraphs are made of.
struct ClauseBank: Sendable {
    /// Text whose numbers are drawn anew at each use.
    struct Fragment: Sendable {
        /// Plain text and, between two parts of it, a number of so many digits.
        let parts: [String]
        let digitCounts: [Int]
        let characterCount: Int
    }

    let heads: [Fragment]
    let tails: [Fragment]
    /// Clauses that the corpus holds three times or more.
    let setPhrases: [String]
    /// The first four characters of each clause.
    let openings: [String]

    /// Takes clauses apart into halves; clauses under four characters are left out.
    init(clauses: [String]) {
        let usable = clauses.map { Array($0.unicodeScalars) }.filter { $0.count >= 4 }
        precondition(!usable.isEmpty, "a generator needs clauses of four characters or more")
        let middles = usable.map(Self.middle)
        heads = zip(usable, middles).map { Self.fragment($0[..<$1]) }
        tails = zip(usable, middles).map { Self.fragment($0[$1...]) }
        openings = usable.map { String(scalars: $0[..<4]) }
        let counts = Dictionary(usable.map { (String(scalars: $0), 1) }, uniquingKeysWith: +)
        setPhrases = counts.filter { $0.value >= 3 && $0.key.unicodeScalars.count >= 6 }
            .keys.sorted()
    }

    /// The clauses of some texts: what stands between two of ，。；：！？ and line ends.
    ///
    /// Clauses with quotes, brackets or dashes, which seldom come in pairs within a clause, and those
    /// under 4 or over 24 characters are left out. A clause comes as often as the texts hold it.
    static func clauses(in texts: [String]) -> [String] {
        let ends = Set("，。；：！？\n".unicodeScalars)
        let unpaired = Set("“”‘’「」『』《》（）—".unicodeScalars)
        return texts.flatMap { text in
            text.unicodeScalars.split(whereSeparator: ends.contains)
                .filter { (4...24).contains($0.count) && !$0.contains(where: unpaired.contains) }
                .map { String(scalars: $0) }
        }
    }

    /// Where a clause is cut: in the middle, or before the number or word that stands there.
    private static func middle(of clause: [Unicode.Scalar]) -> Int {
        var middle = clause.count / 2
        while middle > 0, clause[middle].isASCII, clause[middle - 1].isASCII { middle -= 1 }
        return middle
    }

    private static func fragment(_ text: ArraySlice<Unicode.Scalar>) -> Fragment {
        var parts: [String] = [""]
        var digitCounts: [Int] = []
        var isInNumber = false
        for scalar in text {
            let isDigit = ("0"..."9").contains(scalar)
            switch (isDigit, isInNumber) {
            case (true, true):
                digitCounts[digitCounts.count - 1] += 1
            case (true, false):
                digitCounts.append(1)
                parts.append("")
            default:
                parts[parts.count - 1].unicodeScalars.append(scalar)
            }
            isInNumber = isDigit
        }
        return Fragment(parts: parts, digitCounts: digitCounts, characterCount: text.count)
    }
}
