import LeitongFiles
import LeitongModel
import TestSupport
import Testing

@testable import Leitong

@Suite struct ScoredDocumentsTests {
    private static let folder = "speeches"

    /// A plain document, a compiled one with a preamble, and records.
    private func corpus(compiled: Bool) async throws -> Corpus {
        let folder = try TemporaryFolder()
        try folder.write("甲乙\n2023年5月4日".utf8, to: "a.txt")
        if compiled {
            let text = "讲话汇编\n2022年1月2日\n【篇一】\n丙丁\n2021年3月4日\n【篇二】\n戊己\n"
            try folder.write(text.utf8, to: "b.txt")
        }
        let records = #"{"id":"r","title":"题","text":"庚"}"# + "\n" + #"{"text":"辛\n壬"}"#
        try folder.write(records.utf8, to: "c.jsonl")
        let loaded = try await Loader().load(paths: [folder.path])
        let names = loaded.units.map { $0.name.replacing(folder.path + "/", with: "") }
        let sections = compiled ? ["b.txt", "b.txt#1", "b.txt#2"] : []
        #expect(names == ["a.txt"] + sections + ["r", "c.jsonl:2"])
        return loaded
    }

    @Test(arguments: [false, true])
    func whatIsAskedAloneIsWhatAUnitSays(compiled: Bool) async throws {
        let corpus = try await corpus(compiled: compiled)
        let units = corpus.units
        var next = 0
        for (index, unit) in units.enumerated() {
            #expect(units.name(ofUnit: index) == unit.name)
            #expect(units.document(ofUnit: index) == unit.document)
            #expect(units.paragraphs(ofUnit: index) == unit.paragraphs)
            #expect(unit.paragraphs.allSatisfy { units.unit(ofParagraph: $0) == index })
            #expect(unit.paragraphs.lowerBound == next, "units follow one another")
            next = unit.paragraphs.upperBound
        }
        #expect(next == corpus.batch.paragraphs.count)
        let dated = units.filter { $0.date != nil }
        #expect(units.dates.map(\.name) == dated.map(\.name))
        #expect(units.dates.map(\.date) == dated.map(\.date))
    }

    @Test func sectionsHaveWhatIsTheirs() async throws {
        let units = try await corpus(compiled: true).units
        #expect(units.map(\.section) == [nil, 0, 1, 2, nil, nil])
        #expect(units.map(\.document) == [0, 1, 1, 1, 2, 3])
        #expect(
            units.map(\.date?.text)
                == ["2023-05-04", "2022-01-02", "2021-03-04", nil, nil, nil]
        )
        #expect(units.map(\.dateSource) == [.text, .text, .text, nil, nil, nil])
        #expect(units[1].title == "讲话汇编" && units[4].title == "题")
    }
}
