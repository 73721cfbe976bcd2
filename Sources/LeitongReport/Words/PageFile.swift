internal import CReportPage

/// The files that the page is made of, as they are embedded in the program.
enum PageFile {
    /// Reads a file as text.
    static func text(_ part: leitong_page_part) -> String {
        // Safe: the bytes are constants of the program, `count` of them.
        let file = unsafe leitong_page_file(part)
        return unsafe String(
            decoding: UnsafeBufferPointer(start: file.start, count: file.count),
            as: UTF8.self
        )
    }
}
