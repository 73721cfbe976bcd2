/// How long a shingle is.
///
/// ```swift
/// let shingles = Shingles(of: speech, rule: .characters(8))
/// var options = ComparisonOptions()
/// options.shingleRule = .width(16)
/// ```
public enum ShingleRule: Sendable, Equatable {
    /// The shortest run whose width reaches the value; a Chinese, Japanese or Korean character is
    /// 2 wide, any other 1, so that one rule serves all scripts: 10 is five Chinese characters or
    /// ten letters.
    case width(Int)
    /// A fixed number of characters, whatever their script.
    case characters(Int)

    /// The rule for standard use: width 10.
    public static let standard = ShingleRule.width(10)
}

extension ShingleRule: CustomStringConvertible {
    /// `width 10` or `5 characters`.
    public var description: String {
        switch self {
        case .width(let width): "width \(width)"
        case .characters(let count): "\(count) characters"
        }
    }
}
