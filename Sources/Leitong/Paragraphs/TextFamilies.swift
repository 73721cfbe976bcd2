@_spi(Core) import LeitongCore

/// The texts of large buckets in families: buckets that have a text in common are of one family, so
/// that two texts that share several of them are compared once.
struct TextFamilies: Sendable {
    /// The texts of each family, rising; the families in the order of their first text.
    let members: [[UInt32]]
    /// Family of each text, or ``none``; empty if there are no families.
    private let familyOfText: [UInt32]

    private static let none = UInt32.max

    /// Joins buckets.
    ///
    /// - Parameters:
    ///   - buckets: Texts any two of which are candidates.
    ///   - textCount: Texts have lower numbers.
    ///   - sides: Which pairs are looked for: families without one are left out.
    /// - Returns: The families.
    /// - Complexity: Linear in the texts.
    static func joining(
        _ buckets: [[UInt32]],
        textCount: Int,
        sides: JoinSides = .same
    ) -> TextFamilies {
        guard !buckets.isEmpty else { return TextFamilies(members: [], familyOfText: []) }
        var members: [[UInt32]] = []
        var sets = DisjointSets(count: textCount)
        var familyOfText = [UInt32](repeating: none, count: textCount)
        for bucket in buckets {
            for text in bucket {
                sets.join(bucket[0], text)
                familyOfText[Int(text)] = 0
            }
        }
        for text in familyOfText.indices where familyOfText[text] == 0 {
            // The root is the lowest text, so that its number is known before it is needed.
            let root = Int(sets.root(of: UInt32(text)))
            if root == text {
                familyOfText[text] = UInt32(members.count)
                members.append([])
            } else {
                familyOfText[text] = familyOfText[root]
            }
            members[Int(familyOfText[text])].append(UInt32(text))
        }
        let families = TextFamilies(members: members, familyOfText: familyOfText)
        return sides.isSelfJoin ? families : families.keeping { sides.joinsAny(of: $0) }
    }

    /// Those whose texts are wanted.
    private func keeping(where isWanted: ([UInt32]) -> Bool) -> TextFamilies {
        let kept = members.filter(isWanted)
        var families = [UInt32](repeating: Self.none, count: familyOfText.count)
        for (family, texts) in kept.enumerated() {
            for text in texts { families[Int(text)] = UInt32(family) }
        }
        return TextFamilies(members: kept, familyOfText: families)
    }

    /// Whether there are none.
    var isEmpty: Bool { members.isEmpty }

    /// The family of a text.
    func family(of text: UInt32) -> Int? {
        guard !isEmpty, familyOfText[Int(text)] != Self.none else { return nil }
        return Int(familyOfText[Int(text)])
    }

    /// The family that both texts of a pair are in.
    func family(of pair: TextPair) -> Int? {
        guard let family = family(of: pair.first) else { return nil }
        return self.family(of: pair.second) == family ? family : nil
    }
}
