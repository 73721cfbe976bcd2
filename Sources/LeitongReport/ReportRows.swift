/// Rows of a report in order, held as they are or made each time one is asked for: a report of
/// millions of rows need not hold them.
///
/// ```swift
/// for passage in report.passages where passage.matchClass == .copy {
///     print(passage.a.document, passage.b.document, passage.matched)
/// }
/// ```
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

extension ReportRows: ExpressibleByArrayLiteral {
    /// Holds rows.
    public init(arrayLiteral rows: Row...) {
        self.init(rows)
    }
}

extension ReportRows: Equatable where Row: Equatable {
    /// Whether the rows are equal, however they come about.
    public static func == (first: Self, second: Self) -> Bool {
        first.elementsEqual(second)
    }
}

extension ReportRows: Codable where Row: Codable {
    /// Reads a list of rows, which are then held.
    public init(from decoder: any Decoder) throws {
        self.init(try [Row](from: decoder))
    }

    /// Writes a list of rows.
    public func encode(to encoder: any Encoder) throws {
        var list = encoder.unkeyedContainer()
        for row in self { try list.encode(row) }
    }
}
