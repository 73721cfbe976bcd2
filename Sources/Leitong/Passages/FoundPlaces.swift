import LeitongCore
import LeitongDocuments
import LeitongReport

/// Where stretches of the stream stand in their sources, as ``PassagePlaces`` found them: in flat
/// arrays, left where they were made, for there are millions.
struct FoundPlaces: Sendable {
    private let collection: Collection
    private let parts: [Part]
    /// Part of each request's place, and number in it.
    private var numbers: [(part: UInt32, number: UInt32)]

    /// The places of some documents.
    struct Part: Sendable {
        fileprivate(set) var entries: [Entry] = []
        /// Where the runs begin, in Unicode scalars, and the end of the last of each request.
        fileprivate var cuts: [UInt32] = []
        /// Texts of the runs of requests that ask for one.
        fileprivate var texts: [String?] = []
    }

    /// A place.
    struct Entry: Sendable {
        var request: UInt32
        /// Number of the unit, or of the document where that has no paragraphs.
        var unit: UInt32
        var hasUnit: Bool
        /// Whether it stands inside quotation marks or after a verb of saying.
        var isQuoted: Bool
        /// Unicode scalars of the document's text.
        var start: UInt32
        var end: UInt32
        var line: UInt32
        /// The paragraph that holds all of it, or ``noParagraph``.
        var paragraph: UInt32
        fileprivate var firstCut: UInt32 = 0
        fileprivate var firstText: UInt32 = 0

        static let noParagraph = UInt32.max

        init(
            request: UInt32,
            unit: Int?,
            document: Int,
            _ scalars: Range<Int>,
            line: Int
        ) {
            self.request = request
            self.unit = UInt32(unit ?? document)
            hasUnit = unit != nil
            isQuoted = false
            start = UInt32(scalars.lowerBound)
            end = UInt32(scalars.upperBound)
            self.line = UInt32(line)
            paragraph = Self.noParagraph
        }
    }

    /// A place, with its runs.
    struct Side {
        fileprivate let part: Part
        fileprivate let entry: Entry
        /// The place.
        let place: Place

        /// The paragraph that holds all of it.
        var paragraph: Int? {
            entry.paragraph == Entry.noParagraph ? nil : Int(entry.paragraph)
        }

        /// Where a run begins in Unicode scalars, or the last one ends.
        func cut(_ index: Int) -> Int { Int(part.cuts[Int(entry.firstCut) + index]) }

        /// The text of a run; for requests that ask for one.
        func text(_ index: Int) -> String? { part.texts[Int(entry.firstText) + index] }
    }

    /// Brings places into the order of their requests.
    ///
    /// - Complexity: Linear.
    init(_ parts: [Part], requestCount: Int, collection: Collection) {
        self.parts = parts
        self.collection = collection
        numbers = [(UInt32, UInt32)](repeating: (0, 0), count: requestCount)
        for (part, found) in parts.enumerated() {
            for (number, entry) in found.entries.enumerated() {
                numbers[Int(entry.request)] = (
                    UInt32(truncatingIfNeeded: part), UInt32(truncatingIfNeeded: number)
                )
            }
        }
    }

    /// The side of a request.
    subscript(request: Int) -> Side {
        let part = parts[Int(numbers[request].part)]
        let entry = part.entries[Int(numbers[request].number)]
        return Side(part: part, entry: entry, place: place(entry))
    }

    /// The place of a request.
    func place(_ request: Int) -> Place {
        place(entry(request))
    }

    /// Whether the side of a request is quoted.
    func isQuoted(_ request: Int) -> Bool {
        entry(request).isQuoted
    }

    /// The paragraph that holds all of the side of a request.
    func paragraph(_ request: Int) -> Int? {
        let paragraph = entry(request).paragraph
        return paragraph == Entry.noParagraph ? nil : Int(paragraph)
    }

    private func entry(_ request: Int) -> Entry {
        parts[Int(numbers[request].part)].entries[Int(numbers[request].number)]
    }

    private func place(_ entry: Entry) -> Place {
        let number = Int(entry.unit)
        return Place(
            document: entry.hasUnit
                ? collection.units[number].name : collection.batch.documents[number].name,
            start: Int(entry.start),
            end: Int(entry.end),
            line: Int(entry.line)
        )
    }
}

extension FoundPlaces.Part {
    /// Adds a place; its runs are added next.
    mutating func append(_ entry: FoundPlaces.Entry) {
        var entry = entry
        entry.firstCut = UInt32(cuts.count)
        entry.firstText = UInt32(texts.count)
        entries.append(entry)
    }

    /// Adds where a run of the last place begins, or the last one ends.
    mutating func append(cut scalar: Int) {
        cuts.append(UInt32(scalar))
    }

    /// Adds the text of a run of the last place.
    mutating func append(text: String?) {
        texts.append(text)
    }
}
