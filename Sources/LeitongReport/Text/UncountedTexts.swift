import LeitongAlgorithms

/// What is shared but does not count as copied, each text once, the most widespread first.
struct UncountedTexts {
    /// The texts.
    let texts: [UncountedText]

    /// Collects the texts of a report: clusters, then phrases and passages that say more than these.
    ///
    /// - Parameter report: The report.
    /// - Returns: The texts.
    /// - Complexity: O(n log n) in the places.
    static func collecting(from report: ReportSource) -> UncountedTexts {
        var texts: [UncountedText] = []
        var members: [Place] = []
        for (position, cluster) in report.clusters.enumerated()
        where cluster.matchClass != .copy {
            texts.append(UncountedText(cluster, at: position))
            members += cluster.members
        }
        let clusters = ListedPlaces(members)
        var places: [Place] = []
        // One text may be reported twice, in some of its places as part of a longer one.
        var reported: [String: Int] = [:]
        for (position, phrase) in report.phrases.enumerated()
        where phrase.matchClass != .copy && !phrase.places.allSatisfy(clusters.holdsMost(of:)) {
            places += phrase.places
            let text = UncountedText(phrase, at: position)
            if let first = reported[phrase.text] {
                if texts[first].places < text.places { texts[first] = text }
            } else {
                reported[phrase.text] = texts.count
                texts.append(text)
            }
        }
        let listed = ListedPlaces(members + places)
        for (position, passage) in report.passages.enumerated()
        where passage.matchClass != .copy
            && !(listed.holdsMost(of: passage.a) && listed.holdsMost(of: passage.b))
        {
            texts.append(UncountedText(passage, at: position))
        }
        let sorted = texts.enumerated()
            .sorted {
                ($1.element.documents, $1.element.places, $0.offset)
                    < ($0.element.documents, $0.element.places, $1.offset)
            }
        return UncountedTexts(texts: sorted.map(\.element))
    }
}

/// Places that are reported, by document.
private struct ListedPlaces {
    /// Disjoint ranges of characters, rising.
    private var ranges: [String: [Range<Int>]] = [:]

    init(_ places: [Place]) {
        let byDocument = Dictionary(grouping: places, by: \.document)
        ranges = byDocument.mapValues { places in
            var joined: [Range<Int>] = []
            for range in places.map(\.range).sorted(by: { $0.lowerBound < $1.lowerBound }) {
                if let last = joined.last, range.lowerBound <= last.upperBound {
                    let end = max(last.upperBound, range.upperBound)
                    joined[joined.count - 1] = last.lowerBound..<end
                } else {
                    joined.append(range)
                }
            }
            return joined
        }
    }

    /// Whether more than half of a place is reported: a heading before a hand-out is, by the hand-out.
    func holdsMost(of place: Place) -> Bool {
        guard let ranges = ranges[place.document] else { return false }
        let first = ranges.indices.partitioningIndex {
            ranges[$0].upperBound > place.range.lowerBound
        }
        let held = ranges[first...].prefix { $0.lowerBound < place.range.upperBound }
            .reduce(0) { $0 + $1.clamped(to: place.range).count }
        return 2 * held > place.range.count
    }
}

/// A text that does not count as copied, without the text itself: few of many are printed.
struct UncountedText {
    let documents: Int
    let places: Int
    let matchClass: MatchClass
    /// Position in the list of the report that tells it.
    private let position: Int
    private let list: List

    /// The lists that report texts.
    private enum List {
        case clusters, phrases, passages
    }

    /// Takes a cluster.
    init(_ cluster: Cluster, at position: Int) {
        documents = Set(cluster.members.map(\.document)).count
        places = cluster.members.count
        matchClass = cluster.matchClass
        self.position = position
        list = .clusters
    }

    /// Takes a phrase.
    init(_ phrase: Phrase, at position: Int) {
        documents = phrase.documents
        places = phrase.places.count
        matchClass = phrase.matchClass
        self.position = position
        list = .phrases
    }

    /// Takes a passage.
    init(_ passage: PassageMatch, at position: Int) {
        documents = passage.a.document == passage.b.document ? 1 : 2
        places = 2
        matchClass = passage.matchClass
        self.position = position
        list = .passages
    }

    /// The text as it stands in its first place.
    func text(in report: ReportSource) -> String {
        switch list {
        case .clusters: report.clusters[position].text
        case .phrases: report.phrases[position].text
        case .passages: report.passages[position].edits.compactMap(\.aText).joined()
        }
    }
}
