package import LeitongModel
package import LeitongReport

extension SkippedEntry {
    /// An input that could not be used, as the report names it.
    package init(_ input: SkippedInput) {
        self.init(
            path: input.path,
            reason: input.reason.rawValue,
            message: input.message,
            byteOffset: input.byteOffset
        )
        badBytes = input.damage?.count
        badByteOffsets = input.damage?.offsets
    }
}
