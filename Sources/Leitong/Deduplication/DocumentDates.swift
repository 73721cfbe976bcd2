import LeitongDocuments

/// Dates of documents, read from a field of their records.
struct DocumentDates: Sendable {
    /// Instant of each document; `Int.max` where the date is missing or cannot be read.
    private var instants: [Int]

    /// Reads the dates of a collection.
    ///
    /// - Parameters:
    ///   - collection: The documents and the files they came from.
    ///   - options: Name of the field.
    /// - Complexity: Linear in the records.
    init(_ collection: Collection, _ options: DeduplicationOptions) {
        instants = [Int](repeating: .max, count: collection.batch.documents.count)
        let reader = RecordFieldReader(options.dateField)
        for file in collection.files where file.format == .jsonLines {
            let bytes = collection.batch.sources[file.source]
            for index in file.documents {
                let line = collection.batch.documents[index].recordByteRange
                let record = bytes.span.extracting(Int(line.lowerBound)..<Int(line.upperBound))
                let date = reader.value(in: record).flatMap { ISODate($0) }
                if let date { instants[index] = date.instant }
            }
        }
    }

    /// Documents without a date.
    var undatedCount: Int { instants.count { $0 == .max } }

    subscript(document: Int) -> Int { instants[document] }
}
