import LeitongModel

/// Walks over one JSON value (RFC 8259) without building anything.
///
/// Strict: what Foundation's parser refuses is refused here. A value may nest 512 deep, so that no
/// input can exhaust the stack.
struct JSONScanner {
    /// The inside of a string: its bytes, and whether they hold escapes.
    struct StringRange: Equatable {
        var bytes: Range<Int>
        var isEscaped: Bool
    }

    /// Why a value is no JSON.
    struct Failure: Error {
        var message: String
        var offset: Int
    }

    /// Where the walk stands.
    private(set) var position: Int
    private let end: Int
    private static let depthLimit = 512

    init(_ range: Range<Int>) {
        position = range.lowerBound
        end = range.upperBound
    }

    mutating func skipSpace(_ bytes: Span<UInt8>) {
        while position < end, JSONBytes.isSpace(bytes[position]) { position += 1 }
    }

    /// The next byte, or 0 at the end: no JSON token begins with it.
    func next(_ bytes: Span<UInt8>) -> UInt8 {
        position < end ? bytes[position] : 0
    }

    mutating func expect(_ byte: UInt8, _ bytes: Span<UInt8>) throws(Failure) {
        guard next(bytes) == byte else {
            throw failure("expected \(Character(Unicode.Scalar(byte)))")
        }
        position += 1
    }

    func failure(_ message: String) -> Failure {
        Failure(message: message, offset: position)
    }

    var isAtEnd: Bool { position == end }

    /// Walks over a string and returns its inside.
    mutating func string(_ bytes: Span<UInt8>) throws(Failure) -> StringRange {
        try expect(UInt8(ascii: "\""), bytes)
        let start = position
        var isEscaped = false
        while true {
            position = ByteSearch.endOfPlainText(in: bytes, position..<end)
            switch next(bytes) {
            case UInt8(ascii: "\""):
                position += 1
                return StringRange(bytes: start..<position - 1, isEscaped: isEscaped)
            case UInt8(ascii: "\\"):
                isEscaped = true
                // Escapes often follow one another.
                repeat { try escape(bytes) } while next(bytes) == UInt8(ascii: "\\")
            default:
                throw failure(
                    isAtEnd ? "a string does not end" : "a control character stands in a string"
                )
            }
        }
    }

    private mutating func escape(_ bytes: Span<UInt8>) throws(Failure) {
        position += 1
        let letter = next(bytes)
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
            UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return
        case UInt8(ascii: "u"):
            for _ in 0..<4 {
                guard JSONBytes.isHexadecimal(next(bytes)) else {
                    throw failure("an escape needs four hexadecimal digits")
                }
                position += 1
            }
        default:
            throw failure("an unknown escape")
        }
    }

    /// Walks over any value.
    mutating func value(_ bytes: Span<UInt8>, depth: Int = 0) throws(Failure) {
        guard depth < Self.depthLimit else { throw failure("nested too deeply") }
        switch next(bytes) {
        case UInt8(ascii: "\""): _ = try string(bytes)
        case UInt8(ascii: "{"): try container(bytes, close: UInt8(ascii: "}"), depth: depth)
        case UInt8(ascii: "["): try container(bytes, close: UInt8(ascii: "]"), depth: depth)
        case UInt8(ascii: "t"): try word("true", bytes)
        case UInt8(ascii: "f"): try word("false", bytes)
        case UInt8(ascii: "n"): try word("null", bytes)
        default: try number(bytes)
        }
    }

    private mutating func container(
        _ bytes: Span<UInt8>,
        close: UInt8,
        depth: Int
    ) throws(Failure) {
        position += 1
        skipSpace(bytes)
        if next(bytes) == close {
            position += 1
            return
        }
        while true {
            skipSpace(bytes)
            if close == UInt8(ascii: "}") {
                _ = try string(bytes)
                skipSpace(bytes)
                try expect(UInt8(ascii: ":"), bytes)
                skipSpace(bytes)
            }
            try value(bytes, depth: depth + 1)
            skipSpace(bytes)
            if next(bytes) == close {
                position += 1
                return
            }
            try expect(UInt8(ascii: ","), bytes)
        }
    }

    private mutating func word(_ word: StaticString, _ bytes: Span<UInt8>) throws(Failure) {
        for byte in word.description.utf8 {
            guard next(bytes) == byte else { throw failure("not a JSON value") }
            position += 1
        }
    }

    /// Walks over a number: an optional minus, digits without leading zeros, fraction, exponent.
    mutating func number(_ bytes: Span<UInt8>) throws(Failure) {
        if next(bytes) == UInt8(ascii: "-") { position += 1 }
        if next(bytes) == UInt8(ascii: "0") {
            position += 1
        } else {
            try digits(bytes)
        }
        if next(bytes) == UInt8(ascii: ".") {
            position += 1
            try digits(bytes)
        }
        if next(bytes) | 0x20 == UInt8(ascii: "e") {
            position += 1
            if next(bytes) == UInt8(ascii: "+") || next(bytes) == UInt8(ascii: "-") {
                position += 1
            }
            try digits(bytes)
        }
    }

    private mutating func digits(_ bytes: Span<UInt8>) throws(Failure) {
        guard JSONBytes.isDigit(next(bytes)) else { throw failure("not a JSON value") }
        while JSONBytes.isDigit(next(bytes)) { position += 1 }
    }
}
