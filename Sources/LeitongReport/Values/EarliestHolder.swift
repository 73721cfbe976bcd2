/// The document among the holders of a text that bears the earliest date.
///
/// ```swift
/// for holder in report.clusters.compactMap(\.earliest) where holder.ties == nil {
///     print(holder.name, holder.date, holder.unknown ?? 0, "copies without a date")
/// }
/// ```
public struct EarliestHolder: Codable, Sendable, Equatable {
    /// Name of the document.
    public var name: String
    /// Its date, in ISO 8601 as far as it is stated.
    public var date: String
    /// Names of other holders that may be as early: of the same date, or of one stated less closely.
    public var ties: [String]?
    /// Holders whose dates are not known; absent if all are.
    public var unknown: Int?

    enum CodingKeys: String, CodingKey {
        case name, date, ties, unknown
    }

    /// Creates an entry.
    public init(name: String, date: String, ties: [String] = [], unknown: Int = 0) {
        self.name = name
        self.date = date
        self.ties = ties.isEmpty ? nil : ties
        self.unknown = unknown == 0 ? nil : unknown
    }
}
