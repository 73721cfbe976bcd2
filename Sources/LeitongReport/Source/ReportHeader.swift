/// What stands before the rows of a report: what made it, what was asked for, and what is sure.
///
/// ```swift
/// let header = try await Finder().source(in: corpus).header
/// print(header.tool.version, header.options.threshold, header.guarantee.text)
/// ```
public struct ReportHeader: Sendable, Equatable {
    /// Version of the structure.
    public var schema = Report.currentSchema
    /// What made the report.
    public var tool: Report.Tool
    /// The job: `find` or `score`.
    public var command: Report.Command
    /// The options in effect, including every default.
    public var options: RunOptions
    /// What is sure to be found.
    public var guarantee: Guarantee

    /// Creates a header.
    public init(
        tool: Report.Tool,
        command: Report.Command,
        options: RunOptions,
        guarantee: Guarantee
    ) {
        self.tool = tool
        self.command = command
        self.options = options
        self.guarantee = guarantee
    }
}
