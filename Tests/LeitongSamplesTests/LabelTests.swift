import Testing

@testable import LeitongSamples

/// Every committed label cuts two texts that are what its kind says.
@Suite struct LabelTests {
    static let rows = (try? LabelRow.committed()) ?? []

    @Test func rowsAreThere() {
        #expect(Self.rows.count == 75)
    }

    @Test(arguments: rows)
    func linesAndSectionsAgreeWithOffsets(row: LabelRow) throws {
        #expect(row.type == "paragraph")
        for (file, start, line, section) in [
            (row.a, row.aStart, row.aLine, row.aSection),
            (row.b, row.bStart, row.bLine, row.bSection),
        ] {
            let before = try CommittedCorpus.scalars(of: file)[..<start]
            #expect(start == 0 || before.last == "\n")
            #expect(before.count { $0 == "\n" } + 1 == line)
            let headings = String(scalars: before).split(separator: "\n")
                .count { $0.hasPrefix("（") && $0.hasSuffix("）") && $0.count == 3 }
            #expect((section ?? 0) == headings)
        }
    }

    @Test(arguments: rows)
    func jaccardIsThatOfTheTexts(row: LabelRow) throws {
        let jaccard = PlainSimilarity.jaccard(
            String(scalars: try row.textA()),
            String(scalars: try row.textB())
        )
        #expect(abs(jaccard - row.jaccard) <= 0.000_05)
    }

    @Test(arguments: rows)
    func textsAreWhatTheKindSays(row: LabelRow) throws {
        let original = try row.textA()
        let copy = try row.textB()
        let kind = try #require(PlantedKind(rawValue: row.kind))
        switch kind {
        case .exact:
            #expect(copy == original)
        case .edited(let percent):
            let asked = max(1, Int((Double(original.count * percent) / 100).rounded()))
            let distance = editDistance(original, copy)
            // Edits side by side can undo or merge with each other.
            #expect(distance <= asked && distance * 20 >= asked * 19)
        case .redacted:
            #expect(Self.isRedacted(copy, of: original))
        case .reordered:
            #expect(copy != original)
            #expect(Self.sorted(copy) == Self.sorted(original))
        case .contained:
            try Self.expectPassages(of: row)
        case .wrapped:
            #expect(copy.contains("\n"))
            #expect(copy.filter { $0 != "\n" } == original)
        case .fullWidth:
            let left = PlainSimilarity.folded(String(scalars: original))
            #expect(PlainSimilarity.folded(String(scalars: copy)) == left)
            #expect(copy != original)
        case .traditional:
            #expect(copy.count == original.count)
            #expect(zip(copy, original).count { $0 == $1 } * 2 > copy.count)
        }
    }

    private static func expectPassages(of row: LabelRow) throws {
        let a = try #require(row.aPassage)
        let b = try #require(row.bPassage)
        let taken = try CommittedCorpus.scalars(of: row.a)[a[0]..<a[1]]
        #expect(try CommittedCorpus.scalars(of: row.b)[b[0]..<b[1]] == taken)
        #expect(row.aStart <= a[0] && a[1] <= row.aEnd && a[1] - a[0] < row.aEnd - row.aStart)
        #expect(row.bStart < b[0] && b[1] < row.bEnd)
    }

    /// Whether what stands between the marks of a copy stands in the original in this order.
    private static func isRedacted(
        _ copy: [Unicode.Scalar],
        of original: [Unicode.Scalar]
    ) -> Bool {
        let kept = copy.split { $0 == "*" || $0 == "X" }
        var rest = original[...]
        for piece in kept {
            guard let place = rest.firstRange(of: piece) else { return false }
            rest = rest[place.upperBound...]
        }
        return kept.count > 1 && rest.isEmpty
    }

    private static func sorted(_ text: [Unicode.Scalar]) -> [UInt32] {
        text.map(\.value).sorted()
    }
}
