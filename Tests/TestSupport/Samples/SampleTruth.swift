/// What was planted in a sample, counted from how it was made and not by the engine.
package struct SampleTruth: Codable, Sendable, Equatable {
    /// The documents, in the order of the sample.
    package var documents: [Document]
    /// Who copied from whom.
    package var pairs: [Pair]

    /// What was planted in a document.
    package struct Document: Codable, Sendable, Equatable {
        /// Its file.
        package var path: String
        /// Characters that count: letters, Chinese characters, digits.
        package var characters: Int
        /// Of these, characters of what all have.
        package var commonCharacters: Int
        /// Of these, characters of a sentence that several quote.
        package var quotedCharacters: Int
        /// Of these, characters that were copied from others or that others copied, each once.
        package var planted: Int
        /// Share of the characters, 0 to 1.
        package var plantedShare: Double
        /// Whether that is more than a fifth.
        package var isOverAFifth: Bool
        /// Share of the characters that are the writer's to write: not common, not quoted.
        package var plantedShareOfOwn: Double
    }

    /// What one copied from another.
    package struct Pair: Codable, Sendable, Equatable {
        /// File of who copied.
        package var copier: String
        /// File of whom it was copied from.
        package var source: String
        /// Characters of the copier that were copied; what was changed does not count.
        package var characters: Int
        /// Share of the copier's characters, 0 to 1.
        package var share: Double
        /// How it was copied.
        package var kind: String
        /// The dates that the two state.
        package var copierDate: String?
        package var sourceDate: String?
    }

    /// Counts.
    ///
    /// - Parameters:
    ///   - documents: The documents of a sample.
    ///   - kinds: How each copier copied, by number of the document.
    package init(_ documents: [SampleDocument], kinds: [Int: String]) {
        var given: [Int: Set<CharacterPlace>] = [:]
        pairs = []
        for (number, copier) in documents.enumerated() {
            var counts: [Int: Int] = [:]
            for character in copier.characters where character.isCounted {
                guard case .copied(let place) = character.origin else { continue }
                counts[place.document, default: 0] += 1
                given[place.document, default: []].insert(place)
            }
            let total = Double(copier.characters.counted)
            for (source, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
                let pair = Pair(
                    copier: copier.path,
                    source: documents[source].path,
                    characters: count,
                    share: Double(count) / total,
                    kind: kinds[number] ?? "copied",
                    copierDate: copier.date,
                    sourceDate: documents[source].date
                )
                pairs.append(pair)
            }
        }
        self.documents = documents.enumerated()
            .map { number, document in Document(document, givenCount: given[number]?.count ?? 0) }
    }
}

extension SampleTruth.Document {
    /// Counts the characters of a document; one copies, or is copied from, never both.
    fileprivate init(_ document: SampleDocument, givenCount: Int) {
        let counted = document.characters.filter(\.isCounted)
        let copied = counted.count { if case .copied = $0.origin { true } else { false } }
        precondition(copied == 0 || givenCount == 0, "a copy is copied from")
        path = document.path
        characters = counted.count
        commonCharacters = counted.count { $0.origin == .common }
        quotedCharacters = counted.count { $0.origin == .quotation }
        planted = copied + givenCount
        plantedShare = Double(planted) / Double(characters)
        isOverAFifth = plantedShare > 0.2
        plantedShareOfOwn =
            Double(planted) / Double(characters - commonCharacters - quotedCharacters)
    }
}
