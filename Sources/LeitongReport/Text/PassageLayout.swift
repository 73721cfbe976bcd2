import LeitongAlgorithms

/// What printing passages needs to look up: what was reported of them before.
struct PassageLayout {
    /// Members of paragraph clusters by document, in order of position.
    private var paragraphs: [String: [Member]] = [:]
    /// Members of passage clusters by document, in order of position.
    private var passages: [String: [Member]] = [:]

    /// The copied passages that no cluster lists, the longest first and behind it the other parts of the
    /// same copy: their positions in the report.
    private(set) var reported: [Int] = []
    /// Where a passage stands among the reported parts of its copy, by position in the report.
    private(set) var parts: [Int: Part] = [:]

    /// Which of several parts of one copy a passage is, counted from 1.
    struct Part {
        var number: Int
        var count: Int
    }

    /// What parts of one copy have in common.
    private struct Copy: Hashable {
        var chain: Int
        var a: String
        var b: String
    }

    /// Marks at the ends of a paragraph, which belong to no passage.
    private static let markLength = 4

    /// A place of a cluster.
    private struct Member {
        var place: Place
        var cluster: Int
    }

    /// Prepares the look-ups.
    init(_ report: ReportSource) {
        paragraphs = Self.index(report.clusters)
        passages = Self.index(report.passageClusters)
        for group in groups(of: report) {
            for (index, position) in group.enumerated() where group.count > 1 {
                parts[position] = Part(number: index + 1, count: group.count)
            }
            reported += group
        }
    }

    /// How many paragraphs that were reported before make up a passage; `nil` if it has other text.
    func paragraphCount(of passage: PassageMatch) -> Int? {
        let firsts = members(in: passage.a, of: paragraphs)
        let others = Set(members(in: passage.b, of: paragraphs).map(\.cluster))
        let reported = firsts.filter { others.contains($0.cluster) }
        let length = reported.reduce(0) { $0 + $1.place.range.count }
        // Headings too short to be compared, and line ends, stand between paragraphs.
        return 10 * length >= 9 * passage.a.range.count ? reported.count : nil
    }

    /// Passages that one copy explains, in order; the copy with the longest passage first.
    private func groups(of report: ReportSource) -> [[Int]] {
        var groups: [(longest: Int, positions: [Int])] = []
        var numbers: [Copy: Int] = [:]
        for (position, passage) in report.passages.enumerated()
        where passage.matchClass == .copy && !isListed(passage) {
            let copy = Copy(chain: passage.chain, a: passage.a.document, b: passage.b.document)
            let number = numbers[copy, default: groups.count]
            numbers[copy] = number
            if number == groups.count { groups.append((0, [])) }
            groups[number].longest = max(groups[number].longest, passage.matched)
            groups[number].positions.append(position)
        }
        return groups.enumerated()
            .sorted { ($1.element.longest, $0.offset) < ($0.element.longest, $1.offset) }
            .map(\.element.positions)
    }

    /// Whether a cluster of passages lists both places.
    func isListed(_ passage: PassageMatch) -> Bool {
        let first = Set(holders(of: passage.a).map(\.cluster))
        return holders(of: passage.b).contains { first.contains($0.cluster) }
    }

    private func members(in place: Place, of index: [String: [Member]]) -> [Member] {
        let list = index[place.document] ?? []
        let start = place.range.lowerBound - Self.markLength
        let first = list.partitioningIndex { $0.place.range.lowerBound >= start }
        return list[first...]
            .prefix { $0.place.range.lowerBound < place.range.upperBound }
            .filter { $0.place.range.upperBound <= place.range.upperBound + Self.markLength }
    }

    private func holders(of place: Place) -> [Member] {
        (passages[place.document] ?? [])
            .filter { member in
                member.place.range.lowerBound <= place.range.lowerBound
                    && place.range.upperBound <= member.place.range.upperBound
            }
    }

    private static func index(_ clusters: some Sequence<Cluster>) -> [String: [Member]] {
        var index: [String: [Member]] = [:]
        for (number, cluster) in clusters.enumerated() {
            for place in cluster.members {
                index[place.document, default: []].append(Member(place: place, cluster: number))
            }
        }
        return index.mapValues {
            $0.sorted { $0.place.range.lowerBound < $1.place.range.lowerBound }
        }
    }
}
