import BenchmarkSupport
@_spi(Core) import LeitongCore

/// From a text to its signature.
extension HotPath {
    /// The subjects, in the order of the search.
    static let paragraphs = [
        fold(.none), fold(.standard), shingle(.characters(5), "5 characters"),
        shingle(.standard, "width 10"), minHash, sketch,
    ]

    /// A hundred thousand bytes and more.
    private static let sample = SampleParagraphs(count: 200)

    private static func fold(_ level: FoldingLevel) -> HotPath {
        HotPath(name: "Fold \(level)") {
            let folder = Folder(level: level)
            var folded = FoldedText()
            return {
                sample.texts.reduce(0) { sum, text in
                    folder.fold(text.span, into: &folded, keepingMap: false)
                    return sum + folded.scalarCount
                }
            }
        }
    }

    private static func shingle(_ rule: ShingleRule, _ length: String) -> HotPath {
        HotPath(name: "Hash shingles of \(length)") {
            let texts = SampleShingles(sample).folded
            let shingler = Shingler(rule: rule)
            var shingles = ShingleHashes()
            return {
                texts.reduce(0) { sum, text in
                    shingler.hash(text, into: &shingles)
                    return sum + shingles.count
                }
            }
        }
    }

    private static let minHash = HotPath(name: "Signature of 128 values") {
        let hashes = SampleShingles(sample).hashes
        let hasher = MinHasher()
        var signature = [UInt32](repeating: 0, count: MinHasher.valueCount)
        return {
            hashes.reduce(0) { sum, shingles in
                hasher.sign(shingles, into: &signature)
                return sum + Int(signature[0])
            }
        }
    }

    private static let sketch = HotPath(name: "Sketch and band keys of a signature") {
        let signatures = SampleSignatures(sample)
        let plan = standardBandPlan()
        var keys = [UInt32](repeating: 0, count: plan.bandCount)
        return {
            var sum = 0
            for row in signatures.rows {
                sum += BitSketch(row.span).agreements(with: signatures.sketches[0])
                plan.writeKeys(of: row.span, into: &keys)
                sum += Int(keys[0] & 1)
            }
            return sum
        }
    }
}
