import CXXHash
import Foundation
import Testing

@testable import LeitongCore

/// The model against a plain dictionary, its file against damage, the shipped one against prose.
@Suite struct BackgroundModelTests {
    private static let documents = [
        "各级各部门要加强领导，确保工作落到实处。", "要加强领导，抓好落实，确保取得实效。",
        "各部门要抓好落实，加强督促检查。", "加强领导是抓好落实的保证。",
        "各级要确保工作落到实处，加强督促检查。", "工作落到实处，领导要带头。",
    ]
    .map(scalars)

    @Test(arguments: [1, 2, 4, 6])
    func agreesWithDictionary(order: Int) throws {
        let model = try Self.model(order: order)
        let reference = PlainModel(documents: Self.documents, order: order)
        for text in Self.documents + [scalars("督促检查工作要抓好领导带头，山川各部")] {
            let bits = surprisals(of: text, model)
            for index in text.indices {
                let expected = reference.surprisal(of: index, in: text)
                // Cost and penalties are rounded each to a sixteenth.
                let tolerance = 0.5 / 16 * Double(order) + 0.01
                #expect(abs(Double(bits[index]) - expected) <= tolerance, "\(order) \(index)")
            }
        }
    }

    @Test func contextReachesBeforeTheStart() throws {
        let model = try Self.model()
        let text = Self.documents[0]
        let whole = surprisals(of: text, model)
        var part: [Float] = []
        for start in 0...text.count {
            model.surprisals(of: text.span, from: start, into: &part)
            #expect(part == Array(whole[start...]))
        }
    }

    @Test func wildcardIsFreeAndEndsTheContext() throws {
        let model = try Self.model()
        let (first, second) = (scalars("各级要加强"), scalars("领导要带头"))
        let joined = surprisals(of: first + [FoldedText.wildcard] + second, model)
        #expect(joined == surprisals(of: first, model) + [0] + surprisals(of: second, model))
        #expect(joined != surprisals(of: first + second, model))
    }

    @Test func valuesAreSixteenthsWithinTheCap() {
        let text = Self.documents.flatMap(\.self) + scalars("龘靐齉爩 GDP 3.14 まつり 대한민국 \u{1F600}")
        for bits in surprisals(of: text, .standard) {
            #expect(bits >= 0 && bits <= 12)
            #expect(bits * 16 == (bits * 16).rounded())
        }
    }

    @Test func unknownScalarsCostWhatTheirScriptCosts() throws {
        let model = try Self.model()
        #expect(surprisals(of: scalars("龘z7"), model) == [10, 2.125, 3.3125])
    }

    @Test func equalDocumentsGiveEqualBytes() {
        #expect(Self.file() == Self.file())
        #expect(Self.file() != Self.file(order: 3))
    }

    /// Pins format and arithmetic: these bytes are the same on every machine.
    @Test func bytesAreAsRecorded() {
        #expect(checksum(of: Self.file()) == 8_802_977_741_666_619_145)
    }

    @Test func weightsCountAsDocumentsButDoNotMakeThem() throws {
        var weighted = BackgroundModelBuilder()
        var plain = BackgroundModelBuilder()
        for document in Self.documents {
            weighted.add(document.span, weight: 3)
            plain.add(document.span)
        }
        // All weigh the same: nothing changes.
        #expect(weighted.finish(maxBytes: 100_000) == plain.finish(maxBytes: 100_000))
        var single = BackgroundModelBuilder()
        single.add(scalars("山高水长").span, weight: 100)
        let model = try BackgroundModel(bytes: single.finish(maxBytes: 100_000))
        // Four scalars and three pairs; nothing longer stands in three documents.
        #expect(model.entryCount == 7)
    }

    @Test(arguments: [0, 64, 100, 500, 1000, 1024])
    func staysWithinItsSize(limit: Int) throws {
        let bytes = Self.file(maxBytes: limit)
        #expect(bytes.count <= max(BackgroundModel.leastSize, limit))
        let model = try BackgroundModel(bytes: bytes)
        #expect(model.entryCount > 0)
        #expect(surprisals(of: Self.documents[0], model).allSatisfy { $0 <= 12 })
    }

    @Test func emptyTextMakesAModel() throws {
        let model = try BackgroundModel(bytes: BackgroundModelBuilder().finish(maxBytes: 1000))
        #expect(model.entryCount == 0)
        #expect(surprisals(of: scalars("山"), model) == [10])
        #expect(surprisals(of: [], model).isEmpty)
    }
}

/// Damage.
extension BackgroundModelTests {
    @Test func truncatedFilesAreRefused() {
        let bytes = Self.file()
        for count in 0..<bytes.count {
            #expect(throws: BackgroundModel.FormatError.self) {
                try BackgroundModel(bytes: Array(bytes.prefix(count)))
            }
        }
        #expect(throws: BackgroundModel.FormatError.wrongSize) {
            try BackgroundModel(bytes: bytes + [0])
        }
    }

    @Test func flippedBytesAreRefused() {
        let bytes = Self.file()
        for index in bytes.indices {
            var damaged = bytes
            damaged[index] ^= 0x41
            #expect(throws: BackgroundModel.FormatError.self) {
                try BackgroundModel(bytes: damaged)
            }
        }
    }

    /// Who can write a checksum can still not make the program read beyond its table.
    @Test(arguments: [12, 16, 20, 24, 28, 32])
    func senselessNumbersWithARightChecksumAreRefused(offset: Int) {
        for value: UInt8 in [0, 0xFF] {
            var forged = Self.file()
            guard forged[offset..<offset + 4].contains(where: { $0 != value }) else { continue }
            for index in offset..<offset + 4 { forged[index] = value }
            forged.removeLast(8)
            let checksum = checksum(of: forged)
            forged += (0..<8).map { UInt8(truncatingIfNeeded: checksum >> (8 * UInt64($0))) }
            guard let model = try? BackgroundModel(bytes: forged) else { continue }
            // An empty bucket is no damage that could be seen: it only has to do no harm.
            #expect(surprisals(of: Self.documents[0], model).count == Self.documents[0].count)
        }
    }

    @Test func otherVersionsAreNamed() {
        var bytes = Self.file()
        bytes[8] = 9
        #expect(throws: BackgroundModel.FormatError.unknownVersion(9)) {
            try BackgroundModel(bytes: bytes)
        }
    }
}

/// The model that is shipped.
extension BackgroundModelTests {
    @Test(arguments: [
        "以习近平同志为核心的党中央", "违反本条例规定，构成犯罪的，依法追究刑事责任",
        "习近平新时代中国特色社会主义思想", "直接负责的主管人员和其他直接责任人员依法给予处分",
    ])
    func setPhrasesTellLittle(phrase: String) {
        #expect(mean(of: phrase) < 1.5)
    }

    @Test(arguments: [
        "统计员核对了三遍才发现表格漏了一行", "局里决定把旧仓库改成职工阅览室", "今年春天雨水偏少，不少农户推迟了播种",
        "我县去年新修的桥梁缩短了两岸学生上学的路程",
    ])
    func ordinaryProseTellsMuch(sentence: String) {
        #expect(mean(of: sentence) > 3)
    }

    @Test func shippedFileIsWithinItsSize() {
        #expect(BackgroundModel.standard.entryCount > 100_000)
        #expect(BackgroundModel.standard.entryCount < 1_000_000)
    }

    private func mean(of text: String) -> Float {
        let bits = surprisals(of: scalars(text), .standard)
        return bits.reduce(0, +) / Float(bits.count)
    }

    private static func file(order: Int = 6, maxBytes: Int = 100_000) -> [UInt8] {
        var builder = BackgroundModelBuilder(order: order)
        for document in documents { builder.add(document.span) }
        return builder.finish(maxBytes: maxBytes)
    }

    private static func model(order: Int = 6) throws -> BackgroundModel {
        try BackgroundModel(bytes: file(order: order))
    }
}

private func surprisals(of text: [UInt32], _ model: BackgroundModel) -> [Float] {
    var bits: [Float] = []
    model.surprisals(of: text.span, from: 0, into: &bits)
    return bits
}

private func scalars(_ text: String) -> [UInt32] {
    var folded = FoldedText()
    var scalars: [UInt32] = []
    Folder(level: .standard).fold(Array(text.utf8).span, into: &folded, keepingMap: false)
    folded.decodeScalars(into: &scalars)
    return scalars
}

private func checksum(of bytes: [UInt8]) -> UInt64 {
    // Safe: hashes exactly the bytes of the span.
    unsafe bytes.span.withUnsafeBufferPointer { bytes in
        unsafe leitong_xxh3_64(bytes.baseAddress, bytes.count)
    }
}
