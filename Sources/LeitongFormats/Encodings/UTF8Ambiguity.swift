import LeitongModel

/// Two cases in which being valid UTF-8, or not, does not settle what a text is.
enum UTF8Ambiguity {
    /// More bytes than these are not valid UTF-8 by chance.
    private static let longestChance = 4096

    /// The reading as GB18030 of a short text that is valid UTF-8 by chance only.
    ///
    /// 小时 is D0 A1 CA B1 in GB18030, which are a Cyrillic letter and a phonetic sign in UTF-8. So a
    /// text is taken for Chinese if as GB18030 it holds characters of GB2312 only, and as UTF-8 scalars
    /// of two bytes only, side by side as nobody writes them: letters of different scripts in a word
    /// that is of common Chinese characters, or words of which none is likely (``TwoByteRun``) and all
    /// characters of GB2312's first level. One character alone stays UTF-8.
    static func chinese(_ bytes: [UInt8]) -> DecodedText? {
        guard bytes.count <= longestChance, bytes.contains(where: { $0 >= 0x80 }),
            let (runs, isOfFirstLevel) = runs(of: bytes)
        else { return nil }
        let words = runs.filter { $0.scalars.count > 1 }
        let isUnlikely = isOfFirstLevel && !words.isEmpty && words.allSatisfy(\.isUnlikely)
        guard isUnlikely || words.contains(where: mixesScripts) else { return nil }
        let reading = ChineseReading(bytes, encoding: "GB18030")
        guard reading.failureOffset == nil, reading.isPlausible,
            isUnlikely || reading.commonShare >= 0.2
        else { return nil }
        return DecodedText(
            bytes: reading.text,
            encoding: reading.name,
            evidence: reading.confidence
        )
    }

    /// What stands side by side beyond ASCII, and whether all of it lies where GB2312 has its 3,755
    /// frequent characters; `nil` where some is no character of GB2312.
    private static func runs(of bytes: [UInt8]) -> (runs: [TwoByteRun], isOfFirstLevel: Bool)? {
        var runs: [TwoByteRun] = []
        var isOfFirstLevel = true
        var index = 0
        var isInRun = false
        while index < bytes.count {
            let byte = bytes[index]
            guard byte >= 0x80 else {
                if isInRun, byte.isLetter { runs[runs.count - 1].touchesLetter = true }
                isInRun = false
                index += 1
                continue
            }
            let (scalar, length) = UTF8Scalar.decode(bytes, at: index)
            guard length == 2, byte <= 0xF7, bytes[index + 1] >= 0xA1 else { return nil }
            isOfFirstLevel = isOfFirstLevel && byte <= 0xD7
            if !isInRun {
                runs.append(TwoByteRun(touchesLetter: index > 0 && bytes[index - 1].isLetter))
            }
            runs[runs.count - 1].scalars.append(scalar)
            isInRun = true
            index += length
        }
        return (runs, isOfFirstLevel)
    }

    /// Whether letters of different scripts stand side by side; signs such as ° and × stand beside any.
    private static func mixesScripts(_ run: TwoByteRun) -> Bool {
        let scripts = run.scalars.map { scalar in
            scalar < 0xC0 || scalar == 0xD7 || scalar == 0xF7 ? nil : script(of: scalar)
        }
        return zip(scripts, scripts.dropFirst())
            .contains { $0 != nil && $1 != nil && $0 != $1 }
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

extension UInt8 {
    /// Whether it is a letter of ASCII.
    fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}
