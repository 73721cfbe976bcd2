@testable internal import LeitongFormats
@testable internal import LeitongModel

/// Parsers that read no whole file.
enum FuzzedPieces {
    /// Puts paragraphs together of what pdftotext might have written.
    static func layOut(_ bytes: [UInt8]) {
        guard let text = try? PDFExtractor.text(ofPages: bytes) else { return }
        check(text.bytes)
        precondition(text.softBreaks.allSatisfy { text.bytes[$0] == 0x0A }, "no line end")
    }

    /// Decodes bytes in whichever encoding they seem to have, or in the one the first byte names.
    static func decode(_ bytes: [UInt8]) {
        let names = ["GB18030", "BIG5-HKSCS", "SHIFT_JIS", "EUC-KR", "UTF-16LE", "WINDOWS-1251"]
        if let text = try? TextDecoder(encoding: nil).decode(bytes) { check(text.bytes) }
        guard let first = bytes.first else { return }
        let name = names[Int(first) % names.count]
        guard (try? TextDecoder(encoding: name).decode(Array(bytes.dropFirst()))) == nil else {
            return
        }
        _ = DamagedBytes(in: bytes, encoding: name, from: 0)
    }

    /// Looks for dates in a name, a field and a line.
    static func findDates(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let dates = [
            DateFinder.date(ofPath: text), DateFinder.date(ofField: text),
            DateFinder.date(ofLine: text),
        ]
        for date in dates.compactMap(\.self) {
            precondition(date.month.map { (1...12).contains($0) } ?? true, "no such month")
            precondition(date.day.map { (1...31).contains($0) } ?? true, "no such day")
            precondition(
                date.earliest <= date.latest && !date.text.isEmpty,
                "ends before it begins"
            )
        }
        _ = DateFinder.isDate(text)
    }

    private static func check(_ bytes: [UInt8]) {
        precondition(UTF8Validation.firstInvalidOffset(in: bytes) == nil, "text that is no UTF-8")
    }
}
