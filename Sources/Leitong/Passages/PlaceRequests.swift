import LeitongCore

/// Stretches of the stream that are to be found in their sources, in flat arrays.
struct PlaceRequests: Sendable {
    /// A stretch, in few bytes: positions have 32 bits.
    struct Request: Sendable {
        private let start: UInt32
        private let length: UInt32
        private let documentNumber: UInt32
        private var firstRun: UInt32
        private let runCount: UInt32
        /// Whether the text of a run is wanted.
        let wantsText: Bool
        /// Whether it matters if the stretch is quoted.
        let asksForMarks: Bool

        fileprivate init(
            _ range: Range<Int>,
            of document: Int,
            runs: Range<Int>,
            wantsText: Bool,
            asksForMarks: Bool
        ) {
            start = UInt32(range.lowerBound)
            length = UInt32(range.count)
            documentNumber = UInt32(document)
            firstRun = UInt32(runs.lowerBound)
            runCount = UInt32(runs.count)
            self.wantsText = wantsText
            self.asksForMarks = asksForMarks
        }

        /// The stretch.
        var range: Range<Int> { Int(start)..<Int(start) + Int(length) }
        /// The document it lies in.
        var document: Int { Int(documentNumber) }
        /// Its runs, among those of all requests.
        var runs: Range<Int> { Int(firstRun)..<Int(firstRun) + Int(runCount) }

        fileprivate mutating func shiftRuns(by count: Int) {
            firstRun += UInt32(count)
        }
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
                range,
                of: document,
                runs: first..<runs.count,
                wantsText: wantsText,
                asksForMarks: asksForMarks
            )
        )
    }

    /// Adds other stretches, in order.
    mutating func append(_ parts: [PlaceRequests]) {
        requests.reserveCapacity(parts.reduce(requests.count) { $0 + $1.requests.count })
        runs.reserveCapacity(parts.reduce(runs.count) { $0 + $1.runs.count })
        for part in parts {
            let base = runs.count
            runs.append(contentsOf: part.runs)
            for request in part.requests {
                var request = request
                request.shiftRuns(by: base)
                requests.append(request)
            }
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
