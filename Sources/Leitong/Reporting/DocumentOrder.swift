import LeitongModel
import LeitongReport

extension DocumentDate {
    /// Whether this date is earlier or later than another; `nil` where they do not tell, as 2023-05
    /// beside 2023-05-04.
    func order(beside other: DocumentDate) -> DocumentSource.Order? {
        latest < other.earliest ? .earlier : other.latest < earliest ? .later : nil
    }
}

extension ScoredDocuments {
    /// Whether a unit is earlier or later than another, where the dates that both state tell.
    func order(ofUnit unit: Int, beside other: Int) -> DocumentSource.Order? {
        guard let date = self.date(ofUnit: unit), let its = self.date(ofUnit: other) else {
            return nil
        }
        return date.order(beside: its)
    }
}
