/// How much of a document another one explains.
///
/// ```swift
/// for document in report.documents {
///     for source in document.sources where source.order == .earlier {
///         print(document.name, "has", source.characters, "characters of", source.name)
///     }
/// }
/// ```
public struct DocumentSource: Codable, Sendable, Equatable {
    /// Name of the other document.
    public var name: String
    /// Folded characters that stand in copies shared with it.
    public var characters: Int
    /// Of these, characters that no other source explains.
    public var exclusiveCharacters: Int
    /// Whether it is earlier or later by the dates that both state; absent where these do not tell.
    public var order: Order?

    /// Which of two documents bears the earlier date.
    public enum Order: String, Codable, Sendable {
        /// The other document is earlier.
        case earlier
        /// The other document is later.
        case later
    }

    enum CodingKeys: String, CodingKey {
        case name, characters, order
        case exclusiveCharacters = "exclusive_characters"
    }

    /// Creates an entry.
    public init(name: String, characters: Int, exclusiveCharacters: Int, order: Order? = nil) {
        self.name = name
        self.characters = characters
        self.exclusiveCharacters = exclusiveCharacters
        self.order = order
    }
}
