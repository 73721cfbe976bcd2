/// How slots are numbered where they are printed.
enum SlotMark {
    /// The mark of a slot, counted from 0: `〔1〕`.
    static func text(_ index: Int) -> String {
        "〔\(index + 1)〕"
    }
}
