import LeitongCore
import LeitongDocuments
import LeitongReport

/// Where passages stand in their sources: the only stage that goes back from folded text.
struct PassagePlaces: Sendable {
    let collection: Collection
    let text: TextStream
    let folder: Folder
    let keepsTexts: Bool

    /// Documents a chunk.
    private static let chunkSize = 4

    /// A stretch of the stream to be found in its source.
    struct Request: Sendable {
        var range: Range<Int>
        /// Lengths of the runs that make it up, in folded scalars.
        var runs: [Int] = []
        /// Whether the text of each run is wanted.
        var wantsText: [Bool] = []
        /// Whether it matters if the stretch is quoted.
        var asksForMarks = false
    }

    /// What was found.
    struct Side: Sendable {
        var place: Place
        /// Where each run begins in Unicode scalars, and the end of the last.
        var cuts: [Int] = []
        /// Texts of the runs that were asked for.
        var texts: [String?] = []
        /// Whether it stands inside quotation marks or after a verb of saying.
        var isQuoted = false
        /// The paragraph that holds all of it.
        var paragraph: Int?
    }

    /// The sides by request: left where they were found, for there are millions.
    struct Sides: Sendable {
        private let parts: [[(request: Int, side: Side)]]
        /// Part of each request's side, and place in it.
        private var places: [(part: UInt32, place: UInt32)]

        init(_ parts: [[(request: Int, side: Side)]], requestCount: Int) {
            self.parts = parts
            places = [(UInt32, UInt32)](repeating: (0, 0), count: requestCount)
            for (part, entries) in parts.enumerated() {
                for (place, entry) in entries.enumerated() {
                    places[entry.request] = (
                        UInt32(truncatingIfNeeded: part), UInt32(truncatingIfNeeded: place)
                    )
                }
            }
        }

        /// The side of a request.
        subscript(request: Int) -> Side {
            let place = places[request]
            return parts[Int(place.part)][Int(place.place)].side
        }

        /// Whether the side of a request is quoted.
        func isQuoted(_ request: Int) -> Bool {
            let place = places[request]
            return parts[Int(place.part)][Int(place.place)].side.isQuoted
        }
    }

    /// Finds stretches in their sources.
    ///
    /// - Parameters:
    ///   - requests: Stretches in any order, none empty.
    ///   - threads: Threads at work.
    /// - Returns: One side a request.
    /// - Complexity: Linear in the documents that hold a stretch, and in the stretches.
    func find(_ requests: [Request], threads: Int) async -> Sides {
        var byDocument = [[Int]](repeating: [], count: text.scalars.documentCount)
        for (index, request) in requests.enumerated() {
            byDocument[text.scalars.document(at: request.range.lowerBound)].append(index)
        }
        let wanted = byDocument
        let parts = await ParallelRanges.map(
            count: wanted.count,
            chunkSize: Self.chunkSize,
            threads: threads
        ) { documents in
            documents.flatMap { document -> [(request: Int, side: Side)] in
                guard !wanted[document].isEmpty else { return [] }
                let map = DocumentMap(
                    document: document,
                    of: collection.batch,
                    folder: folder,
                    base: text.scalars.documentStarts[document]
                )
                return wanted[document].map { ($0, side(of: requests[$0], document, map)) }
            }
        }
        return Sides(parts, requestCount: requests.count)
    }

    private func side(of request: Request, _ document: Int, _ map: DocumentMap) -> Side {
        let bytes = map.byteRange(of: request.range)
        let start = map.scalarOffset(ofByte: bytes.lowerBound)
        let end = map.scalarOffset(ofByte: bytes.upperBound)
        let paragraph = self.paragraph(at: bytes.lowerBound, of: document)
        var side = Side(
            place: Place(
                document: unitName(ofParagraph: paragraph, document),
                start: start,
                end: end,
                line: map.line(ofByte: bytes.lowerBound)
            )
        )
        if let paragraph, bytes.upperBound <= Int(collection.batch.paragraphs[paragraph].byteEnd),
            bytes.lowerBound >= Int(collection.batch.paragraphs[paragraph].byteStart)
        {
            side.paragraph = paragraph
        }
        side.isQuoted = request.asksForMarks && QuotationMarks.enclose(bytes, in: map.text)
        cut(&side, request, bytes, map)
        return side
    }

    /// Cuts a side into its runs; what folding drops goes with the run before it.
    private func cut(
        _ side: inout Side,
        _ request: Request,
        _ bytes: Range<Int>,
        _ map: DocumentMap
    ) {
        guard !request.runs.isEmpty else { return }
        side.cuts.reserveCapacity(request.runs.count + 1)
        side.cuts.append(side.place.start)
        var position = request.range.lowerBound
        var byte = bytes.lowerBound
        for (index, length) in request.runs.enumerated() {
            position += length
            let isLast = index == request.runs.count - 1
            let next =
                isLast
                ? bytes.upperBound
                : Swift.min(Swift.max(byte, map.byteStart(of: position)), bytes.upperBound)
            side.cuts.append(isLast ? side.place.end : map.scalarOffset(ofByte: next))
            side.texts.append(request.wantsText[index] ? map.string(byte..<next) : nil)
            byte = next
        }
    }

    /// The last paragraph of a document that begins at or before a byte.
    private func paragraph(at byte: Int, of document: Int) -> Int? {
        let range = collection.batch.documents[document].paragraphs
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) / 2
            if Int(collection.batch.paragraphs[middle].byteStart) <= byte {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low > range.lowerBound ? low - 1 : nil
    }

    private func unitName(ofParagraph paragraph: Int?, _ document: Int) -> String {
        let paragraphs = collection.batch.documents[document].paragraphs
        guard let paragraph = paragraph ?? paragraphs.first else {
            return collection.batch.documents[document].name
        }
        return collection.units.name(ofUnit: collection.units.unit(ofParagraph: paragraph))
    }
}
