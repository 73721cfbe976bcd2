/// What shared text is taken for; of two that apply, the lower goes before.
package enum PieceClass: UInt8, BitwiseCopyable, Sendable {
    /// Text of a template that the user gave.
    case template
    /// Text that most documents hold.
    case common
    /// Quoted from a source that several documents quote, or listed as a source.
    case quotation
    /// What everybody says, or what says too little to tell a copy by.
    case setPhrase
    /// Copied.
    case copy
}
