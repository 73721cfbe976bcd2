import Foundation
import Leitong

/// One line on standard error that says what is being done, how fast, and how long it will take.
///
/// Of a run of less than two seconds it says the stage only: by the time a rate means something, it
/// is over.
struct ProgressLine {
    private var stage = RunProgress.Stage.reading
    private var stageStart = ContinuousClock.now
    private let runStart = ContinuousClock.now
    private var lastDrawn: ContinuousClock.Instant?
    private var partStart = ContinuousClock.now
    private var partTotal = 0

    private static let clear = "\r\u{1B}[2K"
    /// Between two redrawings that tell of the same stage.
    private static let pause = Duration.milliseconds(200)
    private static let quiet = Duration.seconds(2)

    /// Takes note of what happened, and returns what to write, if anything.
    mutating func note(_ event: RunProgress.Event) -> String? {
        switch event {
        case .began(let stage):
            self.stage = stage
            stageStart = .now
            partTotal = 0
            lastDrawn = nil
            return stage == .reporting ? Self.clear : "\(Self.clear)leitong: \(stage.rawValue)…"
        case .advanced(let done, let total):
            return advanced(done, of: total)
        case .counted:
            return nil
        }
    }

    private mutating func advanced(_ done: Int, of total: Int) -> String? {
        if total != partTotal {
            partTotal = total
            partStart = .now
        }
        let now = ContinuousClock.now
        let isDue = lastDrawn.map { now - $0 >= Self.pause } ?? true
        guard stage != .reporting, isDue, now - runStart >= Self.quiet, done < total else {
            return nil
        }
        lastDrawn = now
        return Self.clear
            + Self.text(stage, done: done, of: total, after: (now - partStart).inSeconds)
    }

    /// The line: share done, rate, time left.
    static func text(
        _ stage: RunProgress.Stage,
        done: Int,
        of total: Int,
        after seconds: Double
    ) -> String {
        let percent = 100 * done / max(1, total)
        var text = "leitong: \(stage.rawValue) \(percent) %"
        guard seconds > 0.2, done > 0 else { return text }
        let rate = Double(done) / seconds
        text += ", \(Int(rate.rounded())) a second"
        text += ", \(Self.span(Double(total - done) / rate)) left"
        return text
    }

    private static func span(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded(.up))
        if whole < 60 { return "\(whole) s" }
        return whole < 3600
            ? "\(whole / 60) min \(whole % 60) s" : "\(whole / 3600) h \(whole % 3600 / 60) min"
    }
}

extension Duration {
    /// Seconds, with what is less than one.
    var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
