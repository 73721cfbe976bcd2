/// A share that `--fail-above` is held against.
struct CopiedShare {
    let name: String
    let share: Double
    /// Where it stands too; `nil` is anywhere.
    var other: String?

    /// Says that the share is over the limit.
    func words(limit: Double) -> String {
        // Rounded up, so that it does not read as if it were the limit.
        let percent = (share * 1_000).rounded(.up) / 10
        let place = other.map { "stands in \($0)" } ?? "stands in other documents"
        return "\(name): \(Self.number(percent)) % \(place), over the \(Self.number(limit)) % "
            + "of --fail-above"
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }
}
