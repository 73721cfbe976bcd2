import Foundation
import Leitong
import LeitongStorage

/// What a run took: time by stage, what was counted, memory.
struct RunStatistics {
    private var stages: [(stage: RunProgress.Stage, start: Moment)] = []
    private var counts: [RunProgress.Count: Int] = [:]
    private let start = Moment()
    private let budget: MemoryBudget

    init(budget: MemoryBudget) {
        self.budget = budget
    }

    /// Time on the clock and on the processors so far.
    private struct Moment {
        var clock = ContinuousClock.now
        var processor = ResourceUse.processorSeconds
    }

    /// Takes note of what happened.
    mutating func note(_ event: RunProgress.Event) {
        switch event {
        case .began(let stage): stages.append((stage, Moment()))
        case .counted(let count, let number): counts[count, default: 0] += number
        case .advanced: break
        }
    }

    /// The statistics as lines of text, without line ends.
    func lines() -> [String] {
        let end = Moment()
        var rows = [["stage", "seconds", "CPU seconds"]]
        let ends = stages.dropFirst().map(\.start) + [end]
        for (stage, next) in zip(stages, ends) {
            rows.append([stage.stage.rawValue] + Self.times(from: stage.start, to: next))
        }
        rows.append(["in all"] + Self.times(from: start, to: end))
        var lines = Self.table(rows)
        for count in RunProgress.Count.allCases {
            guard let number = counts[count] else { continue }
            lines.append("\(number) \(Counted.words(count.rawValue, for: number))")
        }
        var allowed = "\(budget.limit) bytes of memory allowed"
        if budget.spilledBytes > 0 {
            allowed += ", \(budget.spilledBytes) bytes written to \(budget.directory)"
        }
        let peak = ResourceUse.peakBytes
        var most = "\(peak) bytes of memory at the most"
        if let paragraphs = counts[.paragraphs], paragraphs > 0, let bytes = counts[.bytes] {
            most += ": \(max(0, peak - bytes) / paragraphs) a paragraph beyond the text"
        }
        return lines + [allowed, most]
    }

    private static func times(from start: Moment, to end: Moment) -> [String] {
        [(end.clock - start.clock).inSeconds, end.processor - start.processor]
            .map { String(format: "%.2f", $0) }
    }

    /// Rows in columns; all but the first are aligned to the right.
    private static func table(_ rows: [[String]]) -> [String] {
        let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            row.enumerated()
                .map { column, cell in
                    let gap = String(repeating: " ", count: widths[column] - cell.count)
                    return column == 0 ? cell + gap : gap + cell
                }
                .joined(separator: "  ")
        }
    }
}

/// What the program has used, as the system tells it.
enum ResourceUse {
    /// Seconds on all processors, for the program and in the kernel.
    static var processorSeconds: Double {
        let use = usage()
        return seconds(use.ru_utime) + seconds(use.ru_stime)
    }

    /// The most memory that was held at a time.
    static var peakBytes: Int {
        #if os(Linux)
        usage().ru_maxrss * 1024
        #else
        usage().ru_maxrss
        #endif
    }

    private static func usage() -> rusage {
        var use = rusage()
        // Safe: the call fills exactly one rusage; for oneself it cannot fail.
        #if os(Linux)
        _ = unsafe getrusage(RUSAGE_SELF.rawValue, &use)
        #else
        _ = unsafe getrusage(RUSAGE_SELF, &use)
        #endif
        return use
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1e6
    }
}
