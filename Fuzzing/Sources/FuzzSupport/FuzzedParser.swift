internal import LeitongFormats
internal import LeitongModel

/// The parsers that are fuzzed, each as one call that takes any bytes.
///
/// Whatever the bytes are, the call returns: what it makes is checked, and a broken promise traps.
public enum FuzzedParser: Sendable {
    case html, docx, odt, epub, rtf, pdfLayout, table, jsonLines, archive, encoding, text, date

    /// Runs the parser on what libFuzzer made up.
    ///
    /// - Parameters:
    ///   - start: The first byte.
    ///   - count: Number of bytes.
    /// - Returns: 0, as libFuzzer wants it.
    public func run(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
        // Safe: libFuzzer lends so many bytes for the time of the call; they are copied.
        let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
        run(bytes)
        return 0
    }

    private func run(_ bytes: [UInt8]) {
        switch self {
        case .html: FuzzedFile(bytes, as: .html).check()
        case .rtf: FuzzedFile(bytes, as: .rtf).check()
        case .docx: FuzzedFile(FuzzedContainer.docx(bytes), as: .docx).check()
        case .odt: FuzzedFile(FuzzedContainer.odt(bytes), as: .odt).check()
        case .epub: FuzzedFile(FuzzedContainer.epub(bytes), as: .epub).check()
        case .archive: FuzzedFile(FuzzedContainer.zip(bytes), as: .archive).check()
        case .table:
            let (choice, rest) = (bytes.first ?? 0, Array(bytes.dropFirst()))
            FuzzedFile(utf8: rest, as: choice & 1 == 0 ? .csv : .tsv).check()
        case .jsonLines: FuzzedFile(utf8: bytes, as: .jsonLines).check()
        case .text:
            FuzzedFile(utf8: bytes, as: .text).check()
            FuzzedFile(utf8: bytes, as: .markdown).check()
        case .pdfLayout: FuzzedPieces.layOut(bytes)
        case .encoding: FuzzedPieces.decode(bytes)
        case .date: FuzzedPieces.findDates(bytes)
        }
    }
}
