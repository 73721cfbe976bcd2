import LeitongModel

/// The units of a corpus, made when they are asked for.
///
/// ```swift
/// let longest = corpus.units.max { $0.paragraphs.count < $1.paragraphs.count }
/// print(corpus.units.count, longest?.name ?? "none")
/// ```
///
/// Of a corpus without compiled documents it holds nothing but the names that had to be made:
/// a unit is a document.
public struct ScoredDocuments: RandomAccessCollection, Sendable {
    private let batch: DocumentBatch
    private let names: UniqueNames
    /// Document and section of each unit; empty if every unit is a document.
    private var places: [UnitPlace] = []
    /// Unit of each paragraph; empty if every unit is a document.
    private var unitOfParagraph: [UInt32] = []

    /// Lists the units of a batch.
    ///
    /// - Parameter batch: The documents.
    /// - Complexity: Linear in the documents; in the paragraphs if there are sections.
    init(_ batch: DocumentBatch) {
        self.batch = batch
        names = UniqueNames.naming(batch.documents)
        guard !batch.sections.isEmpty else { return }
        for (index, document) in batch.documents.enumerated() {
            guard !document.sections.isEmpty else {
                places.append(UnitPlace(document: index, section: nil))
                continue
            }
            for section in document.sections {
                places.append(UnitPlace(document: index, section: section))
            }
        }
        unitOfParagraph = [UInt32](repeating: 0, count: batch.paragraphs.count)
        for unit in places.indices {
            for paragraph in paragraphs(ofUnit: unit) { unitOfParagraph[paragraph] = UInt32(unit) }
        }
    }

    /// Position of the first unit: 0.
    public var startIndex: Int { 0 }

    /// Number of the units.
    public var endIndex: Int { places.isEmpty ? batch.documents.count : places.count }

    /// A unit with its name.
    public subscript(unit: Int) -> ScoredDocument {
        let index = document(ofUnit: unit)
        let document = batch.documents[index]
        let name = name(ofUnit: unit)
        guard let position = section(ofUnit: unit) else {
            return ScoredDocument(
                document: index,
                section: nil,
                name: name,
                title: document.title,
                date: document.date,
                dateSource: document.dateSource,
                fileDate: document.fileDate,
                paragraphs: document.paragraphs
            )
        }
        let section = batch.sections[position]
        let isPreamble = section.ordinal == 0
        return ScoredDocument(
            document: index,
            section: section.ordinal,
            name: name,
            title: isPreamble ? document.title : section.title,
            date: isPreamble ? document.date : section.date,
            dateSource: isPreamble ? document.dateSource : section.date.map { _ in .text },
            fileDate: document.fileDate,
            paragraphs: section.paragraphs
        )
    }

    /// Name of a unit in reports: the document's, with `#N` for a section.
    func name(ofUnit unit: Int) -> String {
        let index = document(ofUnit: unit)
        let name = names.name(of: index)
        guard let section = section(ofUnit: unit), batch.sections[section].ordinal > 0 else {
            return name
        }
        return "\(name)#\(batch.sections[section].ordinal)"
    }

    /// Names and dates of the units that bear one.
    var dates: [(name: String, date: DocumentDate)] {
        indices.compactMap { unit in date(ofUnit: unit).map { (name(ofUnit: unit), $0) } }
    }

    /// The date of a unit, where one is known.
    func date(ofUnit unit: Int) -> DocumentDate? {
        let section = section(ofUnit: unit).map { batch.sections[$0] }
        if let section, section.ordinal > 0 { return section.date }
        return batch.documents.date(of: document(ofUnit: unit))
    }

    /// Whether a unit is what stands before the first section of its document.
    func isPreamble(_ unit: Int) -> Bool {
        section(ofUnit: unit).map { batch.sections[$0].ordinal == 0 } ?? false
    }

    /// Position of a unit's document in the batch.
    func document(ofUnit unit: Int) -> Int {
        places.isEmpty ? unit : places[unit].document
    }

    /// Positions of a unit's paragraphs in the batch.
    func paragraphs(ofUnit unit: Int) -> Range<Int> {
        if let section = section(ofUnit: unit) { return batch.sections[section].paragraphs }
        return batch.documents.paragraphs(of: document(ofUnit: unit))
    }

    /// The unit that a paragraph stands in.
    func unit(ofParagraph paragraph: Int) -> Int {
        unitOfParagraph.isEmpty
            ? Int(batch.paragraphs[paragraph].document) : Int(unitOfParagraph[paragraph])
    }

    private func section(ofUnit unit: Int) -> Int? {
        places.isEmpty ? nil : places[unit].section
    }

    private struct UnitPlace {
        var document: Int
        /// Position in the sections of the batch.
        var section: Int?
    }
}
