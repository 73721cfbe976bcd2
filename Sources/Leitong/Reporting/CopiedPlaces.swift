import LeitongModel
import LeitongReport

/// The places of the paragraphs that have copies.
///
/// A place is shown in every row of its paragraph, and what it is made of lies in many places of
/// memory: so each is made once, in document order.
struct CopiedPlaces: Sendable {
    fileprivate let places: [Place]
    /// Position in ``places`` by paragraph; of no meaning for a paragraph without a copy.
    fileprivate let positions: [UInt32]

    /// Paragraphs that one task takes at a time.
    private static let chunkSize = 1024

    /// Makes the places side by side.
    ///
    /// - Parameters:
    ///   - paragraphs: Paragraphs that have copies, each once.
    ///   - corpus: The documents they stand in.
    ///   - context: How it is run.
    /// - Returns: Their places.
    /// - Throws: `CancellationError`.
    /// - Complexity: Linear in all paragraphs.
    static func places(
        of paragraphs: some Sequence<UInt32>,
        in corpus: Corpus,
        context: RunContext
    ) async throws -> CopiedPlaces {
        let batch = corpus.batch
        var positions = [UInt32](repeating: .max, count: batch.paragraphs.count)
        for paragraph in paragraphs { positions[Int(paragraph)] = 0 }
        var copied: [Int] = []
        for paragraph in positions.indices where positions[paragraph] == 0 {
            positions[paragraph] = UInt32(copied.count)
            copied.append(paragraph)
        }
        let list = copied
        let units = corpus.units
        let parts = try await context.map(
            count: list.count,
            chunkSize: chunkSize
        ) { range in
            list[range]
                .map { paragraph in
                    let source = batch.paragraphs[paragraph]
                    return Place(
                        document: units.name(ofUnit: units.unit(ofParagraph: paragraph)),
                        range: Int(source.scalarStart)..<Int(source.scalarEnd),
                        line: Int(source.line)
                    )
                }
        }
        return CopiedPlaces(places: Array(parts.joined()), positions: positions)
    }

    /// The place of a paragraph that has a copy.
    subscript(paragraph: UInt32) -> Place {
        places[Int(positions[Int(paragraph)])]
    }
}
