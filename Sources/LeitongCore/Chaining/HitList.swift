import LeitongAlgorithms

/// Two seeds with the same text.
struct SeedHit: Equatable {
    /// Document of the second seed.
    var document: UInt32
    /// Position of the first, in the stream.
    var a: UInt32
    /// Position of the second.
    var b: UInt32
    /// Whether the text stands in few places.
    var isRare: Bool

    var diagonal: Int { Int(b) - Int(a) }

    /// The same seen from the other document.
    var exchanged: SeedHit {
        SeedHit(document: document, a: b, b: a, isRare: isRare)
    }

    /// By document, then by diagonal, then by position.
    @inline(__always)
    static func precedes(_ first: SeedHit, _ second: SeedHit) -> Bool {
        if first.document != second.document { return first.document < second.document }
        if first.diagonal != second.diagonal { return first.diagonal < second.diagonal }
        return first.a < second.a
    }
}

/// The hits of one document, grouped by the document on the other side.
struct HitList {
    private var hits: [SeedHit] = []

    mutating func append(_ hit: SeedHit) {
        hits.append(hit)
    }

    /// Brings the hits of each document together, by diagonal, then by position.
    ///
    /// - Complexity: As sorting; memory for the hits alone, however many documents there are.
    mutating func group() {
        hits.sort(by: SeedHit.precedes)
    }

    /// Calls `body` with each document that has hits, rising, and its hits.
    func forEachGroup(_ body: (Int, ArraySlice<SeedHit>) -> Void) {
        hits.indices.forEachRun(
            by: { hits[$0].document },
            do: { run in
                body(Int(hits[run.lowerBound].document), hits[run])
            }
        )
    }

    mutating func removeAll() {
        hits.removeAll(keepingCapacity: true)
    }
}
