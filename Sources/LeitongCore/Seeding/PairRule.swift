/// Which documents are compared with which.
public enum PairRule: Sendable, Equatable {
    /// All with all, and each with itself.
    case all
    /// Those for which `false` stands here with those for which `true` does.
    case against([Bool])

    /// Whether two documents are compared.
    @inline(__always)
    public func allows(_ a: Int, _ b: Int) -> Bool {
        switch self {
        case .all: true
        case .against(let isReference): isReference[a] != isReference[b]
        }
    }

    /// The side a document is on; a pair needs two sides where there are any.
    func side(of document: Int) -> Int? {
        switch self {
        case .all: nil
        case .against(let isReference): isReference[document] ? 1 : 0
        }
    }
}
