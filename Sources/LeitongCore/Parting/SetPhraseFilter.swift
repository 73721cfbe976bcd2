import LeitongStorage

/// Decides which set phrases are worth a row.
struct SetPhraseFilter: Sendable {
    let stream: FoldedStream
    let windows: RepeatedWindows
    let rules: SignificanceRules
    let minRun: Int

    /// Whether a set phrase is reported by a row.
    ///
    /// Scattered short matches are no phrase, and what a repeated run reports is reported. How many documents hold
    /// it does not matter.
    func keeps(_ row: PassageRow) -> Bool {
        guard row.pieceClass == .setPhrase else { return true }
        let tellsSomething = Double(row.evidence.rawBits) >= rules.setPhraseBits
        guard tellsSomething || !row.passage.certainMatches.isEmpty else { return false }
        return !windows.reportAll(of: row.passage, in: stream)
            || row.passage.certainMatches.contains {
                isRepeatedAtOnce($0.aRange) || isRepeatedAtOnce($0.bRange)
            }
    }

    /// Whether a run that is sure to be found stands in a stretch twice so near that its places overlap.
    ///
    /// A repeated run lists such places as one longer place, and so puts not each two of them side by
    /// side.
    private func isRepeatedAtOnce(_ range: Range<Int>) -> Bool {
        let scalars = stream.scalars.span
        let document = stream.range(ofDocument: stream.document(at: range.lowerBound))
        for shift in 1..<Swift.max(2, range.count) {
            let first = Swift.max(document.lowerBound, range.lowerBound - shift)
            let end = Swift.min(document.upperBound - shift, range.upperBound)
            if hasRun(in: first..<Swift.max(first, end), shift, scalars) { return true }
        }
        return false
    }

    /// Whether so many scalars in a row as make a run are equal to those a step further.
    ///
    /// A run of that length holds one of any scalars that are so far apart: only around these, where
    /// they are equal, all are looked at.
    private func hasRun(in range: Range<Int>, _ shift: Int, _ scalars: Span<UInt32>) -> Bool {
        func isEqual(_ position: Int) -> Bool { scalars[position] == scalars[position + shift] }
        var probe = range.lowerBound + minRun - 1
        while probe < range.upperBound {
            guard isEqual(probe) else {
                probe += minRun
                continue
            }
            var (start, end) = (probe, probe + 1)
            while start > range.lowerBound, isEqual(start - 1) { start -= 1 }
            while end < range.upperBound, isEqual(end) { end += 1 }
            if end - start >= minRun { return true }
            probe = end + minRun
        }
        return false
    }
}
