import LeitongCore
import LeitongReport

/// Makes the rows of passages and phrases.
struct PassageRows: Sendable {
    let places: PassagePlaces
    let comparison: PassageComparison
    let options: ComparisonOptions

    /// What the report tells of passages.
    struct Result: Sendable {
        /// Passages with their final class, in the order of the comparison.
        var found: [FoundPassage] = []
        var passages: [PassageMatch] = []
        var phrases: [Phrase] = []
        var clusters: [Cluster] = []
        /// Passages left out as shorter than asked for.
        var shortPassages = 0
    }

    /// Makes all rows.
    ///
    /// - Parameter areCopies: Whether two paragraphs are reported as copies of each other: what
    ///   stands inside them is told there.
    /// - Returns: The rows, and the passages with their final class.
    func rows(besideParagraphs areCopies: (Int, Int) -> Bool) async -> Result {
        var result = Result()
        let sides = await places.find(passageRequests(), threads: options.threads)
        result.found = classified(sides)
        for index in result.found.indices {
            let (a, b) = (sides[2 * index], sides[2 * index + 1])
            guard result.found[index].passage.matched >= options.minPassage else {
                result.shortPassages += 1
                continue
            }
            if comparison.isImplied[index] { continue }
            if let a = a.paragraph, let b = b.paragraph, a != b, areCopies(a, b) { continue }
            result.passages.append(match(result.found[index], a, b))
        }
        result.phrases = await phrases()
        result.clusters = await clusters(besideParagraphs: areCopies)
        return result
    }

    /// The passages with their final class, without rows.
    func classified() async -> [FoundPassage] {
        // Only what many documents hold is asked about: few documents have to be read again.
        var found = comparison.passages
        let asked = found.indices.filter { asksForMarks(found[$0]) }
        let requests = asked.flatMap { index in
            [found[index].passage.a, found[index].passage.b]
                .map { PassagePlaces.Request(range: $0, asksForMarks: true) }
        }
        let sides = await places.find(requests, threads: options.threads)
        for (number, index) in asked.enumerated()
        where sides[2 * number].isQuoted || sides[2 * number + 1].isQuoted {
            found[index].matchClass = .quotation
        }
        return found
    }

    private func classified(_ sides: [PassagePlaces.Side]) -> [FoundPassage] {
        var found = comparison.passages
        for index in found.indices where sides[2 * index].isQuoted || sides[2 * index + 1].isQuoted
        {
            found[index].matchClass = .quotation
        }
        return found
    }

    private func asksForMarks(_ found: FoundPassage) -> Bool {
        found.evidence.documents >= options.significance.quotedDocuments
    }

    /// Two requests a passage.
    private func passageRequests() -> [PassagePlaces.Request] {
        var requests: [PassagePlaces.Request] = []
        requests.reserveCapacity(2 * comparison.passages.count)
        for found in comparison.passages {
            let runs = found.passage.runs
            let wantsText = runs.map { places.keepsTexts || $0.kind == .redacted }
            let asksForMarks = asksForMarks(found)
            requests.append(
                PassagePlaces.Request(
                    range: found.passage.a,
                    runs: runs.map(\.aLength),
                    wantsText: wantsText,
                    asksForMarks: asksForMarks
                )
            )
            requests.append(
                PassagePlaces.Request(
                    range: found.passage.b,
                    runs: runs.map(\.bLength),
                    wantsText: wantsText,
                    asksForMarks: asksForMarks
                )
            )
        }
        return requests
    }

    private func match(
        _ found: FoundPassage,
        _ a: PassagePlaces.Side,
        _ b: PassagePlaces.Side
    ) -> PassageMatch {
        let passage = found.passage
        let identity = passage.identity
        return PassageMatch(
            a: a.place,
            b: b.place,
            matchClass: found.matchClass,
            form: form(ofIdentity: identity),
            identity: Rounded.value(identity),
            matched: passage.matched,
            bits: Double(found.evidence.bits),
            documents: found.evidence.documents,
            edits: passage.runs.enumerated()
                .map { index, run in
                    PassageEdit(
                        kind: Self.kind(of: run),
                        a: a.cuts[index]..<a.cuts[index + 1],
                        b: b.cuts[index]..<b.cuts[index + 1],
                        aText: a.texts[index],
                        bText: b.texts[index]
                    )
                }
        )
    }

    private func form(ofIdentity identity: Double) -> PassageMatch.Form {
        if identity == 1 { return .exact }
        return identity >= options.significance.nearIdentity ? .near : .rewritten
    }

    static func kind(of run: PassageRun) -> PassageEdit.Kind {
        switch run.kind {
        case .equal: .equal
        case .redacted: .redacted
        case .changed where run.aLength == 0: .inserted
        case .changed where run.bLength == 0: .deleted
        case .changed: .replaced
        }
    }

    /// Phrases with all their places; those that touch are one.
    private func phrases() async -> [Phrase] {
        var requests: [PassagePlaces.Request] = []
        var counts: [Int] = []
        for phrase in comparison.phrases where phrase.length >= options.minPassage {
            let ranges = Self.merged(phrase, comparison.text.scalars)
            for (index, range) in ranges.enumerated() {
                var request = PassagePlaces.Request(range: range)
                if index == 0 {
                    // The text of the phrase, not of all that touches it.
                    request.runs = [phrase.length, range.count - phrase.length]
                    request.wantsText = [true, false]
                    request.asksForMarks =
                        phrase.documents >= options.significance.quotedDocuments
                }
                requests.append(request)
            }
            counts.append(ranges.count)
        }
        let sides = await places.find(requests, threads: options.threads)
        var next = 0
        let told = comparison.phrases.filter { $0.length >= options.minPassage }
        return zip(told, counts)
            .map { phrase, count in
                defer { next += count }
                let places = sides[next..<next + count]
                let isQuoted = sides[next].isQuoted && phrase.matchClass == .setPhrase
                return Phrase(
                    text: sides[next].texts.first.flatMap { $0 } ?? "",
                    matchClass: isQuoted ? .quotation : phrase.matchClass,
                    documents: phrase.documents,
                    bits: Double(phrase.rawBits),
                    places: places.map(\.place)
                )
            }
    }

    /// The places of a phrase, those that touch or overlap in one document joined.
    private static func merged(_ phrase: FoundPhrase, _ stream: FoldedStream) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for start in phrase.starts {
            let range = start..<start + phrase.length
            if let last = ranges.last, last.upperBound >= start,
                stream.document(at: last.lowerBound) == stream.document(at: start)
            {
                ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
            } else {
                ranges.append(range)
            }
        }
        return ranges
    }

    /// Clusters of passages, but for those that lie in the members of one cluster of paragraphs.
    private func clusters(besideParagraphs areCopies: (Int, Int) -> Bool) async -> [Cluster] {
        let requests = comparison.clusters.flatMap { cluster in
            cluster.members.enumerated()
                .map { index, range in
                    var request = PassagePlaces.Request(range: range)
                    if index == 0, places.keepsTexts {
                        request.runs = [range.count]
                        request.wantsText = [true]
                    }
                    return request
                }
        }
        let sides = await places.find(requests, threads: options.threads)
        var next = 0
        var clusters: [Cluster] = []
        for cluster in comparison.clusters {
            let members = sides[next..<next + cluster.members.count]
            next += cluster.members.count
            guard let first = members.first, !Self.lieInCopies(members, areCopies) else { continue }
            clusters.append(
                Cluster(
                    level: .passage,
                    members: members.map(\.place),
                    similarities: [],
                    cohesion: Rounded.value(cluster.cohesion),
                    meanSimilarity: Rounded.value(cluster.cohesion),
                    text: first.texts.first.flatMap { $0 } ?? ""
                )
            )
        }
        return clusters
    }

    private static func lieInCopies(
        _ members: ArraySlice<PassagePlaces.Side>,
        _ areCopies: (Int, Int) -> Bool
    ) -> Bool {
        guard let first = members.first?.paragraph else { return false }
        return members.dropFirst()
            .allSatisfy { side in
                side.paragraph.map { $0 != first && areCopies(first, $0) } ?? false
            }
    }
}
