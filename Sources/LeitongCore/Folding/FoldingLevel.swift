/// What is done to a text before it is compared.
///
/// ```swift
/// let one = Shingles(of: "這幾條溪流彙入大江", folding: .variants)
/// let other = Shingles(of: "这几条溪流汇入大江", folding: .variants)
/// print(one == other)    // true
/// ```
public enum FoldingLevel: String, Sendable, CaseIterable {
    /// Nothing: every Unicode scalar counts as it stands.
    case none
    /// NFKC and case folding, full and half width alike; white space, line wraps, zero-width
    /// characters, punctuation and symbols dropped, but for signs that carry meaning (`1.5`, `-3`,
    /// `a < b`); a redaction mark (`**`, `XX`, 某某) is a wildcard.
    case standard
    /// As ``standard``, and Traditional, Japanese and other variant forms of Chinese characters count
    /// as the Simplified ones, character by character.
    case variants
    /// As ``variants``, and letters that look like others count as those: Cyrillic а as Latin a.
    case confusables
}
