import Leitong

/// One line on standard error that says what is being done.
enum ProgressLine {
    /// A listener that rewrites the line at each stage and clears it at the last.
    static func listener() -> RunProgress {
        RunProgress { stage in
            let clear = "\r\u{1B}[2K"
            if stage == .reporting {
                StandardError.write(clear)
            } else {
                StandardError.write("\(clear)leitong: \(stage.rawValue)…")
            }
        }
    }
}
