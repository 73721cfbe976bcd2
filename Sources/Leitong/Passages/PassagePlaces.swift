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

    /// Finds stretches in their sources.
    ///
    /// - Parameters:
    ///   - requests: Stretches in any order.
    ///   - threads: Threads at work.
    /// - Returns: One place a request.
    /// - Complexity: Linear in the documents that hold a stretch, and in the stretches.
    func find(_ requests: PlaceRequests, threads: Int) async -> FoundPlaces {
        let wanted = requests.byDocument(count: text.scalars.documentCount)
        let parts = await ParallelRanges.map(
            count: text.scalars.documentCount,
            chunkSize: Self.chunkSize,
            threads: threads
        ) { documents in
            var part = FoundPlaces.Part()
            for document in documents {
                let numbers = wanted.numbers[wanted.starts[document]..<wanted.starts[document + 1]]
                guard !numbers.isEmpty else { continue }
                let map = DocumentMap(
                    document: document,
                    of: collection.batch,
                    folder: folder,
                    base: text.scalars.documentStarts[document]
                )
                for number in numbers { find(number, of: requests, map, into: &part) }
            }
            return part
        }
        return FoundPlaces(parts, requestCount: requests.count, collection: collection)
    }

    private func find(
        _ number: UInt32,
        of requests: PlaceRequests,
        _ map: DocumentMap,
        into part: inout FoundPlaces.Part
    ) {
        let request = requests.requests[Int(number)]
        let bytes = map.byteRange(of: request.range)
        let start = map.scalarOffset(ofByte: bytes.lowerBound)
        let end = map.scalarOffset(ofByte: bytes.upperBound)
        let paragraph = self.paragraph(at: bytes.lowerBound, of: request.document)
        var entry = FoundPlaces.Entry(
            request: number,
            unit: unit(ofParagraph: paragraph, request.document),
            document: request.document,
            start..<end,
            line: map.line(ofByte: bytes.lowerBound)
        )
        if let paragraph, bytes.upperBound <= Int(collection.batch.paragraphs[paragraph].byteEnd),
            bytes.lowerBound >= Int(collection.batch.paragraphs[paragraph].byteStart)
        {
            entry.paragraph = UInt32(paragraph)
        }
        entry.isQuoted = request.asksForMarks && QuotationMarks.enclose(bytes, in: map.text)
        part.append(entry)
        cut(request, requests.runs[request.runs], bytes, start..<end, map, into: &part)
    }

    /// Cuts a side into its runs; what folding drops goes with the run before it.
    private func cut(
        _ request: PlaceRequests.Request,
        _ runs: ArraySlice<PlaceRequests.Run>,
        _ bytes: Range<Int>,
        _ scalars: Range<Int>,
        _ map: DocumentMap,
        into part: inout FoundPlaces.Part
    ) {
        guard !runs.isEmpty else { return }
        part.append(cut: scalars.lowerBound)
        var position = request.range.lowerBound
        var byte = bytes.lowerBound
        for index in runs.indices {
            position += runs[index].length
            let isLast = index == runs.endIndex - 1
            let next =
                isLast
                ? bytes.upperBound
                : Swift.min(Swift.max(byte, map.byteStart(of: position)), bytes.upperBound)
            part.append(cut: isLast ? scalars.upperBound : map.scalarOffset(ofByte: next))
            if request.wantsText {
                part.append(text: runs[index].wantsText ? map.string(byte..<next) : nil)
            }
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

    /// The unit of a paragraph, or the first of its document; `nil` where that has no paragraphs.
    private func unit(ofParagraph paragraph: Int?, _ document: Int) -> Int? {
        let paragraphs = collection.batch.documents[document].paragraphs
        return (paragraph ?? paragraphs.first).map { collection.units.unit(ofParagraph: $0) }
    }
}
