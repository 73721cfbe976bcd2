// Lent to every benchmark that has this module.
@_exported public import LeitongAlgorithms

extension SplitMix64 {
    /// A number below a bound; unlike `Int.random`, the same with every standard library.
    package mutating func below(_ bound: Int) -> Int {
        Int(next() % UInt64(bound))
    }
}
