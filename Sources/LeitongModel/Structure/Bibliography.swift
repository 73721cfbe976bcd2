/// Finds the lists of works that a text refers to: what stands under 参考文献 or References.
///
/// A heading is a short line that holds nothing but these words, perhaps numbered, in brackets, set
/// with Markdown's marks or with spaces between its characters.
package enum Bibliography {
    /// Longest line in Unicode scalars that is looked at.
    package static let lineLimit = 40

    /// What a line says, if it may be a heading.
    package struct Heading: Equatable {
        /// Number of `#` before it; 0 without Markdown's marks.
        var level: Int
        /// How it is numbered, and its number: `五、` is (`一、`, 5).
        var numbering: Numbering?
        /// Its words in lower case, without spaces, marks and number.
        var words: String

        /// Whether it is the heading of a bibliography.
        var isOfBibliography: Bool { Bibliography.headings.contains(words) }
    }

    /// The number of a heading.
    package struct Numbering: Equatable {
        /// How it is written, without the number itself.
        var style: String
        /// The number.
        var value: Int
    }

    private static let headings: Set<String> = [
        "参考文献", "参考资料", "参考书目", "引用文献", "参考文献及资料", "主要参考文献", "主要参考资料", "主要参考书目",
        "參考文獻", "參考資料", "參考書目", "引用文獻", "主要參考文獻", "主要參考資料",
        "references", "reference", "bibliography", "workscited", "literaturecited",
        "referencescited",
        "selectedbibliography", "参考文献references", "參考文獻references",
    ]

    /// What follows a bibliography in a paper, and is none.
    private static let followers: Set<String> = [
        "附录", "附錄", "附件", "致谢", "致謝", "谢辞", "后记", "後記", "跋", "注释", "注釋", "尾注", "作者简介", "作者簡介",
        "附表", "附图", "结语", "結語", "appendix", "appendices", "acknowledgements", "acknowledgments",
        "acknowledgement", "acknowledgment", "notes", "endnotes", "index", "abouttheauthor",
        "abouttheauthors", "conclusion", "conclusions",
    ]

    /// The parts of a text that stand under headings of bibliographies.
    ///
    /// - Parameters:
    ///   - paragraphs: Positions of the paragraphs of a document or section.
    ///   - mayBegin: Whether a paragraph may be the heading of a bibliography: no other is read
    ///     outside of one.
    ///   - line: Text of a paragraph; `nil` if it is longer than ``lineLimit``.
    /// - Returns: The paragraphs behind each heading, up to the next heading of its kind or the end;
    ///   rising, none of them empty, and without the headings.
    package static func ranges(
        of paragraphs: Range<Int>,
        mayBegin: (Int) -> Bool = { _ in true },
        line: (Int) -> String?
    ) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var open: (heading: Heading, start: Int)?
        func close(at end: Int) {
            if let open, open.start < end { ranges.append(open.start..<end) }
            open = nil
        }
        for index in paragraphs where open != nil || mayBegin(index) {
            guard let text = line(index), let heading = heading(text) else { continue }
            if heading.isOfBibliography {
                // The same heading again: the first one stood in a table of contents, or between the two
                // another text begins. Neither is a list of works to its end.
                if open?.heading.words == heading.words { open = nil }
                close(at: index)
                open = (heading, index + 1)
            } else if let begun = open?.heading, ends(begun, at: heading, text) {
                close(at: index)
            }
        }
        close(at: paragraphs.upperBound)
        return ranges
    }

    /// Whether a line may be the heading of a bibliography, as far as its bytes show at a glance.
    ///
    /// Such a heading holds 参, 參, 引 or the letter R, and no letter and no mark that none of them has or
    /// that is not taken off a heading.
    static func mayBegin(with line: Span<UInt8>) -> Bool {
        var hasSign = false
        for position in line.indices {
            switch line[position] {
            case 0x52, 0x72: hasSign = true
            // JMQZ, and jmqvxz: V and X may be its number
            case 0x4A, 0x4D, 0x51, 0x5A, 0x6A, 0x6D, 0x71, 0x76, 0x78, 0x7A: return false
            // ! " $ % & ' + , / ; < > ? @ \ ^ ` { | } ~
            case 0x21, 0x22, 0x24...0x27, 0x2B, 0x2C, 0x2F, 0x3B, 0x3C, 0x3E...0x40, 0x5C, 0x5E,
                0x60,
                0x7B...0x7E:
                return false
            case 0xE3, 0xE5, 0xEF:
                guard position + 2 < line.count else { return hasSign }
                switch UInt32(line[position]) << 16 | UInt32(line[position + 1]) << 8
                    | UInt32(line[position + 2])
                {
                // 参參引, U+F96B, which is 參 as well, Ｒ and ｒ
                case 0xE58F82, 0xE58F83, 0xE5BC95, 0xEFA5AB, 0xEFBCB2, 0xEFBD92: hasSign = true
                // 。，；！？
                case 0xE38082, 0xEFBC8C, 0xEFBC9B, 0xEFBC81, 0xEFBC9F: return false
                default: break
                }
            default: break
            }
        }
        return hasSign
    }

    /// Whether a line ends what stands under a heading: it is one of the same kind.
    private static func ends(_ begun: Heading, at next: Heading, _ line: String) -> Bool {
        if followers.contains(next.words) { return true }
        if next.words.hasPrefix("appendix"), next.words.count <= 9 { return true }
        if next.words.hasPrefix("附录") || next.words.hasPrefix("附錄") { return !isSentence(line) }
        // A deeper heading of Markdown parts the list, and does not end it.
        if next.level > 0 { return begun.level == 0 || next.level <= begun.level }
        guard let numbering = next.numbering, !isSentence(line) else { return false }
        if numbering.style.hasPrefix("第") { return true }
        // The works are often numbered themselves, from 1 on: only the next number goes on.
        guard let begunNumber = begun.numbering else { return false }
        return numbering.style == begunNumber.style && numbering.value == begunNumber.value + 1
    }

    private static func isSentence(_ line: String) -> Bool {
        line.unicodeScalars.contains { "。，；！？,;!?".unicodeScalars.contains($0) }
    }

    /// What a line says as a heading; `nil` for an empty one.
    package static func heading(_ line: String) -> Heading? {
        var scalars = line.unicodeScalars.map(narrow)[...]
        trim(&scalars)
        let level = scalars.prefix { $0 == "#" }.count
        scalars = scalars.drop { $0 == "#" || isFrame($0) }
        while let last = scalars.last, last == "#" || isFrame(last) { scalars.removeLast() }
        let (numbering, rest) = numbering(scalars)
        let words = rest.filter { !isFrame($0) && $0 != "(" && $0 != ")" }
        guard !words.isEmpty else { return nil }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: words)
        return Heading(level: level, numbering: numbering, words: String(view).lowercased())
    }

    /// The number before a heading: `五、`, `（五）`, `第五章`, `5.`, `5.2`, `5 `, `V.`.
    private static func numbering(
        _ scalars: ArraySlice<Unicode.Scalar>
    ) -> (Numbering?, ArraySlice<Unicode.Scalar>) {
        var rest = scalars
        var style = ""
        if let first = rest.first, first == "第" || first == "(" {
            style.unicodeScalars.append(first)
            rest.removeFirst()
            rest = rest.drop { $0 == " " }
        }
        let digits = rest.prefix(while: ChineseNumeral.isDigit)
        guard let value = ChineseNumeral.value(digits) ?? roman(rest), let first = rest.first else {
            return (nil, scalars)
        }
        let length = digits.isEmpty ? rest.prefix(while: isRoman).count : digits.count
        rest = rest.dropFirst(length)
        style += digits.isEmpty ? "I" : first.isASCII ? "1" : "一"
        // A number of several levels, as in 5.2, is told by its last.
        let mark = rest.prefix { ".、)．章节節篇部分编編卷".unicodeScalars.contains($0) }
        guard !mark.isEmpty || rest.first == " " else { return (nil, scalars) }
        style.unicodeScalars.append(contentsOf: mark)
        rest = rest.dropFirst(mark.count).drop { $0 == " " || $0 == ":" }
        return (Numbering(style: style, value: value), rest)
    }

    private static func isRoman(_ scalar: Unicode.Scalar) -> Bool {
        "IVX".unicodeScalars.contains(scalar)
    }

    /// A Roman number to 39 that a point follows.
    private static func roman(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
        let number = scalars.prefix(while: isRoman)
        guard !number.isEmpty, scalars.dropFirst(number.count).first == "." else { return nil }
        let values = number.map { $0 == "I" ? 1 : $0 == "V" ? 5 : 10 }
        return zip(values, values.dropFirst() + [0])
            .reduce(0) { sum, pair in
                sum + (pair.0 < pair.1 ? -pair.0 : pair.0)
            }
    }

    /// What may stand around a heading: brackets, Markdown's emphasis, a colon.
    private static func isFrame(_ scalar: Unicode.Scalar) -> Bool {
        " *_[]【】〔〕:—–-=".unicodeScalars.contains(scalar)
    }

    private static func trim(_ scalars: inout ArraySlice<Unicode.Scalar>) {
        scalars = scalars.drop { $0 == " " }
        while scalars.last == " " { scalars.removeLast() }
    }

    /// Letters, digits and marks of full width made narrow, and every white space a space.
    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if (0xFF01...0xFF5E).contains(scalar.value) {
            return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        }
        let isSpace = scalar.properties.isWhitespace || scalar.value == 0x200B
        return isSpace || scalar.value == 0xFEFF ? " " : scalar
    }
}

extension DocumentBatch {
    /// The paragraphs that stand under a heading such as 参考文献, References or Bibliography.
    ///
    /// - Parameter paragraphs: Positions of the paragraphs of a document, or of one of its sections.
    /// - Returns: The paragraphs behind each such heading, up to the next heading of its kind or the end:
    ///   rising ranges of ``paragraphs``, none of them empty, and without the headings.
    /// - Complexity: Linear in the paragraphs, of which short ones are read.
    public func bibliographyRanges(in paragraphs: Range<Int>) -> [Range<Int>] {
        // A heading without anything behind it heads nothing: most records are one paragraph.
        guard paragraphs.count > 1 else { return [] }
        let document = documents[Int(self.paragraphs[paragraphs.lowerBound].document)]
        var scratch: [UInt8] = []
        return withText(of: document, scratch: &scratch) { text in
            Bibliography.ranges(of: paragraphs) { index in
                guard let bytes = shortLine(index) else { return false }
                return Bibliography.mayBegin(with: text.extracting(bytes))
            } line: { index in
                shortLine(index).map { ByteSearch.string(text, $0) }
            }
        }
    }

    /// Bytes of a paragraph in its document; `nil` if it is too long for a heading.
    private func shortLine(_ index: Int) -> Range<Int>? {
        let paragraph = paragraphs[index]
        guard paragraph.scalarEnd - paragraph.scalarStart <= UInt32(Bibliography.lineLimit) else {
            return nil
        }
        return Int(paragraph.byteStart)..<Int(paragraph.byteEnd)
    }
}
