@_spi(Core) import LeitongCore
import LeitongReport
import LeitongStorage

/// All that units share, with its final class: what every figure is made of.
struct SharedTexts: Sendable {
    let stretches: SharedStretches
    let widespread: WidespreadTexts
    let wholes: WholeTexts

    var units: UnitRanges { stretches.units }

    /// Settles the classes that depend on both units.
    ///
    /// - Parameters:
    ///   - stretches: What passages and paragraphs share; not sealed.
    ///   - widespread: Texts in very many places.
    ///   - masks: What is known of the text.
    ///   - countsCommon: Whether common text counts as copied between any two units.
    /// - Returns: All that units share.
    /// - Complexity: That of sorting the stretches, and of ``WholeTexts``.
    static func settling(
        _ stretches: consuming SharedStretches,
        _ widespread: WidespreadTexts,
        masks: TextMasks,
        countsCommon: Bool
    ) -> SharedTexts {
        var stretches = stretches
        stretches.seal()
        let wholes = WholeTexts.finding(
            stretches: stretches,
            widespread: widespread,
            masks: masks,
            countsCommon: countsCommon
        )
        stretches.reclassify { wholes.resolved($0.matchClass, $0.unit, $0.source) }
        return SharedTexts(stretches: stretches, widespread: widespread, wholes: wholes)
    }

    /// The class of what stands at two places of the stream.
    func resolved(_ matchClass: MatchClass, _ a: Int, _ b: Int) -> MatchClass {
        guard matchClass == .common || matchClass == .quotation, let first = units.unit(at: a),
            let second = units.unit(at: b), first != second
        else { return matchClass }
        return wholes.resolved(matchClass, first, second)
    }

    /// A text told once: for each group of holders between which it is a copy, and for all if it is
    /// none between any two of them, so that each two of its places stand in a row.
    func resolved(_ phrase: FoundPhrase, stream: FoldedStream) -> [FoundPhrase] {
        guard phrase.matchClass == .common || phrase.matchClass == .quotation else {
            return [phrase]
        }
        let unitOfStart = phrase.starts.map { units.unit(at: $0) ?? -1 }
        let holders = Set(unitOfStart.filter { $0 >= 0 }).sorted()
        let (copied, rest) = wholes.groups(of: holders, phrase.matchClass)
        if copied.isEmpty { return [phrase] }
        let copies = copied.map { units in
            var copy = phrase
            let group = Set(units)
            copy.starts = zip(phrase.starts, unitOfStart).filter { group.contains($0.1) }.map(\.0)
            copy.matchClass = .copy
            copy.documents = stream.documentCount(of: copy.starts)
            return copy
        }
        let isOneCopy = rest.isEmpty && copies[0].starts.count == phrase.starts.count
        return isOneCopy ? copies : copies + [phrase]
    }

    /// Everything that a unit shares, by source, then position.
    ///
    /// Texts in very many places have no place in the other unit: ``longestCopy(_:_:)`` finds it.
    ///
    /// - Complexity: Linear in the stretches, and in the holders of texts in very many places.
    func all(ofUnit unit: Int) -> [SharedStretches.Stretch] {
        var all = Array(stretches.stretches(ofUnit: unit))
        for part in widespread.parts(ofUnit: unit) {
            let matchClass = widespread.classes[part.text]
            for source in widespread.sources(of: part) {
                all.append(
                    SharedStretches.Stretch(
                        unit: unit,
                        source: source,
                        range: part.range,
                        otherStart: SharedStretches.Stretch.manyPlaces,
                        matchClass: wholes.resolved(matchClass, unit, source)
                    )
                )
            }
        }
        all.sort { $0.precedes($1) }
        return all
    }

    /// The longest run that is copied without a break in two units, over borders of rows and
    /// paragraphs.
    ///
    /// - Complexity: O(n log n) in what was copied.
    func longestCopy(_ unit: Int, _ other: Int, stream: FoldedStream) -> Int {
        let own = copies(of: unit, in: other)
        let others = copies(of: other, in: unit)
        let run = LongestCommonRun.find(own.ranges, others.ranges, in: stream.scalars.span)
        return run.map { units.characterCount(of: $0.aRange) } ?? 0
    }

    private func copies(of unit: Int, in source: Int) -> DisjointRanges {
        var ranges = stretches.stretches(ofUnit: unit)
            .filter { $0.source == source && $0.isCopy }.map(\.range)
        for part in widespread.parts(ofUnit: unit)
        where widespread.sources(of: part).contains(source)
            && wholes.resolved(widespread.classes[part.text], unit, source) == .copy
        {
            ranges.append(part.range)
        }
        return DisjointRanges(ranges)
    }
}
