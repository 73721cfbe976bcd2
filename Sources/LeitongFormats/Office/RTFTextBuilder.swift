import LeitongModel

/// The text of an RTF file as it is read.
struct RTFTextBuilder {
    private var state = State()
    private var stack: [State] = []
    private var fonts: [Int: String] = [:]
    private var codePage: String
    /// Whether the user names the code page of all text.
    private let isFixed: Bool
    /// Bytes to be decoded together: a character may have two.
    private var pending: [UInt8] = []
    private var highSurrogate: UInt16?
    /// Replacements to be left out behind a character in Unicode.
    private var skipCount = 0
    private var isStar = false
    private var builder = ParagraphBuilder()
    private var notes = ParagraphBuilder()
    private var title: [UInt8] = []
    private var undecodable = 0

    /// Deeper groups than any writer makes cost memory only.
    private static let depthLimit = 10_000

    /// What a group inherits.
    private struct State {
        var place = Place.text
        var font: String?
        /// Number of the font that the table is describing.
        var described = 0
        var skipLength = 1
        var isHidden = false
    }

    /// Where text goes.
    private enum Place {
        case text, note, title, fontTable, nowhere
    }

    init(encoding: String?) {
        codePage = encoding ?? "CP1252"
        isFixed = encoding != nil
    }

    mutating func read(
        _ token: RTFScanner.Token,
        _ scanner: inout RTFScanner
    ) throws(ExtractionFailure) {
        if case .byte(let byte) = token {
            readByte(byte)
            return
        }
        if skipCount > 0, isReplacement(token) { return }
        flush()
        switch token {
        case .begin:
            guard stack.count < Self.depthLimit else {
                throw ExtractionFailure(.tooDeep, "nests groups more than \(Self.depthLimit) deep")
            }
            skipCount = 0
            stack.append(state)
        case .end:
            skipCount = 0
            if state.place == .note, stack.last?.place != .note { notes.endParagraph() }
            state = stack.popLast() ?? State()
        case .symbol(let symbol): readSymbol(symbol)
        case .word(let word, let number):
            if word == "bin" { scanner.skip(number ?? 0) }
            readWord(word, number)
        case .byte: break
        }
        if token != .symbol(UInt8(ascii: "*")) { isStar = false }
    }

    /// Ends the file.
    mutating func finish() -> ExtractedText {
        flush()
        builder.appendParagraphs(
            ExtractedText(bytes: notes.bytes, softBreaks: notes.softBreaks)
        )
        var text = ExtractedText(
            bytes: builder.bytes,
            softBreaks: builder.softBreaks,
            encoding: codePage
        )
        if !title.isEmpty { text.metadata.title = String(decoding: title, as: UTF8.self) }
        if undecodable > 0 {
            text.metadata.warnings.append("\(undecodable) bytes are no text in their code page")
        }
        return text
    }

    private mutating func readByte(_ byte: UInt8) {
        isStar = false
        if skipCount > 0 {
            skipCount -= 1
        } else {
            pending.append(byte)
        }
    }

    /// Whether a word or symbol stands for a character that was given in Unicode.
    private mutating func isReplacement(_ token: RTFScanner.Token) -> Bool {
        switch token {
        case .symbol: break
        case .word(let word, _) where Self.characters[word] != nil: break
        default:
            if case .word("u", _) = token { skipCount = 0 }
            return false
        }
        skipCount -= 1
        return true
    }

    private mutating func readSymbol(_ symbol: UInt8) {
        switch symbol {
        case UInt8(ascii: "*"): isStar = true
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"): append([symbol])
        case UInt8(ascii: "~"): append(Array("\u{A0}".utf8))
        case UInt8(ascii: "_"): append([UInt8(ascii: "-")])
        case 0x0A, 0x0D: endParagraph()
        default: break
        }
    }

    private mutating func readWord(_ word: String, _ number: Int?) {
        if isStar, !Self.knownStars.contains(word) || Self.leftOut.contains(word) {
            state.place = .nowhere
            return
        }
        if let character = Self.characters[word] {
            append(Array(character.utf8))
            return
        }
        switch word {
        case "par", "sect", "page", "cell", "row", "nestcell", "nestrow": endParagraph()
        case "line": if state.place == .text { builder.lineBreak() }
        case "u": readUnicode(number ?? 0)
        case "uc": state.skipLength = max(0, min(number ?? 1, 16))
        case "ansicpg": if !isFixed, let number, number > 0 { codePage = "CP\(number)" }
        case "f": readFont(number ?? 0)
        case "fcharset": readCharacterSet(number ?? 0)
        case "v", "deleted": state.isHidden = number != 0
        case "plain": state.isHidden = false
        case "footnote": state.place = .note
        case "fonttbl": state.place = .fontTable
        case "title": if state.place == .nowhere { state.place = .title }
        case let word where Self.leftOut.contains(word): state.place = .nowhere
        default: break
        }
    }

    private mutating func readFont(_ number: Int) {
        if state.place == .fontTable {
            state.described = number
        } else {
            state.font = fonts[number]
        }
    }

    private mutating func readCharacterSet(_ number: Int) {
        guard state.place == .fontTable, !isFixed else { return }
        fonts[state.described] = Self.codePages[number]
    }

    private mutating func readUnicode(_ number: Int) {
        let unit = UInt16(truncatingIfNeeded: number)
        skipCount = state.skipLength
        if let high = highSurrogate {
            highSurrogate = nil
            let pair = String(decoding: [high, unit], as: UTF16.self)
            append(Array(pair.utf8))
        } else if UTF16.isLeadSurrogate(unit) {
            highSurrogate = unit
        } else {
            append(Array(String(decoding: [unit], as: UTF16.self).utf8))
        }
    }

    /// Decodes the bytes that stand together.
    private mutating func flush() {
        guard !pending.isEmpty else { return }
        defer { pending.removeAll(keepingCapacity: true) }
        guard state.place != .nowhere, state.place != .fontTable else { return }
        if !pending.contains(where: { $0 >= 0x80 }) {
            append(pending)
        } else if let text = try? IconvDecoder.decode(pending, from: state.font ?? codePage) {
            append(text)
        } else {
            appendDamaged(pending)
        }
    }

    /// Decodes what can be; each byte that is no text is U+FFFD.
    private mutating func appendDamaged(_ bytes: [UInt8]) {
        var rest = bytes[...]
        for _ in 0..<Self.damageLimit where !rest.isEmpty {
            var end = rest.endIndex
            do throws(IconvDecoder.Failure) {
                append(try IconvDecoder.decode(Array(rest), from: codePage))
            } catch {
                end = min(rest.startIndex + error.byteOffset + 1, rest.endIndex)
                let start = rest[..<(end - 1)]
                append((try? IconvDecoder.decode(Array(start), from: codePage)) ?? [])
                append(Array("\u{FFFD}".utf8))
                undecodable += 1
            }
            rest = rest[end...]
        }
    }

    /// A run with more damage than this is no text; each byte costs a copy of the rest.
    private static let damageLimit = 1000

    private mutating func append(_ text: [UInt8]) {
        guard !state.isHidden, !text.contains(0) else { return }
        switch state.place {
        case .text: builder.append(text.span)
        case .note: notes.append(text.span)
        case .title: title += text
        case .fontTable, .nowhere: break
        }
    }

    private mutating func endParagraph() {
        switch state.place {
        case .text: builder.endParagraph()
        case .note: notes.endParagraph()
        case .title, .fontTable, .nowhere: break
        }
    }

    private static let characters = [
        "tab": " ", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
        "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
    ]

    /// Code page of a font by its character set.
    private static let codePages = [
        0: "CP1252", 128: "CP932", 129: "CP949", 130: "CP1361", 134: "GB18030",
        136: "BIG5-HKSCS", 161: "CP1253", 162: "CP1254", 163: "CP1258", 177: "CP1255",
        178: "CP1256", 186: "CP1257", 204: "CP1251", 222: "CP874", 238: "CP1250",
    ]

    /// Groups that are marked to be left out by those who do not know them, which we know.
    private static let knownStars: Set<String> = ["shptxt", "shpinst", "title"]

    private static let leftOut: Set<String> = [
        "colortbl", "stylesheet", "info", "pict", "object", "header", "headerl", "headerr",
        "headerf", "footer", "footerl", "footerr", "footerf", "fldinst", "listtable",
        "listoverridetable", "themedata", "annotation", "atnid", "atnauthor", "revtbl", "rsidtbl",
        "generator", "xmlnstbl", "sp", "nonshppict", "filetbl", "datastore", "latentstyles",
        "datafield", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "bkmkstart", "bkmkend", "xe",
        "tc", "listtext", "pntext", "shprslt",
    ]
}
