import LeitongAlgorithms
@_spi(Core) import LeitongCore

/// The verified pairs that each text is in.
struct EdgesOfTexts: Sendable {
    private let positions: GroupedElements<UInt32>

    /// Lists the pairs of each text.
    ///
    /// - Parameters:
    ///   - edges: Verified pairs.
    ///   - kept: Positions of those that are listed, rising.
    ///   - textCount: Number of the texts.
    /// - Returns: The lists.
    /// - Complexity: Linear in the pairs and the texts.
    static func listing(
        _ edges: [TextEdge],
        at kept: some Sequence<Int>,
        textCount: Int
    ) -> EdgesOfTexts {
        let positions = GroupedElements<UInt32>(groupCount: textCount, filler: 0) { add in
            for index in kept {
                add(Int(edges[index].pair.first), UInt32(index))
                add(Int(edges[index].pair.second), UInt32(index))
            }
        }
        return EdgesOfTexts(positions: positions)
    }

    /// Positions of a text's pairs, rising.
    subscript(text: UInt32) -> ArraySlice<UInt32> {
        positions[Int(text)]
    }
}
