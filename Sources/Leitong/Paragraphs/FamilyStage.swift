@_spi(Core) import LeitongCore

/// Compares the texts of families, each two exactly, where pair by pair would cost too much.
///
/// A family is a form that thousands filled in, or thousands of near-copies of one text. What its
/// texts have in common is held in bit maps (``ShingleFamily``), so that a pair costs nanoseconds;
/// and of the pairs that reach the threshold a spanning forest is kept, unless all are wanted. So
/// forms that are alike but under the threshold cost no verification, near-copies no memory, and
/// nothing is lost in either.
///
/// Only a family of so many texts that even this takes long (``workLimit``) is joined by its central
/// members (``FamilyStars``). That is the one case in which texts may be left open.
struct FamilyStage: Sendable {
    let threshold: Double
    /// Whether all pairs are wanted.
    let listsAll: Bool
    /// Whether nothing may be left open, whatever it takes.
    let isExact: Bool
    /// Which pairs are wanted.
    ///
    /// Where the sides are not the same all of them are listed, whatever ``listsAll`` says: a forest
    /// would be grown over pairs of one side.
    var sides = JoinSides.same
    /// Central members that all others are compared with, in a family that takes too much work.
    let centerLimit: Int
    /// Most work on a family, in words and steps of lists.
    ///
    /// A second and a half: reached by 15,000 copies of 200 characters with an edit or two in each.
    var workLimit = 600_000_000

    /// What became of families.
    struct Outcome: Sendable {
        /// Verified pairs, in no order; some may stand twice.
        var edges: [TextEdge] = []
        /// Texts without a copy that were compared with some of their family only, rising.
        var open: [UInt32] = []
        /// Whether each family was compared to the last pair.
        var isWhole: [Bool] = []
    }

    /// Members whose pairs one task lists at a time.
    private static let chunkSize = 64

    /// Compares families.
    ///
    /// - Parameters:
    ///   - families: The families.
    ///   - lookup: Reads texts again.
    ///   - context: How it is run.
    /// - Returns: Pairs at or over the threshold, and what was left open.
    /// - Throws: `CancellationError`.
    func compare(
        _ families: TextFamilies,
        lookup: TextLookup,
        context: RunContext
    ) async throws -> Outcome {
        guard !listsAll, sides.isSelfJoin else {
            return try await listAll(families, lookup: lookup, context)
        }
        let parts = try await context.map(
            count: families.members.count,
            chunkSize: 1
        ) { range in
            range.map { join(families.members[$0], lookup: lookup) }
        }
        var outcome = Outcome()
        for part in parts.joined() {
            outcome.edges.append(contentsOf: part.edges)
            outcome.open.append(contentsOf: part.open)
            outcome.isWhole.append(contentsOf: part.isWhole)
        }
        outcome.open.sort()
        return outcome
    }

    private func join(_ texts: [UInt32], lookup: TextLookup) -> Outcome {
        let family = Self.family(of: texts, lookup: lookup)
        var outcome = Outcome()
        if Task.isCancelled { return outcome }
        if isExact || family.comparisonCost <= workLimit {
            outcome.isWhole = [true]
            outcome.edges = FamilyForest(family, threshold: threshold).edges()
                .map { Self.edge($0, texts) }
        } else {
            let stars = FamilyStars(
                family,
                threshold: threshold,
                centerLimit: centerLimit,
                workLimit: workLimit
            )
            outcome.isWhole = [false]
            outcome.edges = stars.edges.map { Self.edge($0, texts) }
            outcome.open = stars.open.map { texts[Int($0)] }
        }
        return outcome
    }

    /// Lists all pairs, members side by side.
    private func listAll(
        _ families: TextFamilies,
        lookup: TextLookup,
        _ context: RunContext
    ) async throws -> Outcome {
        var outcome = Outcome()
        for texts in families.members {
            let family = Self.family(of: texts, lookup: lookup)
            try Task.checkCancellation()
            let pairs = FamilyPairs(family, threshold: threshold)
            let (members, partners) = sides(of: texts)
            let parts = try await context.map(
                count: members.count,
                chunkSize: Self.chunkSize
            ) { range in
                let edges =
                    sides.isSelfJoin
                    ? pairs.edges(of: range) : pairs.edges(of: members[range], with: partners)
                return edges.map { Self.edge($0, texts) }
            }
            for part in parts { outcome.edges.append(contentsOf: part) }
            outcome.isWhole.append(true)
        }
        return outcome
    }

    /// The numbers of the members of a family that are on either side, of the side with fewer first.
    private func sides(of texts: [UInt32]) -> (members: [UInt32], partners: [UInt32]) {
        let numbers = 0..<UInt32(texts.count)
        let asked = numbers.filter { sides.query.contains(texts[Int($0)]) }
        let known = numbers.filter { sides.reference.contains(texts[Int($0)]) }
        return asked.count <= known.count ? (asked, known) : (known, asked)
    }

    private static func edge(_ edge: FamilyEdge, _ texts: [UInt32]) -> TextEdge {
        let pair = TextPair(texts[Int(edge.pair.first)], texts[Int(edge.pair.second)])
        return TextEdge(pair: pair, overlap: edge.overlap, isShortEdit: false)
    }

    /// Reads the texts of a family; of a cancelled run none, for nobody will ask.
    static func family(of texts: [UInt32], lookup: TextLookup) -> ShingleFamily {
        var lookup = lookup
        var builder = ShingleFamily.Builder()
        for text in texts {
            if Task.isCancelled { return ofNone() }
            lookup.read(text)
            builder.count(lookup.shingles)
        }
        builder.choose()
        for text in texts {
            if Task.isCancelled { return ofNone() }
            lookup.read(text)
            builder.add(lookup.shingles)
        }
        return builder.finish()
    }

    private static func ofNone() -> ShingleFamily {
        var builder = ShingleFamily.Builder()
        builder.choose()
        return builder.finish()
    }
}
