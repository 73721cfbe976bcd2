@testable import LeitongModel

/// The paragraphs of a text, cut by the splitter.
struct Splitting {
    let text: String
    let bytes: [UInt8]
    let scalarCount: Int
    let paragraphs: [Paragraph]

    init(_ text: String) {
        self.text = text
        let bytes = Array(text.utf8)
        self.bytes = bytes
        var splitter = ParagraphSplitter()
        var paragraphs: [Paragraph] = []
        scalarCount = splitter.split(bytes.span, document: 0, into: &paragraphs)
        self.paragraphs = paragraphs
    }

    var texts: [String] {
        paragraphs.map { paragraph in
            String(
                decoding: bytes[Int(paragraph.byteStart)..<Int(paragraph.byteEnd)],
                as: UTF8.self
            )
        }
    }
}
