/// How a planted copy was made from its original.
public enum PlantedKind: Sendable, Hashable {
    /// Word for word.
    case exact
    /// So many percent of the characters substituted, inserted or deleted.
    case edited(percent: Int)
    /// Words hidden behind a redaction mark.
    case redacted
    /// The sentences in another order.
    case reordered
    /// A part of the original inside other text.
    case contained
    /// Broken into short lines.
    case wrapped
    /// Digits and letters in full width, punctuation in half width.
    case fullWidth
    /// In Traditional characters.
    case traditional
}

extension PlantedKind: RawRepresentable {
    /// Reads a name as written in label files, such as `exact` or `edit-10`.
    public init?(rawValue: String) {
        let plain: [PlantedKind] = [
            .exact, .redacted, .reordered, .contained, .wrapped, .fullWidth, .traditional,
        ]
        if let kind = plain.first(where: { $0.rawValue == rawValue }) {
            self = kind
            return
        }
        guard rawValue.hasPrefix("edit-"), let percent = Int(rawValue.dropFirst(5)) else {
            return nil
        }
        self = .edited(percent: percent)
    }

    /// The name written in label files.
    public var rawValue: String {
        switch self {
        case .exact: "exact"
        case .edited(let percent): "edit-\(percent)"
        case .redacted: "redacted"
        case .reordered: "reordered"
        case .contained: "contained"
        case .wrapped: "wrapped"
        case .fullWidth: "full-width"
        case .traditional: "traditional"
        }
    }

    /// How much a change hides of its original, to name a pair of copies by the greater change.
    var weight: Int {
        switch self {
        case .exact: 0
        case .wrapped: 1
        case .fullWidth: 2
        case .redacted: 3
        case .edited(let percent): 3 + percent
        case .traditional: 200
        case .reordered: 201
        case .contained: 202
        }
    }
}
