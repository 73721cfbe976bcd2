import LeitongAlgorithms

/// Which documents are compared with which.
@_spi(Core) public enum PairRule: Sendable, Equatable {
    /// All with all, and each with itself.
    case all
    /// Those for which `false` stands here with those for which `true` does.
    case against([Bool])
    /// Each with these only; both documents of a pair name each other, and the lists rise.
    case listed([[Int]])

    /// Whether all are compared with all.
    ///
    /// - Complexity: Constant, where `==` would compare the lists.
    public var isAll: Bool {
        if case .all = self { true } else { false }
    }

    /// Whether two documents are compared.
    ///
    /// - Complexity: Logarithmic in the length of a list.
    @inline(__always)
    public func allows(_ a: Int, _ b: Int) -> Bool {
        switch self {
        case .all: true
        case .against(let isReference): isReference[a] != isReference[b]
        case .listed(let partners): Self.contains(partners[a], b)
        }
    }

    private static func contains(_ list: [Int], _ number: Int) -> Bool {
        let index = list.indices.partitioningIndex { list[$0] >= number }
        return index < list.count && list[index] == number
    }
}
