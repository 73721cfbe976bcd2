import LeitongModel

/// Why no text could be taken out of a file.
struct ExtractionFailure: Error, Equatable {
    var reason: SkippedInput.Reason
    /// One sentence for people, without the path.
    var message: String
    /// Where in the file the trouble begins, if it has a place.
    var byteOffset: Int?

    init(_ reason: SkippedInput.Reason, _ message: String, byteOffset: Int? = nil) {
        self.reason = reason
        self.message = message
        self.byteOffset = byteOffset
    }

    init(_ failure: DecodingFailure) {
        self.init(failure.reason, failure.message, byteOffset: failure.byteOffset)
    }
}

extension DocumentBatch {
    /// Notes what could not be read.
    mutating func skip(_ path: String, _ failure: ExtractionFailure) {
        skipped.append(
            SkippedInput(
                path: path,
                reason: failure.reason,
                message: failure.message,
                byteOffset: failure.byteOffset
            )
        )
    }
}
