/// One text file of the corpus.
public struct Speech: Sendable, Equatable {
    /// The file's name, without folder.
    public let name: String
    /// All of its text.
    public let text: String

    /// Names a text.
    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }

    /// The lines of the text, blank ones included, with their places.
    var paragraphs: [PlacedParagraph] {
        var writer = SpeechWriter(name: name)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
        return lines.map { writer.write(paragraph: String($0)) }
    }
}

/// A paragraph and where it stands.
public struct PlacedParagraph: Sendable, Equatable {
    /// The name of the file it stands in.
    public let file: String
    /// Its text, line ends within it included.
    public let text: String
    /// Where it stands in the file, in Unicode scalars.
    public let range: Range<Int>
    /// The line it begins on, counted from 1.
    public let line: Int
    /// The section it stands in, counted from 1, in a file that holds several speeches.
    public let section: Int?
}

/// Writes a speech paragraph by paragraph and notes where each one stands.
struct SpeechWriter {
    private static let numerals = Set("一二三四五六七八九十".unicodeScalars)

    private let name: String
    private(set) var text = ""
    private var scalarCount = 0
    private var lineCount = 0
    private var section: Int?
    private var endsBlank = true

    init(name: String) {
        self.name = name
    }

    /// Writes a paragraph and a line end.
    mutating func write(paragraph: String) -> PlacedParagraph {
        if Self.isSectionHeading(paragraph) { section = (section ?? 0) + 1 }
        let start = scalarCount
        let length = paragraph.unicodeScalars.count
        let line = lineCount + 1
        text += paragraph + "\n"
        scalarCount += length + 1
        lineCount += 1 + paragraph.unicodeScalars.count { $0 == "\n" }
        endsBlank = paragraph.isEmpty
        return PlacedParagraph(
            file: name,
            text: paragraph,
            range: start..<start + length,
            line: line,
            section: section
        )
    }

    /// Writes a blank line unless one stands there.
    mutating func writeBlankLineIfNone() {
        if !endsBlank { _ = write(paragraph: "") }
    }

    /// Whether a line holds only an ordinal such as （一）, which begins a section.
    private static func isSectionHeading(_ line: String) -> Bool {
        let scalars = line.unicodeScalars
        guard scalars.count > 2, scalars.first == "（", scalars.last == "）" else { return false }
        return scalars.dropFirst().dropLast().allSatisfy(numerals.contains)
    }
}
