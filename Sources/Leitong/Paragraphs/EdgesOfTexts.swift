@_spi(Core) import LeitongCore

/// The verified pairs that each text is in, one text's behind the other's in one array.
struct EdgesOfTexts: Sendable {
    /// Where the pairs of each text begin, and where the last end.
    private var starts: [Int]
    private var positions: [UInt32]

    /// Lists the pairs of each text.
    ///
    /// - Parameters:
    ///   - edges: Verified pairs.
    ///   - kept: Positions of those that are listed, rising.
    ///   - textCount: Number of the texts.
    /// - Complexity: Linear in the pairs and the texts.
    init(_ edges: [TextEdge], at kept: [Int], textCount: Int) {
        starts = [Int](repeating: 0, count: textCount + 1)
        positions = [UInt32](repeating: 0, count: 2 * kept.count)
        for index in kept {
            starts[Int(edges[index].pair.first)] += 1
            starts[Int(edges[index].pair.second)] += 1
        }
        var sum = 0
        for text in starts.indices {
            sum += starts[text]
            starts[text] = sum
        }
        // From the last pair to the first, each text's end moves down to its start.
        for index in kept.reversed() {
            for text in [edges[index].pair.second, edges[index].pair.first] {
                starts[Int(text)] -= 1
                positions[starts[Int(text)]] = UInt32(index)
            }
        }
    }

    /// Positions of a text's pairs, rising.
    subscript(text: UInt32) -> ArraySlice<UInt32> {
        positions[starts[Int(text)]..<starts[Int(text) + 1]]
    }
}
