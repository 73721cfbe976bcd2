import LeitongAlgorithms

/// How long generated paragraphs are meant to be.
///
/// The curve follows official prose: half of all paragraphs have 60 to 180 characters, one in
/// thirty more than 400, none more than 900.
enum LengthDistribution {
    /// Points of the curve: so many paragraphs in a thousand are no longer than so many characters.
    private static let points: [(perThousand: Int, characters: Int)] = [
        (0, 60), (100, 90), (250, 125), (500, 170), (750, 235), (900, 310), (970, 390),
        (992, 600), (1000, 860),
    ]

    /// Draws a length; between two points of the curve each is equally likely.
    static func length(using random: inout SplitMix64) -> Int {
        let place = random.below(1000)
        for (low, high) in zip(points, points.dropFirst()) where place < high.perThousand {
            let width = high.characters - low.characters
            let part = random.below(width + 1)
            return low.characters + part
        }
        preconditionFailure("the curve ends at 1000")
    }
}
