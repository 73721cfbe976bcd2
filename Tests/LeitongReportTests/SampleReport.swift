import LeitongReport

extension Report {
    /// A report without results.
    static func empty(_ command: Command) -> Report {
        Report(
            tool: Tool(version: "0.1.0", unicode: "16.0", signature: "minhash-1"),
            command: command,
            options: RunOptions(
                threshold: 0.7,
                minParagraph: 12,
                fold: "standard",
                shingle: "width 10",
                allPairs: false,
                method: "minhash",
                seed: 0xFFFF_FFFF_FFFF_FFFF
            ),
            guarantee: Guarantee(
                text: "Every paragraph equal to another is found, and one that is 70 % alike "
                    + "with probability 0.9902.",
                bands: 25,
                rowsPerBand: 5,
                curve: [Guarantee.CurvePoint(jaccard: 0.7, probability: 0.9902)]
            ),
            summary: Summary()
        )
    }

    /// What `find` could have found in a few speeches.
    static var found: Report {
        var report = empty(.find)
        report.summary = .sample
        report.documents = .sample
        let near = Cluster.near
        let equal = Cluster.equal
        report.clusters = [equal, near, .short]
        report.paragraphs = [
            ParagraphMatch(
                a: equal.members[0],
                b: equal.members[1],
                form: .exact,
                jaccard: 1,
                basis: .jaccard,
                cluster: 1
            ),
            ParagraphMatch(
                a: equal.members[0],
                b: equal.members[2],
                form: .exact,
                jaccard: 1,
                basis: .jaccard,
                cluster: 1
            ),
            ParagraphMatch(
                a: near.members[0],
                b: near.members[1],
                form: .near,
                jaccard: 0.840_02,
                basis: .jaccard,
                cluster: 2,
                differences: .placed(
                    sampleTexts,
                    at: near.members[0],
                    and: near.members[1]
                )
            ),
            ParagraphMatch(
                a: near.members[1],
                b: near.members[2],
                form: .exact,
                jaccard: 1,
                basis: .jaccard,
                cluster: 2
            ),
            ParagraphMatch(
                a: Cluster.short.members[0],
                b: Cluster.short.members[1],
                form: .near,
                jaccard: 0.4,
                basis: .editDistance,
                cluster: 3,
                differences: .placed(
                    [
                        (.equal, "会议由", "会议由"), (.replaced, "张", "章"),
                        (.equal, "同志主持召开。", "同志主持召开。"),
                    ],
                    at: Cluster.short.members[0],
                    and: Cluster.short.members[1]
                )
            ),
        ]
        report.skipped = [
            SkippedEntry(
                path: "speeches/scan.pdf",
                reason: "not-text",
                message: "This is not a text file.",
                byteOffset: 4
            )
        ]
        return report
    }

    /// What `score` could have found in one pair of speeches.
    static var scoredPair: Report {
        var report = empty(.score)
        report.summary.documents = 2
        report.summary.paragraphs = 22
        report.summary.comparedParagraphs = 21
        report.summary.shortParagraphs = 1
        report.summary.characters = 5_160
        report.documents = [
            .named("speeches/2023.txt", title: "在全县经济工作会议上的讲话", characters: 2_320, copied: 2_301),
            .named("speeches/2024.txt", title: nil, characters: 2_840, copied: 2_301, short: 1),
        ]
        report.pairs = [.sample(a: "speeches/2023.txt", b: "speeches/2024.txt")]
        return report
    }

    /// What `score` could have found among four documents.
    static var scoredAll: Report {
        var report = empty(.score)
        report.summary.documents = 4
        let names = ["甲.txt", "乙.txt", "notes/丙.txt#2", "丁.txt"]
        report.documents = names.map { .named($0, title: nil, characters: 1_000, copied: 0) }
        for (index, a) in names.enumerated() {
            for b in names[(index + 1)...] {
                report.pairs.append(.sample(a: a, b: b, isSharing: a == "甲.txt" && b != "丁.txt"))
            }
        }
        return report
    }
}

extension Summary {
    fileprivate static var sample: Summary {
        var summary = Summary()
        summary.documents = 5
        summary.sections = 6
        summary.paragraphs = 92
        summary.characters = 24_310
        summary.comparedParagraphs = 80
        summary.shortParagraphs = 12
        summary.distinctParagraphs = 76
        summary.copiedParagraphs = 8
        summary.clusters = 3
        summary.matches = 5
        summary.skipped = 1
        return summary
    }
}

extension Cluster {
    fileprivate static let equal = Cluster(
        members: [
            Place(document: "speeches/2022.txt#3", range: 0..<75, line: 12),
            Place(document: "speeches/2023.txt", range: 410..<485, line: 40),
            Place(document: "心得/学习体会.txt", range: 0..<75, line: 7),
        ],
        similarities: [1, 1, 1],
        cohesion: 1,
        meanSimilarity: 1,
        text: "　　我们要深入学习贯彻大会精神，坚持把人民对美好生活的向往作为奋斗目标，"
            + "着力解决群众急难愁盼问题，以钉钉子精神抓好各项任务落实，不断开创各项事业发展新局面，"
            + "为谱写青屿高质量发展新篇章作出更大贡献，向全县人民交上一份满意的答卷。"
    )

    fileprivate static let near = Cluster(
        members: [
            Place(document: "speeches/2022.txt#1", range: 900..<1_020, line: 3),
            Place(document: "speeches/2024.txt", range: 88..<206, line: 8),
            Place(document: "notes/摘录.md", range: 10..<128, line: 2),
        ],
        similarities: [1, 0.840_02, 0.840_02],
        cohesion: 0.840_02,
        meanSimilarity: 0.840_02,
        text: sampleTexts.map(\.a).joined()
    )

    fileprivate static let short = Cluster(
        members: [
            Place(document: "speeches/2022.txt#3", range: 80..<91, line: 14),
            Place(document: "speeches/2024.txt", range: 300..<311, line: 19),
        ],
        similarities: [1, 0.4],
        cohesion: 0.4,
        meanSimilarity: 0.4,
        text: "会议由张同志主持召开。"
    )
}

/// What stands in two paragraphs of a report.
private let sampleTexts: [Edit.Texts] = {
    let first = "一年来，在县委的坚强领导下，全县上下团结一心、真抓实干，经济社会发展取得明显成效，"
    let second = "发生深刻变化，城乡居民收入稳步增长，"
    let last = "增强了群众的获得感、幸福感、安全感。"
    return [
        (.equal, first, first), (.replaced, "青屿", "白鹭"), (.equal, "县的面貌", "县的面貌"),
        (.inserted, "", "正在"), (.equal, second, second), (.deleted, "切实", ""),
        (.equal, last, last),
    ]
}()

extension [ComparedDocument] {
    fileprivate static var sample: Self {
        [
            .named("speeches/2022.txt#1", title: "在全县经济工作会议上的讲话", characters: 5_210, copied: 110),
            .named("speeches/2022.txt#3", title: "在总结表彰大会上的讲话", characters: 900, copied: 85),
            .named("speeches/2023.txt", title: nil, characters: 4_000, copied: 75),
            .named("speeches/2024.txt", title: "二〇二四年工作报告", characters: 110, copied: 110),
            .named("心得/学习体会.txt", title: "学习体会", characters: 40_000, copied: 75),
            .named("notes/摘录.md", title: nil, characters: 800, copied: 107),
            .named("notes/原创.md", title: "原创", characters: 700, copied: 0),
        ]
    }
}

extension ComparedDocument {
    static func named(
        _ name: String,
        title: String?,
        characters: Int,
        copied: Int,
        short: Int = 0
    ) -> ComparedDocument {
        let parts = name.split(separator: "#")
        return ComparedDocument(
            name: name,
            path: String(parts[0]),
            section: parts.count > 1 ? Int(parts[1]) : nil,
            title: title,
            format: "text",
            encoding: "UTF-8",
            paragraphs: 10 + short,
            shortParagraphs: short,
            characters: characters,
            copiedCharacters: copied
        )
    }
}

extension PairScore {
    fileprivate static func sample(a: String, b: String, isSharing: Bool = true) -> PairScore {
        PairScore(
            a: a,
            b: b,
            aCovered: isSharing ? 2_301.0 / 2_320 : 0,
            bCovered: isSharing ? 2_301.0 / 2_840 : 0,
            resemblance: isSharing ? 0.803 : 0.01,
            longest: isSharing ? 312 : 0,
            aMatchedCharacters: isSharing ? 2_301 : 0,
            bMatchedCharacters: isSharing ? 2_301 : 0,
            aCharacters: 2_320,
            bCharacters: 2_840,
            aMatchedParagraphs: isSharing ? 9 : 0,
            bMatchedParagraphs: isSharing ? 9 : 0
        )
    }
}
