/// Two seeds with the same text.
struct SeedHit: Equatable {
    /// Document of the second seed.
    var document: UInt32
    /// Position of the first, in the stream.
    var a: UInt32
    /// Position of the second.
    var b: UInt32

    var diagonal: Int { Int(b) - Int(a) }

    /// By diagonal, then by position.
    static func byDiagonal(_ first: SeedHit, _ second: SeedHit) -> Bool {
        (first.diagonal, first.a) < (second.diagonal, second.a)
    }
}

/// The hits of one document, grouped by the document on the other side.
struct HitList {
    private var hits: [SeedHit] = []
    private var sorted: [SeedHit] = []
    /// Hits with each document.
    private var counts: [UInt32]
    private var touched: [UInt32] = []

    init(documentCount: Int) {
        counts = [UInt32](repeating: 0, count: documentCount)
    }

    mutating func append(document: UInt32, a: UInt32, b: UInt32) {
        if counts[Int(document)] == 0 { touched.append(document) }
        counts[Int(document)] += 1
        hits.append(SeedHit(document: document, a: a, b: b))
    }

    /// Brings the hits of each document together.
    mutating func group() {
        touched.sort()
        var next = [Int](repeating: 0, count: touched.count)
        var start = 0
        for (place, document) in touched.enumerated() {
            next[place] = start
            start += Int(counts[Int(document)])
            // From here on the count is the document's place among those touched.
            counts[Int(document)] = UInt32(truncatingIfNeeded: place)
        }
        sorted = hits
        for hit in hits {
            let place = Int(counts[Int(hit.document)])
            sorted[next[place]] = hit
            next[place] += 1
        }
        for (place, document) in touched.enumerated() {
            counts[Int(document)] = UInt32(truncatingIfNeeded: next[place])
        }
    }

    /// The documents with hits, rising, and their hits.
    var groups: [(document: Int, hits: ArraySlice<SeedHit>)] {
        var start = 0
        return touched.map { document in
            let end = Int(counts[Int(document)])
            defer { start = end }
            return (Int(document), sorted[start..<end])
        }
    }

    mutating func removeAll() {
        for document in touched { counts[Int(document)] = 0 }
        touched.removeAll(keepingCapacity: true)
        hits.removeAll(keepingCapacity: true)
    }
}
