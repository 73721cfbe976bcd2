import TestSupport
import Testing

@testable import LeitongFormats
@testable import LeitongModel

@Suite struct LegacyWordExtractorTests {
    private static let mark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    private func compound(_ name: String) -> [UInt8] {
        Self.mark + Array(repeating: 0, count: 500) + name.utf8.flatMap { [$0, 0] }
    }

    private func read(_ bytes: [UInt8]) throws -> ExtractedParagraphs {
        try ExtractedParagraphs(bytes, name: "a.doc")
    }

    @Test func plainTextUnderThatNameIsRead() throws {
        let read = try read(Array("第一段文字。\n第二段文字。\n".utf8))
        #expect(read.texts == ["第一段文字。", "第二段文字。"])
        #expect(read.batch.documents.map(\.format) == [.doc])
    }

    @Test func otherFilesOfThatKindAreTold() throws {
        #expect(try read(compound("Workbook")).reasons == [.unsupported])
        #expect(try read(compound("EncryptedPackage")).reasons == [.encrypted])
    }
}
