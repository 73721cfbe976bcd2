/// A plan for one speech: own text, and copies to plant between it.
///
/// Each line is own text, kept as it stands, or a directive that begins with `@` and names a speech
/// and a line of it:
///
///     @copy 05-note.txt 8
///     @edit 05-note.txt 5 10
///     @redact 05-note.txt 4 **
///     张三 李四
///
/// A recipe may name itself: then the number is that of an earlier line of own text.
public struct Recipe: Sendable, Equatable {
    /// The name of the recipe's file, and of the speech it makes.
    public let name: String
    /// What to write, in order.
    let steps: [Step]

    /// One thing to write.
    struct Step: Sendable, Equatable {
        /// The recipe line it stands on, counted from 1.
        let line: Int
        let action: Action
    }

    /// Own text, or a copy and how to make it.
    enum Action: Sendable, Equatable {
        case ownText(String)
        case plant(Change, Source)
    }

    /// The paragraph to copy.
    struct Source: Sendable, Equatable {
        let file: String
        /// Counted from 1.
        let line: Int
    }

    /// What is done to a copy.
    enum Change: Sendable, Equatable {
        case copy
        case edit(percent: Int)
        case redact(mark: String, words: [String])
        case reorder
        /// `sentences` counts from 1.
        case contain(sentences: ClosedRange<Int>, before: String, after: String)
        case wrap(columns: Int)
        case fullWidth
        case traditional(converted: String)

        var kind: PlantedKind {
            switch self {
            case .copy: .exact
            case .edit(let percent): .edited(percent: percent)
            case .redact: .redacted
            case .reorder: .reordered
            case .contain: .contained
            case .wrap: .wrapped
            case .fullWidth: .fullWidth
            case .traditional: .traditional
            }
        }
    }
}
