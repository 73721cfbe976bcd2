/// Bytes on their way out: collected here, handed on in chunks.
struct OutputBuffer {
    /// The bytes not yet handed on.
    private(set) var bytes: [UInt8] = []

    /// Chunks are handed on when they exceed this size.
    private static let chunkSize = 1 << 16

    /// Creates an empty buffer.
    init() {
        bytes.reserveCapacity(Self.chunkSize + Self.chunkSize / 4)
    }

    /// Appends one byte.
    mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    /// Appends bytes as they are.
    mutating func append(_ more: [UInt8]) {
        bytes.append(contentsOf: more)
    }

    /// Appends a constant of the program.
    mutating func append(_ constant: StaticString) {
        // Safe: copies exactly the bytes of the constant.
        constant.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    /// Appends the UTF-8 of a text as it is.
    mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Appends a whole number in decimal digits.
    mutating func append(_ number: Int) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        // From the last digit to the first; 64 bits have 20 at most.
        var digits = InlineArray<20, UInt8>(repeating: 0)
        var first = digits.count
        var rest = number.magnitude
        repeat {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            first -= 1
            digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
            rest = quotient
        } while rest > 0
        for index in first..<digits.count { bytes.append(digits[index]) }
    }

    /// Appends a number as short as it can be told from its neighbours: `0.84`, `1`.
    mutating func append(_ number: Double) {
        let tenThousandths = (number * 10_000).rounded()
        if (0...1).contains(number), tenThousandths / 10_000 == number {
            appendFourDecimals(Int(tenThousandths))
        } else {
            let text = number.description
            append(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
        }
    }

    /// Hands the bytes to `sink` if a chunk is full.
    mutating func flushIfFull<Failure: Error>(
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        if bytes.count > Self.chunkSize { try flush(to: sink) }
    }

    /// Hands the bytes to `sink`.
    mutating func flush<Failure: Error>(
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        if bytes.isEmpty { return }
        try sink(bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    /// Appends a number between 0 and 1 given in ten-thousandths, without trailing zeros.
    private mutating func appendFourDecimals(_ tenThousandths: Int) {
        append(tenThousandths / 10_000)
        var rest = tenThousandths % 10_000
        if rest == 0 { return }
        append(UInt8(ascii: "."))
        var unit = 1_000
        while rest > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / unit))
            rest %= unit
            unit /= 10
        }
    }
}
