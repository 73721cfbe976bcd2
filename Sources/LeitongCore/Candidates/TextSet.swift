/// Texts, by number: all there are, or some of them.
@_spi(Core) public struct TextSet: Sendable, Equatable {
    /// Whether each text is one of them; `nil` where all are.
    private let isMember: [Bool]?

    /// All texts.
    public static let all = TextSet(isMember: nil)

    private init(isMember: [Bool]?) {
        self.isMember = isMember
    }

    /// Creates a set.
    ///
    /// - Parameter isMember: For each text whether it is one of them.
    public init(_ isMember: [Bool]) {
        self.isMember = isMember
    }

    /// Whether the text of a number is one of them.
    @inline(__always)
    public func contains(_ text: UInt32) -> Bool {
        guard let isMember else { return true }
        return isMember[Int(text)]
    }

    /// How many texts there are.
    ///
    /// - Parameter textCount: Number of all texts.
    /// - Returns: How many of those are members.
    /// - Complexity: Linear in the texts.
    public func count(of textCount: Int) -> Int {
        isMember.map { $0.count { $0 } } ?? textCount
    }
}
