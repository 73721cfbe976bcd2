public enum FoldingTable { public static let unicodeVersion = "15.0.0" }
public struct Folder: Sendable {
    public let level: FoldingLevel
    public init(level: FoldingLevel) { self.level = level }
    public func fold(_ text: Span<UInt8>, into folded: inout FoldedText, keepingMap: Bool = true) {
        folded.bytes.removeAll(keepingCapacity: true)
        folded.scalarStarts.removeAll(keepingCapacity: true)
        folded.sourceStarts.removeAll(keepingCapacity: true)
        for i in 0..<text.count {
            if text[i] & 0xC0 != 0x80 { folded.scalarStarts.append(UInt32(i)); folded.sourceStarts.append(UInt32(i)) }
            folded.bytes.append(text[i])
        }
        folded.scalarStarts.append(UInt32(text.count))
    }
}
