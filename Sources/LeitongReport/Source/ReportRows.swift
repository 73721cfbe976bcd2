/// Rows of a report in order, held as they are or made each time one is asked for: a report of
/// millions of rows need not hold them.
///
/// ```swift
/// let passages = try await Finder().source(in: corpus).passages
/// let longest = passages.lazy.map(\.matched).max()    // each row is made, read and dropped
/// print(passages.count, longest ?? 0)
/// ```
///
/// They are no value: what is equal, or stored, is the ``Report`` that collects them.
public struct ReportRows<Row: Sendable>: RandomAccessCollection, Sendable {
    /// Number of rows.
    public let count: Int
    private let row: @Sendable (Int) -> Row

    /// Holds rows.
    ///
    /// - Parameter rows: The rows, in order.
    public init(_ rows: [Row]) {
        self.init(count: rows.count) { rows[$0] }
    }

    /// Makes rows when they are asked for.
    ///
    /// - Parameters:
    ///   - count: How many there are.
    ///   - row: Makes the row with a number, the same each time; called from any thread.
    public init(count: Int, _ row: @escaping @Sendable (Int) -> Row) {
        self.count = count
        self.row = row
    }

    /// Position of the first row.
    public var startIndex: Int { 0 }
    /// One past the last.
    public var endIndex: Int { count }

    /// A row.
    public subscript(position: Int) -> Row {
        precondition(position >= 0 && position < count, "no such row")
        return row(position)
    }
}

extension ReportRows {
    /// Rows made of these, each when it is asked for.
    ///
    /// - Parameter transform: Makes the new row; called from any thread.
    /// - Returns: As many rows.
    public func mapped<New>(_ transform: @escaping @Sendable (Row) -> New) -> ReportRows<New> {
        ReportRows<New>(count: count) { transform(row($0)) }
    }
}

extension ReportRows: ExpressibleByArrayLiteral {
    /// Holds rows.
    ///
    /// - Parameter rows: The rows, in order.
    public init(arrayLiteral rows: Row...) {
        self.init(rows)
    }
}
