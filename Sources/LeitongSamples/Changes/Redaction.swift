/// Hides words behind a mark, as officials do before they pass a text on.
enum Redaction {
    /// The text with each word replaced by the mark, or the first word that was not found.
    ///
    /// Words are taken in the order given, and of each only the first occurrence is replaced: one that
    /// is listed twice, or is part of a longer one listed before it, hides two places.
    static func redacted(
        _ text: [Unicode.Scalar],
        words: [String],
        mark: String
    ) -> Result<[Unicode.Scalar], MissingWord> {
        var result = text
        for word in words {
            guard let place = result.firstRange(of: Array(word.unicodeScalars)) else {
                return .failure(MissingWord(word: word))
            }
            result.replaceSubrange(place, with: Array(mark.unicodeScalars))
        }
        return .success(result)
    }

    /// A word that is not where it should be.
    struct MissingWord: Error, Equatable {
        let word: String
    }
}
