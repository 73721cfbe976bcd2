/// Two cases in which being valid UTF-8, or not, does not settle what a text is.
enum UTF8Doubt {
    /// More bytes than these are not valid UTF-8 by chance.
    private static let longestChance = 4096

    /// The reading as GB18030 of a short text that is valid UTF-8 by chance only.
    ///
    /// 小时 is D0 A1 CA B1 in GB18030, which are a Cyrillic letter and a phonetic sign in UTF-8. So a
    /// text is taken for Chinese if as UTF-8 it has scalars of two bytes only and puts letters of
    /// different scripts side by side in a word, which nobody writes, and as GB18030 holds characters
    /// of GB2312 only, among them common ones. One character alone, or 谢谢 (лл), stays UTF-8.
    static func chinese(_ bytes: [UInt8]) -> DecodedText? {
        guard bytes.count <= longestChance, bytes.contains(where: { $0 >= 0x80 }) else {
            return nil
        }
        var mixesScripts = false
        var isOfGB2312 = true
        var previous: (script: UInt32, end: Int)?
        var index = 0
        while index < bytes.count, isOfGB2312 {
            guard bytes[index] >= 0x80 else {
                index += 1
                continue
            }
            let (scalar, length) = UTF8Scalar.decode(bytes, at: index)
            isOfGB2312 = length == 2 && bytes[index] <= 0xF7 && bytes[index + 1] >= 0xA1
            let script = script(of: scalar)
            if let previous, scalar >= 0xC0, previous.end == index, previous.script != script {
                mixesScripts = true
            }
            index += length
            // Signs such as ° and × stand beside letters of any script.
            let isSign = scalar < 0xC0 || scalar == 0xD7 || scalar == 0xF7
            previous = isSign ? nil : (script, index)
        }
        guard isOfGB2312, mixesScripts else { return nil }
        let reading = ChineseReading(bytes, encoding: "GB18030")
        guard reading.failureOffset == nil, reading.isPlausible, reading.commonShare >= 0.2 else {
            return nil
        }
        return DecodedText(
            bytes: reading.text,
            encoding: reading.name,
            evidence: reading.confidence
        )
    }

    /// Whether bytes that are not valid UTF-8 are UTF-8 nevertheless: damaged here and there, or for
    /// whole lines in another encoding.
    ///
    /// Text of another encoding has hardly a sequence of three bytes that is UTF-8.
    static func isDamagedUTF8(_ bytes: [UInt8]) -> Bool {
        let sample = Array(bytes.prefix(1 << 17))
        var wide = 0
        var wideInLines = 0
        var highBytes = 0
        var bad = 0
        var start = 0
        while start < sample.count {
            let end = Swift.min(
                ByteSearch.first(0x0A, in: sample.span, start..<sample.count) + 1,
                sample.count
            )
            let line = Array(sample[start..<end])
            let lineBad = UTF8Validation.invalidCount(in: line)
            let leads = line.count { $0 >= 0xE0 && $0 <= 0xF4 }
            highBytes += line.count { $0 >= 0x80 }
            bad += lineBad
            if lineBad == 0 { wideInLines += leads }
            wide += Swift.max(0, leads - lineBad)
            start = end
        }
        return wide >= 8 && wide >= 20 * bad || wideInLines >= 8 && wideInLines * 15 >= highBytes
    }

    /// A number for the script of a scalar of two bytes; letters that Greek and Cyrillic no longer use
    /// count as scripts of their own.
    private static func script(of scalar: UInt32) -> UInt32 {
        // The extended letters of Cyrillic (U+0490 on) stand beside the others in many languages.
        if (0x490..<0x530).contains(scalar) { return 0x400 }
        let starts: [UInt32] = [
            0x80, 0x250, 0x2B0, 0x300, 0x370, 0x386, 0x3CF, 0x400, 0x460, 0x530, 0x590, 0x600,
            0x700,
            0x750, 0x780, 0x7C0,
        ]
        return starts.last { $0 <= scalar } ?? 0
    }
}

/// Scalars of valid UTF-8.
enum UTF8Scalar {
    /// The scalar that begins at a byte, and its length.
    static func decode(_ bytes: [UInt8], at index: Int) -> (scalar: UInt32, length: Int) {
        let lead = UInt32(bytes[index])
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard length > 1, index + length <= bytes.count else { return (lead, 1) }
        var scalar = lead & (0x7F >> UInt32(length))
        for byte in bytes[index + 1..<index + length] { scalar = scalar << 6 | UInt32(byte & 0x3F) }
        return (scalar, length)
    }
}
