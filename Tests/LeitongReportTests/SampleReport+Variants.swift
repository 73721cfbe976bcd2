import LeitongReport

extension Report {
    /// What `find` could have found where copies differ in names and numbers.
    static var foundVariants: Report {
        var report = empty(.find)
        report.summary.documents = 5
        report.summary.paragraphs = 8
        report.summary.comparedParagraphs = 8
        report.summary.copiedParagraphs = 8
        report.summary.clusters = 3
        report.summary.matches = 2
        report.clusters = [.threeVersions, .twoVersions, .tooLarge]
        report.paragraphs = [
            .near(.threeVersions, 0, 1, cluster: 1),
            .near(.twoVersions, 0, 1, cluster: 2),
        ]
        return report
    }
}

extension ParagraphMatch {
    fileprivate static func near(_ cluster: Cluster, _ a: Int, _ b: Int, cluster number: Int)
        -> Self
    {
        ParagraphMatch(
            a: cluster.members[a],
            b: cluster.members[b],
            form: .near,
            jaccard: 0.84,
            basis: .jaccard,
            cluster: number,
            differences: .placed(
                [(.replaced, "2023", "2024"), (.equal, "年", "年")],
                at: cluster.members[a],
                and: cluster.members[b]
            )
        )
    }
}

extension Cluster {
    fileprivate static func sample(
        places: [(String, Int)],
        text: String,
        variants: ClusterVariants? = nil,
        omitted: ClusterVariants.Omission? = nil
    ) -> Cluster {
        Cluster(
            members: places.map { Place(document: $0.0, range: 0..<text.count, line: $0.1) },
            similarities: [1] + places.dropFirst().map { _ in 0.84 },
            cohesion: 0.84,
            meanSimilarity: 0.84,
            text: text,
            variants: variants,
            variantsOmitted: omitted
        )
    }

    fileprivate static let threeVersions = sample(
        places: [("2023.txt", 12), ("2024.txt", 4), ("白鹭/总结.txt", 9), ("2023-副本.txt", 12)],
        text: "　　2023年，青屿市完成重点项目46个，群众满意度稳步提高。",
        variants: ClusterVariants(
            pieces: ["　　", "年，", "完成重点项目", "个，", "群众满意度稳步提高。"],
            slots: [
                .init(values: [
                    .init(text: "2023", members: [0, 2, 3]), .init(text: "2024", members: [1]),
                ]),
                .init(values: [
                    .init(text: "青屿市", members: [0, 1, 3]), .init(text: "白鹭县", members: [2]),
                ]),
                .init(values: [
                    .init(text: "46", members: [0, 3]), .init(text: "51", members: [1]),
                    .init(text: "**", members: [2]),
                ]),
                .init(values: [
                    .init(text: "", members: [0, 2, 3]), .init(text: "营商环境改善，", members: [1]),
                ]),
            ]
        )
    )

    /// So long between its slots that the text is shortened.
    fileprivate static let twoVersions: Cluster = {
        let middle = String(repeating: "大会指出成绩来之不易，", count: 40)
        return sample(
            places: [("2023.txt", 14), ("2024.txt", 6)],
            text: "2023年" + middle + "由张建国同志主持。",
            variants: ClusterVariants(
                pieces: ["", "年" + middle + "由", "同志主持。"],
                slots: [
                    .init(values: [
                        .init(text: "2023", members: [0]), .init(text: "2024", members: [1]),
                    ]),
                    .init(values: [
                        .init(text: "张建国", members: [0]), .init(text: "李文", members: [1]),
                    ]),
                ]
            )
        )
    }()

    fileprivate static let tooLarge = sample(
        places: [("x.txt", 1), ("y.txt", 2)],
        text: "兹证明编号为1001的代表参加会议。",
        omitted: .tooLarge
    )
}
