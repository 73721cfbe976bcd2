import LeitongModel

extension DamagedBytes {
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
}
