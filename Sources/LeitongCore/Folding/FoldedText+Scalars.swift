extension FoldedText {
    /// Decodes the folded scalars, for alignment.
    ///
    /// - Parameter scalars: Buffer that receives one value a scalar.
    /// - Complexity: Linear.
    public func decodeScalars(into scalars: inout [UInt32]) {
        scalars.removeAll(keepingCapacity: true)
        scalars.reserveCapacity(scalarCount)
        for index in 0..<scalarCount {
            var value: UInt32 = 0
            // The bytes of a scalar packed into 32 bits identify it; nothing needs its number.
            for byte in Int(scalarStarts[index])..<Int(scalarStarts[index + 1]) {
                value = value << 8 | UInt32(bytes[byte])
            }
            scalars.append(value)
        }
    }
}
