import CIconv
import Foundation

/// Decodes strictly with iconv: the first byte that is no text ends it.
enum IconvDecoder {
    /// Why a text could not be decoded.
    struct Failure: Error, Equatable {
        /// Where in the bytes the trouble begins.
        var byteOffset: Int
        /// Whether iconv does not know the encoding at all.
        var isUnknownEncoding = false
    }

    /// Whether iconv knows an encoding.
    static func knows(_ encoding: String) -> Bool {
        // iconv takes the empty name for the locale's, and what follows a slash for instructions.
        guard !encoding.isEmpty, !encoding.contains("/"), !encoding.contains("\0") else {
            return false
        }
        guard let handle = unsafe open(encoding) else { return false }
        // Safe: the handle was opened above and is used no more.
        unsafe iconv_close(handle)
        return true
    }

    /// Decodes bytes to UTF-8.
    ///
    /// - Complexity: Linear in the bytes.
    static func decode(_ bytes: [UInt8], from encoding: String) throws(Failure) -> [UInt8] {
        guard let handle = unsafe open(encoding) else {
            throw Failure(byteOffset: 0, isUnknownEncoding: true)
        }
        defer { unsafe iconv_close(handle) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count * 3 / 2)
        var input = bytes
        var chunk = [UInt8](repeating: 0, count: Self.chunkSize)
        var consumed = 0
        while consumed < input.count {
            let step = unsafe convert(handle, &input, from: consumed, into: &chunk)
            output.append(contentsOf: chunk[..<step.produced])
            consumed += step.consumed
            guard step.isDone || step.errorNumber == E2BIG else {
                throw Failure(byteOffset: consumed)
            }
        }
        output.append(contentsOf: unsafe pending(handle))
        // iconv takes numbers that are no Unicode scalars: from UTF-8 of five bytes, from UCS-4.
        guard UTF8Validation.firstInvalidOffset(in: output) == nil else {
            throw Failure(byteOffset: 0)
        }
        return output
    }

    /// Calls `body` for each byte that is no text, going on behind it.
    ///
    /// - Complexity: Linear in the bytes.
    static func forEachInvalidOffset(
        in bytes: [UInt8],
        encoding: String,
        from start: Int,
        _ body: (Int) -> Void
    ) {
        guard let handle = unsafe open(encoding) else { return }
        defer { unsafe iconv_close(handle) }
        var input = bytes
        var chunk = [UInt8](repeating: 0, count: Self.chunkSize)
        var next = start
        while next < input.count {
            let step = unsafe convert(handle, &input, from: next, into: &chunk)
            next += step.consumed
            if step.isDone { return }
            if step.errorNumber == E2BIG { continue }
            body(next)
            next += 1
        }
    }

    /// Where characters of a text stand in the bytes it was decoded from.
    ///
    /// The decoder is given room for what comes before each, so that it stops there.
    ///
    /// - Parameters:
    ///   - offsets: UTF-8 bytes of the text, rising; one inside a character counts as its start.
    ///   - bytes: What the text was decoded from, without a fault.
    ///   - start: Where the text begins: behind a byte order mark.
    ///   - encoding: Name that iconv knows.
    /// - Returns: A place for each offset, the end of the bytes for what lies behind the text; `nil` if
    ///   the bytes are faulty, or the encoding unknown.
    /// - Complexity: Linear in the bytes.
    static func places(
        of offsets: [Int],
        in bytes: [UInt8],
        from start: Int,
        encoding: String
    ) -> [Int]? {
        guard let handle = unsafe open(encoding) else { return nil }
        defer { unsafe iconv_close(handle) }
        var input = bytes
        var chunk = [UInt8](repeating: 0, count: Self.chunkSize)
        var (consumed, produced) = (start, 0)
        var places: [Int] = []
        for offset in offsets {
            while produced < offset {
                let room = Swift.min(offset - produced, chunk.count)
                let step = unsafe convert(handle, &input, from: consumed, into: &chunk, room: room)
                consumed += step.consumed
                produced += step.produced
                guard step.isDone || step.errorNumber == E2BIG else { return nil }
                // All is read but what the decoder holds back, or the offset lies inside a character,
                // for the whole of which there is no room.
                if step.isDone || step.produced == 0 { break }
            }
            places.append(consumed)
        }
        return places
    }

    /// What the decoder holds back: Big5-HKSCS keeps a letter until no accent follows it.
    private static func pending(_ handle: iconv_t) -> [UInt8] {
        var chunk = [UInt8](repeating: 0, count: 64)
        var left = chunk.count
        // Safe: without input iconv writes at most `left` bytes of the chunk, which outlives the call.
        _ = unsafe chunk.withUnsafeMutableBytes { chunk in
            var target = unsafe chunk.baseAddress?.assumingMemoryBound(to: CChar.self)
            return unsafe iconv(handle, nil, nil, &target, &left)
        }
        return Array(chunk.dropLast(left))
    }

    private static let chunkSize = 1 << 16

    private struct Step {
        var consumed: Int
        var produced: Int
        var isDone: Bool
        var errorNumber: Int32
    }

    /// One call of iconv, which stops where its output is full or the input is no text.
    private static func convert(
        _ handle: iconv_t,
        _ input: inout [UInt8],
        from start: Int,
        into chunk: inout [UInt8],
        room: Int = chunkSize
    ) -> Step {
        // Safe: iconv reads at most inputLeft bytes from `start` and writes at most outputLeft bytes,
        // which is no more than the chunk holds, and both buffers outlive the call.
        unsafe input.withUnsafeMutableBytes { input in
            unsafe chunk.withUnsafeMutableBytes { chunk in
                let base = unsafe input.baseAddress?.assumingMemoryBound(to: CChar.self)
                var source = unsafe base?.advanced(by: start)
                var target = unsafe chunk.baseAddress?.assumingMemoryBound(to: CChar.self)
                var inputLeft = input.count - start
                let most = Swift.min(room, chunk.count)
                var outputLeft = most
                let result = unsafe iconv(handle, &source, &inputLeft, &target, &outputLeft)
                // iconv returns (size_t)-1 for trouble.
                let failed = Int(result) == -1
                return Step(
                    consumed: input.count - start - inputLeft,
                    produced: most - outputLeft,
                    isDone: !failed,
                    errorNumber: failed ? errno : 0
                )
            }
        }
    }

    private static func open(_ encoding: String) -> iconv_t? {
        let handle = unsafe iconv_open("UTF-8", encoding)
        // iconv_open returns (iconv_t)-1 for an encoding it does not know.
        return unsafe Int(bitPattern: handle) == -1 ? nil : handle
    }
}
