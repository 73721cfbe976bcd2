import ArgumentParser
import Foundation
import Leitong
@_spi(Core) import LeitongCore
import LeitongFiles
import LeitongModel

/// `leitong background weigh`.
struct BackgroundWeighCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "weigh",
        abstract: "Print how many bits each paragraph tells.",
        discussion: """
            A line for each paragraph, parted by tabs: its bits, its characters (letters and \
            digits), the document, the line in it, the text. The bits are what 'leitong find' \
            would count of such a text that stands alone, before it asks how many documents hold \
            it; see --set-phrase-bits and --rich-bits there.

              leitong background weigh phrases.txt | sort -n
            """
    )

    @OptionGroup(title: "Input")
    var input: InputArguments

    @OptionGroup
    var model: ModelArguments

    mutating func validate() throws {
        guard !input.paths.isEmpty else {
            throw ValidationError("Missing expected argument '<path> ...'")
        }
    }

    func run() async throws {
        let model = try model.model() ?? .standard
        let batch = try await input.loader().load(paths: input.paths).batch
        for entry in batch.skipped { StandardError.say(entry.line) }
        guard !batch.documents.isEmpty else {
            StandardError.say("no document could be read")
            throw ExitStatus.wrongUse
        }
        try OutputFile.writeToStandardOutput { sink in
            var lines = WeighedLines(model: model)
            for document in batch.documents { try sink(lines.lines(of: document, in: batch)) }
        }
        try ExitStatus.end(skipped: batch.skipped.count)
    }
}

/// Weighs paragraphs, one after the other.
private struct WeighedLines {
    private let model: BackgroundModel
    private let folder = Folder(level: .standard)
    private var folded = FoldedText()
    private var scratch: [UInt8] = []

    init(model: BackgroundModel) {
        self.model = model
    }

    /// The lines of all paragraphs of a document.
    mutating func lines(of document: Document, in batch: DocumentBatch) -> [UInt8] {
        var lines: [UInt8] = []
        // Out of `self` while it is lent.
        var scratch: [UInt8] = []
        swap(&scratch, &self.scratch)
        for index in document.paragraphs {
            batch.withText(ofParagraph: index, scratch: &scratch) { text in
                lines += Array(weigh(text).utf8)
                lines += document.name.utf8.map(Self.printable)
                lines += Array("\t\(batch.paragraphs[index].line)\t".utf8)
                for index in text.indices { lines.append(Self.printable(text[index])) }
                lines.append(UInt8(ascii: "\n"))
            }
        }
        swap(&scratch, &self.scratch)
        return lines
    }

    /// The columns that are numbers.
    private mutating func weigh(_ text: Span<UInt8>) -> String {
        folder.fold(text, into: &folded, keepingMap: false)
        var scalars: [UInt32] = []
        var bits: [Float] = []
        folded.decodeScalars(into: &scalars)
        model.surprisals(of: scalars.span, from: 0, into: &bits)
        return String(format: "%.1f", bits.reduce(0, +)) + "\t\(folded.characterCount)\t"
    }

    /// A byte that ends neither a column nor a line.
    private static func printable(_ byte: UInt8) -> UInt8 {
        byte < 0x20 || byte == 0x7F ? 0x20 : byte
    }
}
