package import LeitongModel

/// Names that tell all documents apart.
///
/// Paths do; ids of records need not, within a file or between files. An id that several records
/// have is preceded by its file, `FILE:ID`, and followed by `~2`, `~3`… from the second record of
/// one file that has it. Texts in memory have no path but their id: the later of several with one id
/// are `ID~2`, `ID~3`….
package struct UniqueNames {
    private let documents: DocumentList
    /// Names of the documents whose own name others have too, by position.
    private let replaced: [Int: String]

    /// Names documents.
    ///
    /// - Parameter documents: The documents.
    /// - Returns: A name for each.
    /// - Complexity: Linear in the documents and the length of their names.
    package static func naming(_ documents: DocumentList) -> UniqueNames {
        UniqueNames(documents: documents, replaced: replacements(documents))
    }

    /// Names for the documents whose own name others have too, by position.
    private static func replacements(_ documents: DocumentList) -> [Int: String] {
        if differ(documents) { return [:] }
        var holders: [String: Int] = [:]
        holders.reserveCapacity(documents.count)
        for index in documents.indices { holders[documents.name(of: index), default: 0] += 1 }
        guard holders.count < documents.count else { return [:] }
        var replaced: [Int: String] = [:]
        var used = Set(holders.keys)
        var paths: Set<String> = []
        for index in documents.indices {
            let own = documents.name(of: index)
            guard holders[own, default: 0] > 1 else { continue }
            let path = documents[index].path
            if own == path, paths.insert(path).inserted { continue }
            let name = own == path ? own : "\(path):\(own)"
            var candidate = name
            var count = 1
            while !used.insert(candidate).inserted {
                count += 1
                candidate = "\(name)~\(count)"
            }
            replaced[index] = candidate
        }
        return replaced
    }

    /// Whether all names have different hashes: then they differ, and no name is kept.
    ///
    /// - Returns: `false` too if a name is more than ASCII, where one name may be spelt in two ways.
    private static func differ(_ documents: DocumentList) -> Bool {
        var hashes = HashSet(minimumCapacity: documents.count)
        var name: [UInt8] = []
        for index in documents.indices {
            name.removeAll(keepingCapacity: true)
            documents.appendName(of: index, to: &name)
            guard let hash = hash(ofASCII: name), hashes.insert(hash) else { return false }
        }
        return true
    }

    /// The hash of a name by FNV-1a of 64 bits (Fowler, Noll and Vo); `nil` for more than ASCII.
    private static func hash(ofASCII name: [UInt8]) -> UInt64? {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var all: UInt8 = 0
        for byte in name {
            all |= byte
            // Wrapping: the multiplication is defined modulo 2^64.
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        return all < 0x80 ? hash : nil
    }

    package func name(of index: Int) -> String {
        replaced[index] ?? documents.name(of: index)
    }
}

/// Hashes by open addressing: a set of the library would hash them again.
private struct HashSet {
    /// Upper halves of the hashes, where the lower halves or those before them lead to; 0 is an empty
    /// place.
    private var slots: [UInt32]

    package init(minimumCapacity: Int) {
        // At least twice the places, and a power of two.
        let bits = Int.bitWidth - (2 * minimumCapacity).leadingZeroBitCount
        slots = [UInt32](repeating: 0, count: 1 << bits)
    }

    /// Adds a hash.
    ///
    /// - Returns: Whether none like it was there: sure if `true`, and by far the most likely if not.
    mutating func insert(_ hash: UInt64) -> Bool {
        let mask = slots.count - 1
        let mark = UInt32(truncatingIfNeeded: hash >> 32) | 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while slots[place] != 0 {
            if slots[place] == mark { return false }
            place = (place + 1) & mask
        }
        slots[place] = mark
        return true
    }
}
