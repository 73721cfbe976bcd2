import LeitongModel

/// Takes the text out of files of Word before 2007 and WPS, with catdoc or LibreOffice if one is there.
struct LegacyWordExtractor: TextExtractor {
    let limits: ReadingLimits
    let hints: ReadingHints

    func extract(
        _ bytes: [UInt8],
        _ budget: inout ArchiveBudget
    ) throws(ExtractionFailure) -> ExtractedText {
        guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else {
            // Programs save web pages and plain text under this name.
            return try plainText(bytes)
        }
        let marks = Self.names(in: bytes)
        if marks.isEncrypted { throw ExtractionFailure(.encrypted, "asks for a password") }
        guard marks.isWord else {
            throw ExtractionFailure(
                .unsupported,
                "is an old Office file, but no Word document; save it as text or CSV"
            )
        }
        if let office = HelperProgram("soffice", limits: officeLimits, hints: hints) {
            return try withOffice(bytes, office, &budget)
        }
        if let catdoc = HelperProgram("catdoc", limits: limits, hints: hints) {
            let result = try catdoc.run(on: bytes, ["-d", "utf-8", "-w", "input"])
            return try text(result)
        }
        throw ExtractionFailure(
            .helperMissing,
            "is an old Word or WPS file; LibreOffice or catdoc reads it (install one of them)"
        )
    }

    /// LibreOffice asks for much more address space than it uses.
    private var officeLimits: ReadingLimits {
        var limits = limits
        limits.helperBytes *= 4
        return limits
    }

    private func withOffice(
        _ bytes: [UInt8],
        _ office: HelperProgram,
        _ budget: inout ArchiveBudget
    ) throws(ExtractionFailure) -> ExtractedText {
        // A profile of its own: two runs cannot share one. Macros of the file are not run by it.
        let result = try office.run(
            on: bytes,
            [
                "-env:UserInstallation=file://\(HelperProgram.folderMark)/profile", "--headless",
                "--norestore",
                "--convert-to", "odt", "input",
            ],
            output: "input.odt"
        )
        guard !result.output.isEmpty else {
            throw ExtractionFailure(.malformed, "cannot be read by LibreOffice")
        }
        return try ODTExtractor().extract(result.output, &budget)
    }

    private func text(_ result: HelperProgram.Result) throws(ExtractionFailure) -> ExtractedText {
        guard result.status == 0 else {
            throw ExtractionFailure(.malformed, "cannot be read by catdoc")
        }
        var builder = ParagraphBuilder()
        for line in result.output.split(whereSeparator: { $0 == 0x0A || $0 == 0x0C }) {
            builder.append(Array(line).span)
            builder.endParagraph()
        }
        return ExtractedText(bytes: builder.bytes)
    }

    private func plainText(_ bytes: [UInt8]) throws(ExtractionFailure) -> ExtractedText {
        do throws(DecodingFailure) {
            let text = try TextDecoder(encoding: nil, hints: hints).decode(bytes)
            // Every line may be part of a paragraph, as in a text file.
            let ends = text.bytes.indices.filter { text.bytes[$0] == 0x0A }
            return ExtractedText(
                bytes: text.bytes,
                softBreaks: ends,
                encoding: text.encoding,
                evidence: text.evidence
            )
        } catch {
            throw ExtractionFailure(error)
        }
    }

    /// What the directory of a compound file names, in UTF-16.
    private static func names(in bytes: [UInt8]) -> (isWord: Bool, isEncrypted: Bool) {
        let holds = { (name: String) in
            bytes.firstRange(of: name.utf8.flatMap { [$0, 0] }) != nil
        }
        return (holds("WordDocument"), holds("EncryptedPackage"))
    }
}
