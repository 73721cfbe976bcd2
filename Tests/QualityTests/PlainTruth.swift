import Foundation

/// All true pairs by the definition of Jaccard similarity on sets of 5-character shingles of the raw
/// text: shared shingles are counted over lists of holders, without hashing or sketches.
struct PlainTruth {
    /// Pairs of positions with a similarity at or over the threshold, the lower first.
    let pairs: Set<[Int]>

    init(_ texts: [String], threshold: Double) {
        var holders: [String: [Int]] = [:]
        var sizes: [Int] = []
        for (number, text) in texts.enumerated() {
            let scalars = Array(text.unicodeScalars)
            var shingles: Set<String> = []
            for start in 0..<Swift.max(0, scalars.count - 4) {
                var view = String.UnicodeScalarView()
                view.append(contentsOf: scalars[start..<start + 5])
                shingles.insert(String(view))
            }
            sizes.append(shingles.count)
            for shingle in shingles { holders[shingle, default: []].append(number) }
        }
        var shared: [[Int]: Int] = [:]
        for list in holders.values where list.count > 1 {
            for (index, a) in list.enumerated() {
                for b in list[(index + 1)...] { shared[[a, b], default: 0] += 1 }
            }
        }
        var pairs: Set<[Int]> = []
        for (pair, count) in shared {
            let union = sizes[pair[0]] + sizes[pair[1]] - count
            if Double(count) / Double(union) >= threshold { pairs.insert(pair) }
        }
        // Texts shorter than a shingle are copies only if they are equal.
        let equal = Dictionary(grouping: texts.indices) { texts[$0] }.values.filter { $0.count > 1 }
        for group in equal {
            for (index, a) in group.enumerated() {
                for b in group[(index + 1)...] { pairs.insert([a, b]) }
            }
        }
        self.pairs = pairs
    }
}
