public import LeitongModel

/// A file that was read before, byte for byte, to be written elsewhere.
public struct OriginalFile: Sendable {
    /// All bytes of the file.
    public let bytes: [UInt8]
    /// What they were decoded to.
    public let text: [UInt8]
    /// The encoding they are in.
    public let encoding: String

    /// Why a file cannot be written elsewhere.
    public struct Failure: Error, Sendable, Equatable {
        /// One sentence for people, without the path.
        public var message: String

        /// Creates a failure.
        public init(message: String) {
            self.message = message
        }
    }

    /// Reads a file again.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - text: What it was decoded to the first time.
    ///   - encoding: The encoding it was in then.
    /// - Throws: ``Failure`` if it cannot be read, or is not what it was.
    public init(_ file: InputFile, text: [UInt8], encoding: String) throws(Failure) {
        bytes = try Self.bytes(of: file)
        let decoded: DecodedText?
        // The usual case needs no decoder.
        if bytes == text {
            decoded = DecodedText(bytes: text, encoding: encoding)
        } else {
            let named = try? TextDecoder(encoding: encoding).decode(bytes)
            // The name of a marked encoding does not say that there is a mark.
            decoded = named?.bytes == text ? named : try? TextDecoder(encoding: nil).decode(bytes)
        }
        guard decoded?.bytes == text else { throw Failure(message: "changed while it was read") }
        self.text = text
        self.encoding = encoding
    }

    /// The bytes of a file whose text is not held against what was read before.
    public static func bytes(of file: InputFile) throws(Failure) -> [UInt8] {
        do throws(FileSystem.Failure) {
            return try FileSystem.contents(of: file, limit: ReadingLimits.longestDocument)
        } catch {
            throw Failure(message: error.words)
        }
    }

    /// The bytes of the file without some ranges of its text.
    ///
    /// - Parameter ranges: UTF-8 bytes of the text, rising and apart; each bound is the start of a
    ///   line or the end of what is on one.
    /// - Returns: Every other byte as it was, a byte order mark too.
    /// - Throws: ``Failure`` for an encoding that cannot be cut at its lines.
    /// - Complexity: Linear in the file.
    public func removing(_ ranges: [Range<Int>]) throws(Failure) -> [UInt8] {
        if bytes == text { return Self.cut(ranges, from: bytes) }
        let mark = ByteOrderMark(bytes)
        if encoding == "UTF-8", bytes.count == text.count + (mark?.length ?? 0) {
            let length = mark?.length ?? 0
            let shifted = ranges.map { $0.lowerBound + length..<$0.upperBound + length }
            return Self.cut(shifted, from: bytes)
        }
        let name = mark?.encoding ?? encoding
        let places = places(of: ranges, encoding: name, markLength: mark?.length ?? 0)
        for (range, place) in zip(ranges, places) {
            let line = try? IconvDecoder.decode(Array(bytes[place]), from: name)
            guard line.map({ $0[...] }) == text[range] else { throw Self.notByLines(encoding) }
        }
        guard places.count == ranges.count else { throw Self.notByLines(encoding) }
        return Self.cut(places, from: bytes)
    }

    /// Where characters of the text stand in the file.
    ///
    /// - Parameter offsets: UTF-8 bytes of the text, rising; one inside a character counts as its start.
    /// - Returns: Bytes of the file, its byte order mark counted; `nil` where they cannot be told.
    /// - Complexity: Linear in the file.
    public func places(of offsets: [Int]) -> [Int]? {
        let mark = ByteOrderMark(bytes)
        if bytes == text || encoding == "UTF-8" {
            let start = bytes.count - text.count
            guard start >= 0, bytes[start...] == text[...] else { return nil }
            return offsets.map { $0 + start }
        }
        let readings = [mark.map { ($0.encoding, $0.length) }, (encoding, 0)]
        for case (let name, let start)? in readings {
            let decoded = try? IconvDecoder.decode(Array(bytes[start...]), from: name)
            guard decoded == text else { continue }
            return IconvDecoder.places(of: offsets, in: bytes, from: start, encoding: name)
        }
        return nil
    }

    /// Where lines of the text lie in the file; none if the two do not have equally many.
    private func places(
        of ranges: [Range<Int>],
        encoding: String,
        markLength: Int
    ) -> [Range<Int>] {
        let bounds = WholeLines.bounds(of: text.span, from: 0, unit: CodeUnit(encoding: "UTF-8"))
        let written = WholeLines.bounds(
            of: bytes.span,
            from: markLength,
            unit: CodeUnit(encoding: encoding)
        )
        guard bounds.count == written.count else { return [] }
        var next = 0
        let place = { (offset: Int) -> Int? in
            while next < bounds.count, bounds[next] < offset { next += 1 }
            return next < bounds.count && bounds[next] == offset ? written[next] : nil
        }
        var places: [Range<Int>] = []
        for range in ranges {
            guard let start = place(range.lowerBound), let end = place(range.upperBound),
                start <= end
            else { return [] }
            places.append(start..<end)
        }
        return places
    }

    private static func cut(_ ranges: [Range<Int>], from bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var start = 0
        for range in ranges {
            output.append(contentsOf: bytes[start..<range.lowerBound])
            start = range.upperBound
        }
        output.append(contentsOf: bytes[start...])
        return output
    }

    private static func notByLines(_ encoding: String) -> Failure {
        Failure(
            message:
                "paragraphs cannot be removed from text in \(encoding); convert it to UTF-8 first"
        )
    }
}
