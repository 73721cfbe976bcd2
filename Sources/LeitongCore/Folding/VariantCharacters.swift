/// Traditional, Japanese and other variant forms of Chinese characters, and the one that stands for
/// them all: the Simplified one.
///
/// One scalar for one scalar, so that positions stay. Where Simplified text writes two words with one
/// character (后 for 后 and 後) or Traditional text has two for one sense, all of them are one here:
/// what is lost is a difference between words, what is won that a text is found in either script.
/// The data is text in `VariantCharacters+Data.swift`; the script that makes it states each rule.
enum VariantCharacters {
    /// Lists every variant with what it folds to, which never is a variant itself.
    static func list() -> [(variant: UInt32, standing: UInt32)] {
        var result: [(variant: UInt32, standing: UInt32)] = []
        var standing: UInt32?
        // Safe: the buffer is the literal's own bytes, which live as long as the program.
        text.withUTF8Buffer { buffer in
            let bytes = unsafe buffer.span
            var position = 0
            while position < bytes.count {
                let (scalar, length) = UTF8Decoding.scalar(at: position, in: bytes)
                position += length
                if scalar <= 0x20 {
                    standing = nil
                } else if let standing {
                    result.append((scalar, standing))
                } else {
                    standing = scalar
                }
            }
        }
        return result
    }
}
