/// The bytes of a file that are no text in its encoding.
public struct DamagedBytes: Sendable, Equatable {
    /// How many there are.
    public var count: Int
    /// Where the first of them stand in the file, rising.
    public var offsets: [Int]

    /// As many offsets are kept.
    public static let offsetLimit = 10

    /// Creates a list.
    public init(count: Int = 0, offsets: [Int] = []) {
        self.count = count
        self.offsets = offsets
    }

    /// Lists the bytes that are no text.
    ///
    /// Behind each of them reading goes on with the next byte. In encodings of two bytes a character
    /// one byte lost may so be told by several.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - encoding: Name that iconv knows.
    ///   - start: Where the text begins.
    /// - Complexity: Linear in the bytes.
    init(in bytes: [UInt8], encoding: String, from start: Int = 0) {
        self.init()
        if encoding == "UTF-8" {
            UTF8Validation.forEachInvalidRange(in: bytes, from: start) { range in
                for offset in range { add(offset) }
            }
        } else {
            IconvDecoder.forEachInvalidOffset(in: bytes, encoding: encoding, from: start) {
                add($0)
            }
        }
    }

    private mutating func add(_ offset: Int) {
        if offsets.count < Self.offsetLimit { offsets.append(offset) }
        count += 1
    }
}
