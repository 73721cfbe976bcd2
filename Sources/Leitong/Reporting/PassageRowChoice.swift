@_spi(Core) import LeitongCore

/// Which passages get a row: those long enough that nothing else reports.
extension PassageRows {
    /// Whether a passage is reported by a row of its own.
    func isRow(
        _ found: FoundPassage,
        _ index: Int,
        _ areCopies: (Int, Int) -> Bool
    ) -> Bool {
        let passage = found.passage
        guard passage.matched >= options.minPassage, !comparison.isListedByCluster[index] else {
            return false
        }
        guard let a = places.paragraph(holding: passage.a, in: passage.aDocument),
            let b = places.paragraph(holding: passage.b, in: passage.bDocument)
        else { return true }
        return a == b || !areCopies(a, b)
    }
}
