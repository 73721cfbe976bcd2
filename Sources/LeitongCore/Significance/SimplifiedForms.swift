/// The Simplified form of each Chinese character, by which the background model knows it.
///
/// A text tells as much in Traditional characters as in Simplified ones, and whether the characters
/// agree is asked elsewhere (``FoldingLevel/variants``). Scalar for scalar, so that positions stay.
struct SimplifiedForms: Sendable {
    /// Made when the first text is weighed.
    static let standard = SimplifiedForms()

    /// The ideographs of the first plane, nearly all of running text: 110 KB.
    private static let usual: ClosedRange<UInt32> = 0x3400...0x9FFF
    private static let leastOther: UInt32 = 0xF900

    private var forms = Array(usual)
    private var others: [UInt32: UInt32] = [:]

    private init() {
        for (variant, standing) in VariantCharacters.list() {
            if Self.usual.contains(variant) {
                forms[Int(variant - Self.usual.lowerBound)] = standing
            } else {
                others[variant] = standing
            }
        }
    }

    /// The form that stands for a scalar: itself, unless it is a variant.
    @inline(__always)
    subscript(scalar: UInt32) -> UInt32 {
        // Wraps: what lies below the range comes out far above it.
        let index = Int(scalar &- Self.usual.lowerBound)
        if index < forms.count { return forms[index] }
        return scalar < Self.leastOther ? scalar : others[scalar] ?? scalar
    }
}
