import Leitong
import TestSupport
import Testing

@Suite struct MinHashSignatureTests {
    /// Two sets of a given size that have so many hashes in common.
    private func sets(
        _ size: Int,
        common: Int,
        _ random: inout SplitMix64
    ) -> (Shingles, Shingles) {
        let shared = (0..<common).map { _ in random.next() }
        func own() -> [UInt64] { (common..<size).map { _ in random.next() } }
        return (Shingles(hashes: shared + own()), Shingles(hashes: shared + own()))
    }

    /// 300 pairs of every similarity: no estimate is further off than four standard errors (one of
    /// 16,000 is by chance), and the mean error is next to none.
    @Test func estimatesAreNearTheSimilarity() throws {
        var random = SplitMix64(seed: 42)
        var errors: [Double] = []
        for number in 0..<300 {
            let (one, other) = sets(150, common: number / 2, &random)
            let jaccard = one.jaccard(with: other)
            let estimate = try MinHashSignature(of: one)
                .jaccard(with: MinHashSignature(of: other))
            let count = Double(MinHashSignature.valueCount)
            let deviation = (jaccard * (1 - jaccard) / count).squareRoot()
            // Where they have next to nothing in common a value that agrees is a step of 1 in 128.
            #expect(abs(estimate - jaccard) <= 4 * deviation + 1 / count)
            errors.append(estimate - jaccard)
        }
        // The error of a mean of 300, each of at most .044, is .0026.
        #expect(abs(errors.reduce(0, +) / Double(errors.count)) < 4 * 0.0026)
    }

    @Test func equalSetsAgreeInEveryValue() throws {
        let one = MinHashSignature(of: "各级党组织要把学习成果转化为工作实效")
        let noisy = MinHashSignature(of: "各级党组织，要把“学习成果”转化为工作实效！")
        #expect(one == noisy)
        #expect(try one.jaccard(with: noisy) == 1)
        #expect(one.values.count == 128)
    }

    @Test func aSignatureIsThatOfItsShingles() {
        let text = "港口货物吞吐量比上年增长两成，新开通了六条集装箱班轮航线"
        let shingles = Shingles(of: text)
        #expect(MinHashSignature(of: text) == MinHashSignature(of: shingles))
        #expect(
            MinHashSignature(of: text, rule: .characters(3))
                == MinHashSignature(of: Shingles(of: text, rule: .characters(3)))
        )
        #expect(MinHashSignature(of: text) != MinHashSignature(of: text, rule: .characters(3)))
    }

    @Test func ofNothingEveryValueIsTheGreatest() throws {
        let empty = MinHashSignature(of: "")
        #expect(empty.values.allSatisfy { $0 == .max })
        #expect(try empty.jaccard(with: MinHashSignature(of: Shingles(hashes: []))) == 1)
        #expect(try empty.jaccard(with: MinHashSignature(of: "港口货物吞吐量比上年增长两成")) == 0)
    }

    @Test(arguments: [0, 1, .max] as [UInt64])
    func bytesAreReadAsTheyWereWritten(seed: UInt64) throws {
        let signature = MinHashSignature(of: "全市上下要拧成一股绳，心往一处想", seed: seed)
        let bytes = signature.bytes
        #expect(bytes.count == 528)
        let stored = try MinHashSignature(bytes: bytes)
        #expect(stored == signature && stored.seed == seed)
        #expect(try stored.jaccard(with: signature) == 1)
        // From whatever holds bytes.
        #expect(try MinHashSignature(bytes: bytes.lazy.map(\.self)) == signature)
    }

    /// The bytes are a format: what was stored years ago must be read.
    @Test func theBytesAreTheSameForEver() {
        let bytes = MinHashSignature(of: Shingles(hashes: [1, 2, 3]), seed: 0x0102_0304_0506_0708)
            .bytes
        #expect(Array(bytes[..<8]) == [0x4C, 0x54, 0x4D, 0x48, 2, 0, 0, 0])
        #expect(Array(bytes[8..<16]) == [8, 7, 6, 5, 4, 3, 2, 1])
        let empty = MinHashSignature(of: Shingles(hashes: [])).bytes
        #expect(empty[16...].allSatisfy { $0 == 0xFF })
    }

    @Test func damagedBytesAreAnError() {
        let bytes = MinHashSignature(of: "全市上下要拧成一股绳，心往一处想").bytes
        var damaged = [Array(bytes.dropLast()), bytes + [0], [], Array(bytes[..<8])]
        for position in 0..<8 {
            var other = bytes
            other[position] ^= 1
            damaged.append(other)
        }
        for bytes in damaged {
            let error = #expect(throws: LeitongError.self) { try MinHashSignature(bytes: bytes) }
            #expect(error == .noSignature)
        }
    }

    @Test func signaturesOfUnlikeSeedsAreNotCompared() {
        let text = "全市上下要拧成一股绳，心往一处想"
        let (one, other) = (
            MinHashSignature(of: text, seed: 1), MinHashSignature(of: text, seed: 2)
        )
        #expect(one.values != other.values)
        let error = #expect(throws: LeitongError.self) { try one.jaccard(with: other) }
        #expect(error == .unlikeSignatures)
    }
}
