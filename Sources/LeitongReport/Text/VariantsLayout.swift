/// What printing the variants of a cluster needs: which copies are one version, and their letters.
///
/// Copies that are equal after folding are one version: a cluster of many copies may have few.
struct VariantsLayout {
    /// Most values of a slot, and most versions of a value, that are printed.
    private static let valueLimit = 8
    private static let versionLimit = 6
    /// Lines that the common text should take.
    private static let skeletonLines = 4
    /// Widths to which long pieces between slots are shortened, tried in this order.
    private static let pieceColumns = [72, 48, 36, 24]

    /// Columns of a long value that are shown before and after it departs from the first.
    private static let contextColumns = 12
    private static let departureColumns = 40

    private let variants: ClusterVariants
    /// Version of each member, counted from 0 in the order of first holders.
    private let versions: [Int]
    /// How many different texts there are.
    let versionCount: Int

    /// How many places differ.
    var slotCount: Int { variants.slots.count }

    /// Tells the versions of a cluster apart; `nil` if it has no variants.
    init?(_ cluster: Cluster) {
        guard let variants = cluster.variants, !variants.slots.isEmpty else { return nil }
        self.variants = variants
        var rows = [[Int]](repeating: [], count: cluster.members.count)
        for slot in variants.slots {
            for (number, value) in slot.values.enumerated() {
                for member in value.members where rows.indices.contains(member) {
                    rows[member].append(number)
                }
            }
        }
        var numbers: [[Int]: Int] = [:]
        versions = rows.map { row in
            let number = numbers[row, default: numbers.count]
            numbers[row] = number
            return number
        }
        versionCount = numbers.count
    }

    /// The letter of a copy's version.
    ///
    /// From `a` to `z`, then `aa`, `ab` and so on.
    func letter(ofMember member: Int) -> String {
        Self.letter(versions[member])
    }

    /// Whether a copy is of the version of the first.
    func isFirstVersion(_ member: Int) -> Bool {
        versions[member] == 0
    }

    /// The common text with the numbers of its slots, long pieces shortened if it is long.
    func skeleton(columns: Int) -> StyledText {
        let whole = skeleton(pieceColumns: nil)
        if whole.width <= columns * Self.skeletonLines { return whole }
        let shortened = Self.pieceColumns.lazy.map { skeleton(pieceColumns: $0) }
        return shortened.first { $0.width <= columns * Self.skeletonLines }
            ?? skeleton(pieceColumns: Self.pieceColumns.last)
    }

    private func skeleton(pieceColumns: Int?) -> StyledText {
        var text = StyledText()
        for (index, piece) in variants.pieces.enumerated() {
            if index > 0 { text.append(SlotMark.text(index - 1), .strong) }
            var piece = PrintableText.spellingOutControls(in: piece)
            if index == 0 { piece = PrintableText.singleLine(piece) }
            guard let columns = pieceColumns, DisplayWidth.of(piece) > columns else {
                text.append(piece)
                continue
            }
            // The end matters little after the last slot, the beginning more before the first.
            let isLast = index == variants.pieces.count - 1
            text.append(piece.prefix(columns: isLast ? columns - 1 : columns / 2) + "…")
            if !isLast { text.append(piece.suffix(columns: columns / 2)) }
        }
        return text
    }

    /// One entry a slot: its number, and what stands there in which version.
    func entries() -> [(mark: StyledText, values: StyledText)] {
        variants.slots.enumerated()
            .map { index, slot in
                (StyledText(SlotMark.text(index), .strong), values(of: slot))
            }
    }

    private func values(of slot: ClusterVariants.Slot) -> StyledText {
        var text = StyledText()
        let hidden = slot.values.count - Self.valueLimit
        let first = PrintableText.singleLine(slot.values.first?.text ?? "")
        // One more takes no more room than saying that there is one more.
        for (index, value) in slot.values.prefix(hidden > 1 ? Self.valueLimit : .max).enumerated() {
            if index > 0 { text.append(versionCount == 2 ? " → " : " | ", .faint) }
            let shown = Self.shortened(PrintableText.singleLine(value.text), beside: first)
            text.append(shown.isEmpty ? "(nothing)" : shown, shown.isEmpty ? .faint : .plain)
            // What the first copy says needs no letters: those are meant that say nothing else.
            let isNamed = versionCount > 2 && (index > 0 || hidden > 1)
            if isNamed { text.append(" (\(holders(of: value)))", .faint) }
        }
        if hidden > 1 { text.append(" | and \(Wording.number(hidden)) other values", .faint) }
        return text
    }

    /// A value, its middle left out if it is long, but for the place where it departs from the first.
    private static func shortened(_ text: String, beside first: String) -> String {
        let short = ChangeExcerpt.shortened(text)
        if short == text || text == first { return short }
        let common = String(zip(text, first).prefix { $0 == $1 }.map(\.0))
        if DisplayWidth.of(common) <= contextColumns { return short }
        let rest = String(text.dropFirst(common.count))
        let shown = common.suffix(columns: contextColumns) + rest.prefix(columns: departureColumns)
        return "…" + shown + (DisplayWidth.of(rest) > departureColumns ? "…" : "")
    }

    private func holders(of value: ClusterVariants.Value) -> String {
        var held: [Int] = []
        var seen: Set<Int> = []
        for member in value.members where versions.indices.contains(member) {
            if seen.insert(versions[member]).inserted { held.append(versions[member]) }
        }
        let hidden = held.count - Self.versionLimit
        let shown = held.prefix(hidden > 1 ? Self.versionLimit : .max).map(Self.letter)
        let letters = shown.joined(separator: ", ")
        return hidden > 1 ? "\(letters) and \(Wording.number(hidden)) more" : letters
    }

    private static func letter(_ version: Int) -> String {
        var letters = ""
        var rest = version + 1
        while rest > 0 {
            let digit = UInt8((rest - 1) % 26)
            letters = String(Character(Unicode.Scalar(UInt8(ascii: "a") + digit))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}
