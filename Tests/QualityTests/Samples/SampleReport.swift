import Leitong
import LeitongFiles
import LeitongReport
import TestSupport

/// What the engine reports on a sample, with names as the sample has them.
struct SampleReport {
    /// The report; its names begin with the path of a folder that is gone.
    let report: Report
    /// What is said of each document.
    let documents: [String: ComparedDocument]
    private let prefix: String

    /// Writes files, and finds what was copied among them.
    init(on files: [SampleFile]) async throws {
        let folder = try TemporaryFolder()
        try SampleFolder.write(files, to: folder.url)
        let context = RunContext(threads: 2)
        let corpus = try await Loader().load(paths: [folder.path], context: context)
        let report = try await Finder().find(in: corpus, context: context)
        let prefix = folder.path + "/"
        self.report = report
        self.prefix = prefix
        documents = Dictionary(
            uniqueKeysWithValues: report.documents.map {
                (String($0.name.dropFirst(prefix.count)), $0)
            }
        )
    }

    /// A name as the sample has it.
    func name(_ reported: String) -> String {
        String(reported.dropFirst(prefix.count))
    }

    /// Documents of which more than a fifth is shared.
    var overAFifth: Set<String> {
        Set(documents.filter { $0.value.copiedShare > 0.2 }.keys)
    }

    /// The documents that share most with one, the best first.
    func sources(of document: String) -> [DocumentSource] {
        documents[document]?.sources ?? []
    }

    /// By how much the copied share of a document differs from what was planted, at most.
    func largestDeviation(from truth: SampleTruth, besides others: Set<String> = []) -> Double {
        truth.documents.filter { !others.contains($0.path) }
            .map { abs((documents[$0.path]?.copiedShare ?? 1) - $0.plantedShare) }.max() ?? 0
    }

    /// Pairs of documents with a passage that is called a copy and holds a text.
    func copies(holding text: String) -> [Set<String>] {
        report.passages
            .filter { passage in
                passage.matchClass == .copy
                    && passage.edits.contains {
                        $0.kind == .equal && $0.aText?.contains(text) == true
                    }
            }
            .map { [name($0.a.document), name($0.b.document)] }
    }
}
