import Foundation

@_spi(Core) @testable import LeitongCore

/// The background model by its formula: counts in a dictionary, probabilities by recursion.
struct PlainModel {
    private let order: Int
    /// Documents that hold each n-gram.
    private var counts: [[UInt32]: Int] = [:]

    init(documents: [[UInt32]], order: Int) {
        self.order = order
        for document in documents {
            var own: Set<[UInt32]> = []
            for start in document.indices {
                for end in start + 1...min(document.count, start + order) {
                    own.insert(Array(document[start..<end]))
                }
            }
            for ngram in own { counts[ngram, default: 0] += 1 }
        }
    }

    /// Surprisal in bits.
    func surprisal(of index: Int, in text: [UInt32]) -> Double {
        let scalar = text[index]
        guard isKept([scalar]) else { return Double(NGramHash.unknownCost(of: scalar)) / 16 }
        let context = Array(text[max(0, index - order + 1)..<index])
        let bits = -log2(probability(of: scalar, after: context))
        return min(bits, Double(NGramHash.costLimit(of: scalar)) / 16)
    }

    private func probability(of scalar: UInt32, after context: [UInt32]) -> Double {
        let lower =
            context.isEmpty ? 0 : probability(of: scalar, after: Array(context.dropFirst()))
        guard context.isEmpty || isKept(context) else { return lower }
        let followers = counts.filter { ngram, _ in
            ngram.count == context.count + 1 && ngram.starts(with: context)
        }
        let total = Double(followers.values.reduce(0, +))
        guard total > 0 else { return lower }
        let kept = followers.filter { isKept($0.key) }.mapValues { Double($0) - 0.75 }
        let rest = 1 - kept.values.reduce(0, +) / total
        return kept[context + [scalar], default: 0] / total + rest * lower
    }

    private func isKept(_ ngram: [UInt32]) -> Bool {
        counts[ngram, default: 0] >= (ngram.count < 3 ? 1 : 3)
    }
}
