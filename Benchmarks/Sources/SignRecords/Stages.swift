import Foundation

/// Processor seconds of each stage of this process.
struct Stages {
    private var told: [String] = []
    private var mark: Double = 0

    /// Books what was spent since the last call under a stage.
    mutating func finish(_ stage: String) {
        // POSIX fixes the unit of clock() at a millionth of a second.
        let now = Double(clock()) / 1e6
        told.append("\"\(stage)\": \(now - mark)")
        mark = now
    }

    /// What the harness reads.
    var json: String { "{\(told.joined(separator: ", "))}" }
}
