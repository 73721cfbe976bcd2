import LeitongDocuments

/// Names that tell all documents apart.
///
/// Paths do; ids of records need not, within a file or between files. An id that several records
/// have is preceded by its file, `FILE:ID`, and followed by `~2`, `~3`… from the second record of
/// one file that has it.
struct UniqueNames {
    /// Names of the documents whose own name others have too, by position.
    private var replaced: [Int: String] = [:]

    init(of documents: [Document]) {
        if Self.differ(documents) { return }
        var holders: [String: Int] = [:]
        holders.reserveCapacity(documents.count)
        for document in documents { holders[document.name, default: 0] += 1 }
        guard holders.count < documents.count else { return }
        var used = Set(holders.keys)
        for (index, document) in documents.enumerated()
        where holders[document.name, default: 0] > 1 && document.name != document.path {
            let name = "\(document.path):\(document.name)"
            var candidate = name
            var count = 1
            while !used.insert(candidate).inserted {
                count += 1
                candidate = "\(name)~\(count)"
            }
            replaced[index] = candidate
        }
    }

    /// Whether all names have different hashes: then they differ, and no name is kept.
    private static func differ(_ documents: [Document]) -> Bool {
        var hashes = Set<Int>(minimumCapacity: documents.count)
        return documents.allSatisfy { hashes.insert($0.name.hashValue).inserted }
    }

    func name(of index: Int, _ document: Document) -> String {
        replaced[index] ?? document.name
    }
}
