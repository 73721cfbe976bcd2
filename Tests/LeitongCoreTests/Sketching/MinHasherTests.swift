import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct MinHasherTests {
    private func signature(_ shingles: borrowing ShingleHashes, seed: UInt64 = 1) -> [UInt32] {
        var signature = [UInt32](repeating: 0, count: MinHasher.valueCount)
        MinHasher(seed: seed).sign(shingles, into: &signature)
        return signature
    }

    @Test(arguments: [0, 1, 2, 7, 31, 32, 33, 200, 1000])
    func kernelEqualsPlainLoop(count: Int) {
        var generator = SplitMix64(seed: UInt64(count))
        let hashes = (0..<count).map { _ in generator.next() }
        let hasher = MinHasher()
        var fast = [UInt32](repeating: 1, count: MinHasher.valueCount)
        var plain = [UInt32](repeating: 2, count: MinHasher.valueCount)
        hasher.minimise(hashes.span, into: &fast)
        hasher.minimisePlainly(hashes.span, into: &plain)
        #expect(fast == plain)
    }

    /// Which paths there are depends on the processor; the plain one is everywhere.
    @Test(arguments: [0, 1, 2, 31, 32, 33, 200, 1000])
    func allPathsAreEqual(count: Int) {
        var generator = SplitMix64(seed: UInt64(count) &+ 50)
        let hashes = (0..<count).map { _ in generator.next() }
        let hasher = MinHasher(seed: 9)
        var reference = [UInt32](repeating: 1, count: MinHasher.valueCount)
        hasher.minimisePlainly(hashes.span, into: &reference)
        var found: [MinHasher.Path] = []
        for path in MinHasher.Path.allCases {
            var signature = [UInt32](repeating: 2, count: MinHasher.valueCount)
            guard hasher.minimise(hashes.span, on: path, into: &signature) else { continue }
            found.append(path)
            #expect(signature == reference, "\(path)")
        }
        #expect(found.first == .plain)
    }

    @Test func noShinglesGiveTheLargestValues() {
        #expect(signature(ShingleHashes()).allSatisfy { $0 == .max })
    }

    @Test func orderAndRepeatsDoNotMatter() {
        let once = Samples.shingles("全面推进乡村振兴战略")
        let twice = Samples.shingles("全面推进乡村振兴战略全面推进乡村振兴战略")
        #expect(Set(Samples.array(once)).isSubset(of: Samples.array(twice)))
        #expect(signature(once) == signature(Samples.shingles("全面推进乡村振兴战略")))
    }

    @Test func seedsGiveDifferentFunctions() {
        let shingles = Samples.shingles("扎实推进各项工作落地见效")
        #expect(signature(shingles, seed: 1) != signature(shingles, seed: 2))
    }

    /// The scheme's name promises these values; if they change, the name must.
    @Test func schemeIsPinned() {
        let pinned = signature(Samples.shingles("扎实推进各项工作落地见效"))
        #expect(MinHasher.name == "minhash-xxh3-multiply-shift-128/2")
        #expect(Array(pinned.prefix(4)) == Self.pinnedValues)
    }

    private static let pinnedValues: [UInt32] = [
        24_655_231, 48_881_048, 652_206_177, 280_375_221,
    ]

    /// The mean estimate over seeds lies within 4 standard errors of the truth.
    @Test(arguments: [0.1, 0.3, 0.5, 0.7, 0.9])
    func estimateIsUnbiased(similarity: Double) {
        let shared = Int(200 * similarity)
        let own = (200 - shared) / 2
        var generator = SplitMix64(seed: UInt64(shared))
        let values = (0..<shared + 2 * own).map { _ in generator.next() }
        let a = ShingleHashes(values[..<(shared + own)])
        let b = ShingleHashes(values[..<shared] + values[(shared + own)...])
        let truth = Double(shared) / Double(shared + 2 * own)
        let seeds = 200
        var sum = 0.0
        for seed in 0..<seeds {
            let first = signature(a, seed: UInt64(seed))
            let second = signature(b, seed: UInt64(seed))
            sum += MinHasher.estimate(first.span, second.span)
        }
        let standardError = (truth * (1 - truth) / Double(seeds * MinHasher.valueCount))
            .squareRoot()
        #expect(abs(sum / Double(seeds) - truth) < 4 * standardError)
    }
}

extension ShingleHashes {
    /// A set of given hashes.
    init(_ hashes: some Swift.Collection<UInt64>) {
        self.init()
        storage = Array(hashes)
        count = hashes.count
    }
}
