private import CUTF8

/// Lists where scalars begin.
enum ScalarStarts {
    /// Appends the first byte of each scalar.
    ///
    /// - Parameters:
    ///   - text: UTF-8, below 2^32 bytes. A byte that is no UTF-8 counts as a scalar.
    ///   - isValidated: Whether the text is known to be UTF-8 to its last byte.
    ///   - starts: Receives offsets into `text`.
    /// - Complexity: Linear; several bytes a cycle where the processor has wide vectors.
    static func append(
        of text: Span<UInt8>,
        isValidated: Bool = false,
        to starts: inout [UInt32]
    ) {
        starts.append(addingCapacity: text.count) { output in
            let isListed = unsafe text.withUnsafeBufferPointer { text in
                guard let first = text.baseAddress,
                    unsafe isValidated || leitong_utf8_is_valid(first, text.count)
                else { return false }
                precondition(output.freeCapacity >= text.count)
                // Safe: there is room for a start a byte, and of as many the function writes.
                unsafe output.withUnsafeMutableBufferPointer { output, count in
                    guard let end = unsafe output.baseAddress?.advanced(by: count) else { return }
                    count += unsafe leitong_utf8_list_starts(first, text.count, end)
                }
                return true
            }
            if !isListed { appendPlainly(of: text, to: &output) }
        }
    }

    /// The same, scalar by scalar: for text that is damaged, and for processors without vectors.
    static func appendPlainly(of text: Span<UInt8>, to starts: inout OutputSpan<UInt32>) {
        var position = 0
        while position < text.count {
            starts.append(UInt32(truncatingIfNeeded: position))
            position += UTF8Decoding.length(at: position, in: text)
        }
    }

    /// A way the listing was written; the fastest that the processor has is chosen at run time.
    enum Path: String, CaseIterable {
        case plain, v3, v4
    }

    /// Lists on one path, for tests.
    ///
    /// - Returns: The offsets; `nil` where this processor does not have the path.
    static func list(of text: Span<UInt8>, on path: Path) -> [UInt32]? {
        let number: leitong_utf8_path =
            switch path {
            case .plain: leitong_utf8_plain
            case .v3: leitong_utf8_v3
            case .v4: leitong_utf8_v4
            }
        var starts = [UInt32](repeating: 0, count: text.count + 1)
        // Safe: reads the text, and writes at most as many starts as it has bytes.
        let count = unsafe text.withUnsafeBufferPointer { text in
            unsafe leitong_utf8_list_starts_on(number, text.baseAddress, text.count, &starts)
        }
        return count <= text.count ? Array(starts[..<count]) : nil
    }
}
