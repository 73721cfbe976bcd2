import CXXHash
import Foundation
import Testing

@_spi(Core) @testable import LeitongCore

/// The model against a plain dictionary, its file against damage, the shipped one against prose.
@Suite struct BackgroundModelTests {
    private static let documents = ModelSamples.documents

    @Test(arguments: [1, 2, 4, 6])
    func agreesWithDictionary(order: Int) throws {
        let model = try Self.model(order: order)
        let reference = PlainModel(documents: Self.documents, order: order)
        for text in Self.documents + [foldedScalars("督促检查工作要抓好领导带头，山川各部")] {
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

    /// A scalar costs the same wherever the same scalars stand before it, as many as are promised.
    @Test(arguments: [1, 2, 4, 6])
    func noMoreThanTheContextMatters(order: Int) throws {
        let model = try Self.model(order: order)
        #expect(model.contextLength == order - 1)
        let texts =
            Self.documents + [foldedScalars("各级领导山川各部门确保实效"), Self.documents.flatMap(\.self)]
        for text in texts {
            let bits = surprisals(of: text, model)
            for index in text.indices where index > model.contextLength {
                let known = text[(index - model.contextLength)...index]
                for stranger in foldedScalars("导川门") {
                    let other = surprisals(of: [stranger] + known, model)
                    #expect(other.last == bits[index])
                }
            }
        }
    }

    @Test func wildcardIsFreeAndEndsTheContext() throws {
        let model = try Self.model()
        let (first, second) = (foldedScalars("各级要加强"), foldedScalars("领导要带头"))
        let joined = surprisals(of: first + [FoldedText.wildcard] + second, model)
        #expect(joined == surprisals(of: first, model) + [0] + surprisals(of: second, model))
        #expect(joined != surprisals(of: first + second, model))
    }

    @Test func valuesAreSixteenthsWithinTheCap() {
        let text =
            Self.documents.flatMap(\.self) + foldedScalars("龘靐齉爩 GDP 3.14 まつり 대한민국 \u{1F600}")
        for bits in surprisals(of: text, .standard) {
            #expect(bits >= 0 && bits <= 12)
            #expect(bits * 16 == (bits * 16).rounded())
        }
    }

    @Test func unknownScalarsCostWhatTheirScriptCosts() throws {
        let model = try Self.model()
        #expect(surprisals(of: foldedScalars("龘z7"), model) == [10, 2.625, 3.3125])
    }

    @Test func equalDocumentsGiveEqualBytes() {
        #expect(ModelSamples.file() == ModelSamples.file())
        #expect(ModelSamples.file() != ModelSamples.file(order: 3))
    }

    /// Pins format and arithmetic: these bytes are the same on every machine.
    @Test func bytesAreAsRecorded() {
        #expect(checksum(of: ModelSamples.file()) == 8_907_406_609_270_595_951)
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
        single.add(foldedScalars("山高水长").span, weight: 100)
        let model = try BackgroundModel(bytes: single.finish(maxBytes: 100_000))
        // Four scalars and three pairs; nothing longer stands in three documents.
        #expect(model.entryCount == 7)
    }

    /// What one collection says often, two collections of equal weight say half as often.
    @Test func weightsDecideWhatIsOrdinary() throws {
        func bits(weights: (Int, Int)) throws -> Float {
            var builder = BackgroundModelBuilder()
            for _ in 0..<3 {
                builder.add(foldedScalars("春耕生产").span, weight: weights.0)
                builder.add(foldedScalars("春季开学").span, weight: weights.1)
            }
            let model = try BackgroundModel(bytes: builder.finish(maxBytes: 100_000))
            return surprisals(of: foldedScalars("春耕"), model)[1]
        }
        let even = try bits(weights: (1, 1))
        #expect(even == (try bits(weights: (50, 50))))
        #expect(try bits(weights: (20, 1)) < even - 0.5)
        #expect(try bits(weights: (1, 20)) > even + 2)
    }

    @Test(arguments: [0, 64, 100, 500, 1000, 1024])
    func staysWithinItsSize(limit: Int) throws {
        let bytes = ModelSamples.file(maxBytes: limit)
        #expect(bytes.count <= max(BackgroundModel.leastSize, limit))
        let model = try BackgroundModel(bytes: bytes)
        #expect(model.entryCount > 0)
        #expect(surprisals(of: Self.documents[0], model).allSatisfy { $0 <= 12 })
    }

    @Test func emptyTextMakesAModel() throws {
        let model = try BackgroundModel(bytes: BackgroundModelBuilder().finish(maxBytes: 1000))
        #expect(model.entryCount == 0)
        #expect(surprisals(of: foldedScalars("山"), model) == [10])
        #expect(surprisals(of: [], model).isEmpty)
    }
}

/// Damage.
extension BackgroundModelTests {
    @Test func truncatedFilesAreRefused() {
        let bytes = ModelSamples.file()
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
        let bytes = ModelSamples.file()
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
            var forged = ModelSamples.file()
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
        var bytes = ModelSamples.file()
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
        #expect(BackgroundModel.standard.entryCount > 1_000_000)
        #expect(BackgroundModel.standard.entryCount < 2_000_000)
    }

    private func mean(of text: String) -> Float {
        let bits = surprisals(of: foldedScalars(text), .standard)
        return bits.reduce(0, +) / Float(bits.count)
    }

    private static func model(order: Int = 6) throws -> BackgroundModel {
        try BackgroundModel(bytes: ModelSamples.file(order: order))
    }
}

private func checksum(of bytes: [UInt8]) -> UInt64 {
    // Safe: hashes exactly the bytes of the span.
    unsafe bytes.span.withUnsafeBufferPointer { bytes in
        unsafe leitong_xxh3_64(bytes.baseAddress, bytes.count)
    }
}
