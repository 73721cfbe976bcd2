import Leitong
import LeitongReport
import TestSupport
import Testing

/// How much of each document was copied: every figure is counted again from what the report tells.
@Suite struct DocumentTotalsTests {
    /// Shared, copied and what each source explains, against a set of positions.
    @Test(arguments: 0..<30)
    func figuresAreUnionsOfWhatIsTold(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed))
        let documents = Int.random(in: 2...7, using: &random)
        let sample = SharedTexts(
            random: &random,
            documents: documents,
            isRich: seed % 3 != 0,
            edits: [0, 0.04, 0.1][seed / 3 % 3]
        )
        let report = try await sample.find { $0.placeLimit = 1_000 }
        let told = report.toldStretches
        #expect(report.documents.count == sample.names.count)
        for document in report.documents {
            let name = SharedTexts.short(document.name)
            let own = told.filter { $0.document == name }
            func count(_ stretches: [ToldStretch]) -> Set<Int> {
                sample.characters(name, in: stretches.map(\.range))
            }
            #expect(document.characters == sample.counted(name).count)
            #expect(document.sharedCharacters == count(own).count)
            #expect(document.copiedCharacters == count(own.filter(\.isCopy)).count)
            // Copies are passages here, so each has one source.
            let bySource = Dictionary(grouping: own.filter(\.isCopy)) { $0.others }
                .mapValues(count)
            #expect(bySource.keys.allSatisfy { $0.count == 1 })
            #expect(document.sourceCount == bySource.count)
            for source in document.sources {
                let other: Set = [SharedTexts.short(source.name)]
                let mine = bySource[other] ?? []
                let elsewhere = bySource.filter { $0.key != other }.values
                    .reduce(into: Set<Int>()) { $0.formUnion($1) }
                #expect(source.characters == mine.count)
                #expect(source.exclusiveCharacters == mine.subtracting(elsewhere).count)
            }
        }
    }

    /// With paragraphs too, what is told inside a cluster of paragraphs has no row of its own.
    @Test(arguments: 0..<20)
    func withParagraphsFiguresLieBetweenRowsAndClusters(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed) &+ 100)
        let sample = SharedTexts(random: &random, documents: 5, isRich: seed % 3 != 0)
        let report = try await sample.find(.all)
        var most = report.toldStretches
        for cluster in report.clusters {
            let holders = Set(cluster.members.map { SharedTexts.short($0.document) })
            guard holders.count > 1 else { continue }
            most += cluster.members.map {
                ToldStretch(
                    document: SharedTexts.short($0.document),
                    others: holders,
                    range: $0.range,
                    isCopy: true
                )
            }
        }
        for document in report.documents {
            let name = SharedTexts.short(document.name)
            func count(_ stretches: [ToldStretch]) -> Int {
                let own = stretches.filter { $0.document == name }
                return sample.characters(name, in: own.map(\.range)).count
            }
            #expect(document.sharedCharacters >= count(report.toldStretches))
            #expect(document.sharedCharacters <= count(most))
        }
    }

    /// What must hold of any figures, whatever the options.
    @Test(arguments: 0..<40)
    func partsAreNoMoreThanWholes(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed) &+ 200)
        let documents = Int.random(in: 2...16, using: &random)
        let sample = SharedTexts(random: &random, documents: documents, isRich: seed % 2 == 0)
        let report = try await sample.find(seed % 4 < 2 ? .all : .passages) {
            $0.placeLimit = Int.random(in: 1...12, using: &random)
            $0.listsAllPairs = seed % 8 < 4
        }
        for document in report.documents {
            #expect(document.copiedCharacters <= document.sharedCharacters)
            #expect(document.sharedCharacters <= document.characters)
            #expect(document.sources.count == Swift.min(5, document.sourceCount))
            for source in document.sources {
                #expect(source.name != document.name && source.characters > 0)
                #expect(source.exclusiveCharacters <= source.characters)
                #expect(source.characters <= document.copiedCharacters)
            }
            let exclusive = document.sources.reduce(0) { $0 + $1.exclusiveCharacters }
            #expect(exclusive <= document.copiedCharacters)
            let characters = document.sources.map(\.characters)
            #expect(characters == characters.sorted(by: >))
        }
    }

    /// Runs that are sure to be found are counted.
    @Test(arguments: 0..<40)
    func everySharedRunIsCounted(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed) &+ 300)
        let documents = Int.random(in: 2...9, using: &random)
        let sample = SharedTexts(random: &random, documents: documents, isRich: seed % 2 == 0)
        let report = try await sample.find(seed % 4 < 2 ? .all : .passages) {
            $0.placeLimit = [1_000, 12][seed % 2]
            $0.listsAllPairs = seed % 8 < 4
        }
        let verbatim = sample.verbatim(run: 13)
        for document in report.documents {
            let name = SharedTexts.short(document.name)
            #expect(document.sharedCharacters >= verbatim[name]?.count ?? 0, "\(name)")
        }
    }

    /// In texts that agree in nothing by chance, what stands word for word elsewhere is all.
    @Test(arguments: [3, 13, 70], [12, 2])
    func aSentenceInManyDocumentsIsSharedByAll(documents: Int, placeLimit: Int) async throws {
        let sample = Self.holders(of: 60, documents)
        let report = try await sample.find { $0.placeLimit = placeLimit }
        let verbatim = sample.verbatim(run: 13)
        let counts = sample.names.map { verbatim[$0]?.count ?? 0 }
        #expect(counts.allSatisfy { $0 >= 60 })
        #expect(report.documents.map(\.sharedCharacters) == counts)
        #expect(report.documents.map(\.copiedCharacters) == counts)
    }

    @Test(arguments: [13, 70])
    func whatManyHoldIsNobodysAlone(documents: Int) async throws {
        let report = try await Self.holders(of: 60, documents).find()
        for document in report.documents {
            #expect(document.sourceCount == documents - 1)
            // A neighbour of the sentence may be equal by chance.
            #expect(document.sources.allSatisfy { (60...62).contains($0.characters) })
            #expect(document.sources.allSatisfy { $0.exclusiveCharacters <= 2 })
        }
    }

    @Test func whatThreeHoldIsNobodysAlone() async throws {
        let report = try await Self.holders(of: 60, 3).find()
        for document in report.documents {
            #expect(document.sourceCount == 2)
            #expect(document.sources.map(\.characters) == [60, 60])
            #expect(document.sources.map(\.exclusiveCharacters) == [0, 0])
        }
    }

    /// Documents that hold one sentence each, between texts of their own.
    private static func holders(of length: Int, _ documents: Int) -> SharedTexts {
        var random = SplitMix64(seed: 42)
        let sentence = SharedTexts.sentence(length, &random)
        return SharedTexts(
            (0..<documents)
                .map { _ in
                    SharedTexts.sentence(40, &random) + "。" + sentence + "。"
                        + SharedTexts.sentence(40, &random)
                }
        )
    }

    @Test func equalDocumentsAreCopiedWhole() async throws {
        var random = SplitMix64(seed: 7)
        let text = (0..<4).map { _ in SharedTexts.sentence(30, &random) }
            .joined(separator: "。\n")
        for count in [2, 3, 14] {
            for scope in [SearchScope.all, .passages, .paragraphs] {
                let report = try await SharedTexts(Array(repeating: text, count: count)).find(scope)
                #expect(
                    report.documents.map(\.copiedCharacters) == Array(repeating: 120, count: count)
                )
                #expect(report.documents.allSatisfy { $0.copiedShare == 1 })
            }
        }
    }

    @Test func documentsWithoutTextHaveNothingCopied() async throws {
        var random = SplitMix64(seed: 8)
        let text = SharedTexts.sentence(40, &random)
        // White space alone is skipped when it is read; marks alone are a document.
        let sample = SharedTexts([text, "", "……。，！", " \n\n", text, "。"])
        let report = try await sample.find(.all)
        let empty = report.documents.filter { $0.characters == 0 }
        #expect(!empty.isEmpty)
        for document in empty {
            #expect(document.sharedCharacters == 0 && document.copiedShare == 0)
            #expect(document.sources.isEmpty)
        }
        let whole = report.documents.filter { $0.characters > 0 }
        #expect(whole.map(\.copiedCharacters) == [40, 40])
    }

    /// A character that stands in a document twice is copied in both places.
    @Test(arguments: [false, true], [SearchScope.all, .passages])
    func bothPlacesInOneDocumentAreCopied(listsAllPairs: Bool, scope: SearchScope) async throws {
        var random = SplitMix64(seed: 9)
        let sentence = SharedTexts.sentence(30, &random)
        let twice = [sentence, SharedTexts.sentence(90, &random), sentence]
        for others in [1, 3] {
            let sample = SharedTexts(
                [twice.joined(separator: "\n")] + Array(repeating: sentence, count: others)
            )
            let report = try await sample.find(scope) { $0.listsAllPairs = listsAllPairs }
            #expect(
                report.documents.map(\.copiedCharacters) == [60]
                    + Array(repeating: 30, count: others)
            )
        }
    }

    /// A paragraph too short for a passage is shown against its nearest copy only, which may stand
    /// in the same document.
    @Test func bothPlacesOfAShortParagraphAreCopied() async throws {
        let sample = Self.twice(12, others: 1)
        let all = try await sample.find(.all)
        #expect(all.documents.map(\.sharedCharacters) == [24, 12])
        let nearest = try await sample.find(.all) { $0.listsAllPairs = false }
        #expect(nearest.documents.map(\.sharedCharacters) == [24, 12])
    }

    /// A text in more places than are compared each with each is paired with its first place only,
    /// which may stand in the same document.
    @Test(arguments: [12, 30])
    func bothPlacesAreCopiedHoweverManyHoldTheText(others: Int) async throws {
        let counts = [128] + Array(repeating: 64, count: others)
        let sample = Self.twice(64, others: others)
        let many = try await sample.find { $0.placeLimit = 64 }
        #expect(many.documents.map(\.sharedCharacters) == counts)
        let few = try await sample.find()
        #expect(few.documents.map(\.sharedCharacters) == counts)
    }

    /// A document that holds a paragraph twice, and others that are that paragraph.
    private static func twice(_ length: Int, others: Int) -> SharedTexts {
        var random = SplitMix64(seed: 10)
        let sentence = SharedTexts.sentence(length, &random)
        let twice = [sentence, SharedTexts.sentence(90, &random), sentence]
        return SharedTexts(
            [twice.joined(separator: "\n")] + Array(repeating: sentence, count: others)
        )
    }
}
