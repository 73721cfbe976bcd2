import LeitongReport

extension Report {
    /// What `find` could have found among notes that were all given one hand-out, and a form to fill in.
    static var foundCommon: Report {
        var report = empty(.find)
        report.summary.documents = 5
        report.summary.paragraphs = 20
        report.summary.characters = 2_000
        report.summary.comparedParagraphs = 20
        report.summary.clusters = 2
        report.summary.copiedParagraphs = 7
        report.summary.copiedPassages = 1
        report.summary.commonPassages = 1
        report.summary.countedCharacters = 2_000
        report.summary.commonCharacters = 500
        report.summary.templateCharacters = 60
        report.options.templates = ["forms/表一.docx"]
        report.documents = (1...5)
            .map { .holdingCommon("notes/\($0).txt", copied: $0 < 3 ? 90 : 0) }
        report.clusters = [handOut, copy]
        report.phrases = [phrase]
        report.passages = [question, shuffled]
        return report
    }

    private static let handOut = Cluster(
        matchClass: .common,
        members: (1...5).map { Place(document: "notes/\($0).txt", range: 10..<110, line: 2) },
        similarities: [1, 1, 1, 1, 1],
        cohesion: 1,
        meanSimilarity: 1,
        text: "根据统一安排，各科室于三月上旬领取学习材料两册，并在四月底以前交回笔记。"
    )

    private static let copy = Cluster(
        members: (1...2).map { Place(document: "notes/\($0).txt", range: 120..<210, line: 3) },
        similarities: [1, 1],
        cohesion: 1,
        meanSimilarity: 1,
        text: "我在河道上走了十一天，记下三十四处塌岸，其中九处在去年的图上没有。"
    )

    /// A stretch of the hand-out, which that tells.
    private static let phrase = Phrase(
        text: "各科室于三月上旬领取学习材料两册",
        matchClass: .common,
        documents: 5,
        bits: 50,
        places: (1...5).map { Place(document: "notes/\($0).txt", range: 20..<36, line: 2) }
    )

    private static let question = PassageMatch(
        a: Place(document: "notes/1.txt", range: 300..<315, line: 6),
        b: Place(document: "notes/2.txt", range: 290..<305, line: 6),
        matchClass: .template,
        form: .exact,
        identity: 1,
        matched: 15,
        chain: 1,
        bits: 60,
        documents: 5,
        edits: [
            Edit(
                kind: .equal,
                a: 300..<315,
                b: 290..<305,
                aText: "请结合本职工作谈三点体会和建议",
                bText: "请结合本职工作谈三点体会和建议"
            )
        ]
    )

    private static let shuffled = PassageMatch(
        a: Place(document: "notes/1.txt", range: 400..<416, line: 7),
        b: Place(document: "notes/2.txt", range: 380..<396, line: 7),
        matchClass: .copy,
        form: .shuffled,
        identity: 0.5,
        matched: 8,
        chain: 2,
        bits: 70,
        documents: 2,
        edits: [
            Edit(kind: .deleted, a: 400..<408, b: 380..<380, aText: "塌岸九处在下游，", bText: ""),
            Edit(
                kind: .equal,
                a: 408..<416,
                b: 380..<388,
                aText: "渗水六处在上游。",
                bText: "渗水六处在上游，"
            ),
            Edit(kind: .inserted, a: 416..<416, b: 388..<396, aText: "", bText: "塌岸九处在下游。"),
        ]
    )
}

extension ComparedDocument {
    fileprivate static func holdingCommon(_ name: String, copied: Int) -> Self {
        var document = named(name, title: nil, characters: 400, copied: copied)
        document.sharedCharacters = copied + 100
        document.commonCharacters = 100
        document.templateCharacters = 12
        return document
    }
}
