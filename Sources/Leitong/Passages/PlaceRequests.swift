import LeitongCore

/// Stretches of the stream that are to be found in their sources, in flat arrays.
struct PlaceRequests: Sendable {
    /// A stretch.
    struct Request: Sendable {
        var range: Range<Int>
        /// The document it lies in.
        var document: Int
        /// Its runs, among those of all requests.
        var runs: Range<Int>
        /// Whether the text of a run is wanted.
        var wantsText: Bool
        /// Whether it matters if the stretch is quoted.
        var asksForMarks: Bool
    }

    /// A part of a stretch.
    struct Run: Sendable {
        private let count: UInt32
        /// Whether its text is wanted.
        let wantsText: Bool

        /// Creates a part of some folded scalars.
        init(_ length: Int, wantsText: Bool = false) {
            count = UInt32(length)
            self.wantsText = wantsText
        }

        /// Folded scalars.
        var length: Int { Int(count) }
    }

    /// The stretches, in the order they were added.
    private(set) var requests: [Request] = []
    /// Parts of the stretches.
    private(set) var runs: [Run] = []

    /// Number of stretches.
    var count: Int { requests.count }

    /// Makes room.
    mutating func reserveCapacity(_ count: Int) {
        requests.reserveCapacity(count)
    }

    /// Adds a stretch.
    ///
    /// - Parameters:
    ///   - range: The stretch, not empty.
    ///   - document: The document it lies in.
    ///   - asksForMarks: Whether it matters if it is quoted.
    ///   - parts: The runs that make it up.
    mutating func append(
        _ range: Range<Int>,
        of document: Int,
        asksForMarks: Bool = false,
        runs parts: some Sequence<Run> = EmptyCollection()
    ) {
        let first = runs.count
        var wantsText = false
        for part in parts {
            runs.append(part)
            if part.wantsText { wantsText = true }
        }
        requests.append(
            Request(
                range: range,
                document: document,
                runs: first..<runs.count,
                wantsText: wantsText,
                asksForMarks: asksForMarks
            )
        )
    }

    /// Adds other stretches.
    mutating func append(_ other: PlaceRequests) {
        let base = runs.count
        runs.append(contentsOf: other.runs)
        for request in other.requests {
            var request = request
            request.runs = base + request.runs.lowerBound..<base + request.runs.upperBound
            requests.append(request)
        }
    }

    /// The numbers of the stretches of each document, rising.
    ///
    /// - Returns: Numbers by document, and where those of each document begin.
    func byDocument(count documentCount: Int) -> (numbers: [UInt32], starts: [Int]) {
        var starts = [Int](repeating: 0, count: documentCount + 1)
        for request in requests { starts[request.document + 1] += 1 }
        for document in 0..<documentCount { starts[document + 1] += starts[document] }
        var numbers = [UInt32](repeating: 0, count: requests.count)
        var next = starts
        for (number, request) in requests.enumerated() {
            numbers[next[request.document]] = UInt32(truncatingIfNeeded: number)
            next[request.document] += 1
        }
        return (numbers, starts)
    }
}
