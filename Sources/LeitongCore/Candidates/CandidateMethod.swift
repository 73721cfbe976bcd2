/// How pairs that are worth verifying are found among all pairs.
@_spi(Core) public enum CandidateMethod: Sendable, Equatable {
    /// Texts whose signatures agree in a band: fast, and sure but for what the plan says.
    case minHash(BandPlan)
    /// The prefix-filter join: nothing at or over the threshold is missed.
    case exact

    /// The bands, where there are any.
    public var plan: BandPlan? {
        switch self {
        case .minHash(let plan): plan
        case .exact: nil
        }
    }
}
