import LeitongCore
import LeitongReport

/// Makes the rows of passages and phrases.
struct PassageRows: Sendable {
    let places: PassagePlaces
    let comparison: PassageComparison
    let options: ComparisonOptions

    /// Passages that one task makes rows of at a time.
    static let chunkSize = 1024

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
    func rows(
        besideParagraphs areCopies: @escaping @Sendable (Int, Int) -> Bool
    ) async -> Result {
        var result = Result()
        // What is implied by other rows is no row: it is only asked whether it is quoted.
        let asked = comparison.passages.indices.filter {
            !comparison.isImplied[$0] || asksForMarks(comparison.passages[$0])
        }
        // At once: each document is folded again for all that stands in it.
        var requests = await passageRequests(asked)
        let firstPhrase = requests.count
        let phraseCounts = await requestPhrases(&requests)
        let firstCluster = requests.count
        requestClusters(&requests)
        let sides = await places.find(requests, threads: options.threads)
        result.found = classified(asked, sides)
        result.shortPassages = result.found.count { $0.passage.matched < options.minPassage }
        let found = result.found
        let parts = await ParallelRanges.map(
            count: asked.count,
            chunkSize: Self.chunkSize,
            threads: options.threads
        ) { range in
            range.compactMap { number -> PassageMatch? in
                let index = asked[number]
                guard found[index].passage.matched >= options.minPassage,
                    !comparison.isImplied[index]
                else { return nil }
                if let a = sides.paragraph(2 * number), let b = sides.paragraph(2 * number + 1),
                    a != b, areCopies(a, b)
                {
                    return nil
                }
                return match(found[index], sides[2 * number], sides[2 * number + 1])
            }
        }
        result.passages = Array(parts.joined())
        result.phrases = await phrases(sides, from: firstPhrase, phraseCounts)
        result.clusters = clusters(sides, from: firstCluster, besideParagraphs: areCopies)
        return result
    }

    /// Tells the passages with their final class, without rows.
    ///
    /// - Returns: All passages, in order.
    func classified() async -> [FoundPassage] {
        // Only what many documents hold is asked about: few documents have to be read again.
        let asked = comparison.passages.indices.filter { asksForMarks(comparison.passages[$0]) }
        var requests = PlaceRequests()
        for index in asked {
            let passage = comparison.passages[index].passage
            requests.append(passage.a, of: passage.aDocument, asksForMarks: true)
            requests.append(passage.b, of: passage.bDocument, asksForMarks: true)
        }
        return classified(asked, await places.find(requests, threads: options.threads))
    }

    /// The passages, those taken for quotations of which a side is quoted.
    ///
    /// - Parameters:
    ///   - asked: Passages that were asked about.
    ///   - sides: Two sides for each of these.
    /// - Returns: All passages, in order.
    private func classified(_ asked: [Int], _ sides: FoundPlaces) -> [FoundPassage] {
        var found = comparison.passages
        for (number, index) in asked.enumerated()
        where sides.isQuoted(2 * number) || sides.isQuoted(2 * number + 1) {
            found[index].matchClass = .quotation
        }
        return found
    }

    private func asksForMarks(_ found: FoundPassage) -> Bool {
        found.evidence.documents >= options.significance.quotedDocuments
    }

    /// Two requests for each passage that is asked about.
    private func passageRequests(_ asked: [Int]) async -> PlaceRequests {
        let parts = await ParallelRanges.map(
            count: asked.count,
            chunkSize: Self.chunkSize,
            threads: options.threads
        ) { passageRequests(asked[$0]) }
        var requests = PlaceRequests()
        requests.append(parts)
        return requests
    }

    private func passageRequests(_ asked: ArraySlice<Int>) -> PlaceRequests {
        var requests = PlaceRequests()
        for index in asked {
            let found = comparison.passages[index]
            let passage = found.passage
            let asksForMarks = asksForMarks(found)
            let runs = comparison.isImplied[index] ? [] : comparison.list.runs(of: passage)
            requests.append(
                passage.a,
                of: passage.aDocument,
                asksForMarks: asksForMarks,
                runs: runs.lazy.map { PlaceRequests.Run($0.aLength, wantsText: wantsText($0)) }
            )
            requests.append(
                passage.b,
                of: passage.bDocument,
                asksForMarks: asksForMarks,
                runs: runs.lazy.map { PlaceRequests.Run($0.bLength, wantsText: wantsText($0)) }
            )
        }
        return requests
    }

    /// Whether the text of a run is told.
    private func wantsText(_ run: PassageRun) -> Bool {
        places.keepsTexts || run.kind == .redacted
    }

    private func match(
        _ found: FoundPassage,
        _ a: FoundPlaces.Side,
        _ b: FoundPlaces.Side
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
            edits: comparison.list.runs(of: passage).enumerated()
                .map { index, run in
                    let hasText = wantsText(run)
                    return PassageEdit(
                        kind: Self.kind(of: run),
                        a: a.cut(index)..<a.cut(index + 1),
                        b: b.cut(index)..<b.cut(index + 1),
                        aText: hasText ? a.text(index) : nil,
                        bText: hasText ? b.text(index) : nil
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
}
