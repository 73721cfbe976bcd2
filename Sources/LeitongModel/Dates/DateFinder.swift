/// Finds the date a document bears: in its own field, else in its name and its first or last lines.
///
/// Unknown rather than guessed: a line has to state the date and little else, and where two places
/// disagree there is none. Of two of which one lies within the other, as 2024-03-05 does within
/// 2024-03, the finer is taken. The properties of a file are never a date of its text: a document
/// inherits them from its template, or from the one it was written over.
package enum DateFinder {
    /// Paragraphs at the head and at the foot in which a date is looked for.
    private static let headCount = 5
    private static let footCount = 3
    /// A line longer than this is text.
    private static let lineLimit = 60

    /// Gives the documents of a batch the dates that they state, and sections theirs.
    ///
    /// - Parameter batch: Documents that were files; of records only the field of a date counts.
    package static func setDates(in batch: inout DocumentBatch) {
        for entry in batch.metadata {
            if let date = entry.date.flatMap({ date(ofField: $0) }) {
                batch.documents.setDate(date, from: .field, of: entry.document)
            }
            if let date = entry.fileDate.flatMap({ date(ofField: $0) }) {
                batch.documents.setFileDate(date, of: entry.document)
            }
        }
        for index in batch.documents.indices where !batch.documents[index].format.isOfRecords {
            let document = batch.documents[index]
            for section in document.sections where batch.sections[section].ordinal > 0 {
                // The first paragraph is the ordinal.
                let paragraphs = batch.sections[section].paragraphs.dropFirst()
                let stated = dates(ofParagraphs: paragraphs, in: batch)
                batch.sections[section].date = DocumentDate.finest(of: stated)
            }
            guard document.date == nil else { continue }
            let name = date(ofPath: document.path)
            let text = dates(ofParagraphs: own(document, in: batch), in: batch)
            guard let date = DocumentDate.finest(of: text + [name].compactMap(\.self)) else {
                continue
            }
            batch.documents.setDate(date, from: date == name ? .name : .text, of: index)
        }
    }

    /// The date in the name of a file: the only one there.
    package static func date(ofPath path: String) -> DocumentDate? {
        var name = (path.split(separator: "/").last ?? "")[...]
        if let dot = name.lastIndex(of: "."), dot > name.startIndex,
            name[dot...].dropFirst().contains(where: { !$0.isNumber })
        {
            name = name[..<dot]
        }
        let dates = DateScanner(name.unicodeScalars, readsNames: true).dates()
        return DocumentDate.finest(of: dates.map(\.date))
    }

    /// What the field of a record says: ISO 8601, or one of the dates that text writes.
    package static func date(ofField value: String) -> DocumentDate? {
        if let date = ISODateParser.date(value) { return date }
        let scanner = DateScanner(value.unicodeScalars)
        guard let first = scanner.dates().first, first.range.lowerBound == 0,
            isTime(scanner.scalars[first.range.upperBound...])
        else { return nil }
        return first.date
    }

    /// The date that a line states, if that is what the line is for.
    ///
    /// 2023年3月5日, （2023年3月5日）, 发布时间：2023-03-05 10:20, 新华社 2023年3月5日,
    /// ——2023年3月5日在某会议上.
    package static func date(ofLine line: String) -> DocumentDate? {
        let scalars = trimmed(line)
        guard scalars.count <= lineLimit else { return nil }
        let scanner = DateScanner(scalars)
        let dates = scanner.dates()
        guard dates.count == 1, let date = dates.first?.date else { return nil }
        let before = scanner.scalars[..<dates[0].range.lowerBound]
        let after = scanner.scalars[dates[0].range.upperBound...]
        // A month alone is a date where nothing else stands.
        if date.day == nil { return before.isEmpty && after.isEmpty ? date : nil }
        if before.isEmpty, let first = after.first, "在于".unicodeScalars.contains(first) {
            return isSentence(after) ? nil : date
        }
        guard isTime(after) || words(after) == "印发" || words(after) == "发布" else { return nil }
        return isIntroduction(before) ? date : nil
    }

    /// Whether a line is a date and nothing else, and so no title.
    package static func isDate(_ line: String) -> Bool {
        let scalars = trimmed(line)
        let dates = scalars.count <= lineLimit ? DateScanner(scalars).dates() : []
        return dates.count == 1 && dates[0].range == 0..<scalars.count
    }
}

extension DateFinder {
    /// The dates that the first lines state; where they state none, those of the last.
    private static func dates(
        ofParagraphs range: Range<Int>,
        in batch: DocumentBatch
    ) -> [DocumentDate] {
        let head = range.prefix(headCount)
        let foot = range.dropFirst(headCount).suffix(footCount)
        for part in [head, foot] {
            let dates = part.compactMap { index -> DocumentDate? in
                let paragraph = batch.paragraphs[index]
                guard paragraph.scalarEnd - paragraph.scalarStart <= UInt32(lineLimit) else {
                    return nil
                }
                var scratch: [UInt8] = []
                let line = batch.withText(ofParagraph: index, scratch: &scratch) { text in
                    ByteSearch.string(text, 0..<text.count)
                }
                return date(ofLine: line)
            }
            if !dates.isEmpty { return dates }
        }
        return []
    }

    /// The paragraphs that are the document's own: of a compiled one what stands before its sections.
    private static func own(_ document: Document, in batch: DocumentBatch) -> Range<Int> {
        guard let first = batch.sections[document.sections].first else {
            return document.paragraphs
        }
        return first.ordinal == 0 ? first.paragraphs : document.paragraphs.prefix(0)
    }

    /// A line without what frames it.
    private static func trimmed(_ line: String) -> [Unicode.Scalar] {
        let frame = " \t\r\n\u{3000}\u{A0}（）()［］[]【】〔〕—–－-*#>_".unicodeScalars
        let front = line.unicodeScalars.drop { frame.contains($0) }
        var scalars = Array(front)
        while let last = scalars.last, frame.contains(last) { scalars.removeLast() }
        return scalars
    }

    /// Whether scalars are a time of day or nothing: ` 10:20`, `T08:30:00Z`, ` 星期日`.
    private static func isTime(_ scalars: some BidirectionalCollection<Unicode.Scalar>) -> Bool {
        scalars.allSatisfy { "0123456789:： TZ+.时分秒時上下午星期一二三四五六日周".unicodeScalars.contains($0) }
    }

    /// Whether what stands before a date leads to it: nothing, a label, or a name and a space.
    private static func isIntroduction(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let last = scalars.last else { return true }
        guard !isSentence(scalars) else { return false }
        let text = words(scalars)
        guard !others.contains(where: { text.contains($0) }) else { return false }
        if last == ":" || last == "：" {
            let label = text.split(whereSeparator: { ":： |｜".contains($0) }).last ?? ""
            return labels.contains(String(label).lowercased())
        }
        return " |｜（(".unicodeScalars.contains(last)
    }

    /// Labels that name the date of a document.
    private static let labels: Set<String> = [
        "日期", "时间", "時間", "发布时间", "发布日期", "發佈時間", "發佈日期", "发文日期", "成文日期", "印发日期",
        "公布日期", "公开日期", "发表时间", "讲话时间", "会议时间", "更新时间", "date", "published",
    ]

    /// Words that tell of another date than the document's own.
    private static let others = ["截止", "截至", "有效", "施行", "实施", "生效", "起", "到期", "出生", "成立"]

    private static func isSentence(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        scalars.contains { "。，；！？,;!?".unicodeScalars.contains($0) }
    }

    private static func words(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view).split(separator: " ").joined(separator: " ")
    }
}
