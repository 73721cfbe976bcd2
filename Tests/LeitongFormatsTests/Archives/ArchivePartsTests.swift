import TestSupport
import Testing

@testable import LeitongFormats
@testable import LeitongModel

@Suite struct ArchivePartsTests {
    @Test(arguments: [
        ("b.xml", "word/a.xml", "word/b.xml"), ("../b.xml", "word/a.xml", "b.xml"),
        ("/b.xml", "word/a.xml", "b.xml"), ("./x/../b.xml", "a.xml", "b.xml"),
        ("../../../b.xml", "word/a.xml", "b.xml"), ("b.xml", "a.xml", "b.xml"),
    ])
    func referencesAreResolvedInsideTheFile(reference: String, base: String, name: String) {
        #expect(ArchiveParts.resolve(reference, from: base) == name)
    }

    @Test func theFirstPartOfANameIsRead() throws {
        let zip = ZIPBuilder([("a", "1"), ("b", "2"), ("a", "3"), ("c", "4")])
        var budget = ArchiveBudget(.init(), size: zip.bytes.count)
        let parts = try ArchiveParts(zip.bytes).read(["a", "c", "missing"], &budget)
        #expect(parts == ["a": Array("1".utf8), "c": Array("4".utf8)])
    }

    @Test func lockedPartsAreNamed() {
        var zip = ZIPBuilder()
        zip.add("a", [1], flags: 0x801)
        var budget = ArchiveBudget(.init(), size: 100)
        let failure = #expect(throws: ExtractionFailure.self) {
            try ArchiveParts(zip.bytes).read(["a"], &budget)
        }
        #expect(failure?.reason == .encrypted)
        #expect(throws: ExtractionFailure.self) {
            try ArchiveParts(Array("no archive".utf8)).read(["a"], &budget)
        }
    }
}
