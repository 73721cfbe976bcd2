/// How surprising each character is in ordinary official prose.
public struct BackgroundModel: Sendable {
    /// The model that is shipped.
    public static let standard = BackgroundModel()

    private init() {}

    /// Surprisal of each scalar from `start` on, in bits.
    public func surprisals(of scalars: Span<UInt32>, from start: Int, into bits: inout [Float]) {
        bits.removeAll(keepingCapacity: true)
        for index in start..<scalars.count {
            bits.append(ScalarMarks.isWide(scalars[index]) ? 4.3 : 2.1)
        }
    }
}
