@_spi(Core) import LeitongCore
import TestSupport
import Testing

@Suite struct FolderTests {
    @Test(arguments: [
        // Width and case.
        ("Ａ１。", "a1"), ("ＨＥＬＬＯ　Ｗｏｒｌｄ", "helloworld"), ("LeiTong", "leitong"), ("ÀÉÎ", "àéî"),
        ("ВОЛГА", "волга"), ("ΟΔΟΣ ὀδός", "οδοσὀδόσ"), ("Straße STRASSE", "strassestrasse"),
        ("ẞ", "ss"), ("İ", "i\u{307}"), ("ı", "ı"), ("ᏣᎳᎩ ꮳꮃꭹ", "ᏣᎳᎩᏣᎳᎩ"),
        // Ligatures, units, fractions, numerals.
        ("ﬁn", "fin"), ("ﬃ", "ffi"), ("ĳ", "ij"), ("ǅ", "dž"), ("㎏", "kg"), ("㎡", "m2"),
        ("½", "12"), ("⅓", "13"), ("Ⅱ ⅻ", "iixii"), ("①⑳", "120"), ("⑴", "1"), ("⒈", "1"),
        ("㈠", "一"), ("㊀", "一"), ("㊥", "中"), ("㍿", "株式会社"), ("x² H₂O", "x2h2o"), ("ª", "a"),
        ("℡", "tel"), ("№", "no"), ("™", "tm"), ("𝔸𝟙", "a1"), ("㋿", "令和"),
        // Arabic presentation forms, and a phrase of several words.
        ("ﻻ", "لا"), ("ﻢﺤﻣﺪ", "محمد"), ("ﷺ", "صلىاللهعليهوسلم"), ("ﹱ", ""), ("ﹰ", ""),
        // Composition.
        ("e\u{301}", "é"), ("E\u{301}", "é"), ("a\u{323}\u{302}", "ậ"), ("a\u{302}\u{323}", "ậ"),
        ("\u{212B}", "å"), ("q\u{307}\u{323}", "q\u{323}\u{307}"), ("\u{301}", "\u{301}"),
        ("e \u{301}", "é"), ("e\u{200D}\u{301}", "é"), ("e.\n\u{301}", "é"),
        ("ﾊﾞ", "バ"), ("ハ\u{3099}", "バ"), ("ﾊ ﾟ", "パ"), ("は\u{309A}", "ぱ"), ("ヿ", "コト"),
        ("\u{1112}\u{1161}\u{11AB}", "한"), ("하\u{11AB}", "한"), ("ﾻ", "\u{110F}"), ("ﾡￂ", "가"),
        ("ㅎㅏ", "하"), ("한", "한"), ("\u{95C}", "ड\u{93C}"),
        // The iota below is a letter once it stands behind the other marks.
        ("ᾳ", "αι"), ("ᾼ", "αι"), ("α\u{345}\u{301}", "άι"), ("ᾳ\u{301}", "άι"), ("ᾴ", "άι"),
        ("ᾳ \u{345}\u{301}", "άιι"), ("\u{345}", "ι"), ("ͺ", "ι"),
        // Points of Arabic and Hebrew, and Persian letters.
        ("مُحَـمَّد", "محمد"), ("שָׁלוֹם", "שלום"), ("کتابی", "كتابي"), ("آأإؤئ", "آأإؤئ"),
        // Marks and private use over and between Han; elsewhere they stay.
        ("果\u{336}园\u{20DD}篱\u{345}1\u{336}", "果园篱1\u{336}"),
        ("果\u{E001}园\u{F0000}，\u{E002}", "果园"),
        ("a\u{E001}中\u{E002}b", "a\u{E001}中\u{E002}b"), ("\u{E001}中，\u{E001}", "中"),
        ("は\u{336}", "は\u{336}"),
        // Ideographs.
        ("豈", "豈"), ("\u{FA0E}", "\u{FA0E}"), ("⼀", "一"), ("⼾戶户戸", "户户户户"), ("⻓⻔⺠⾭", "长门民青"),
        ("\u{2F800}", "丽"), ("〇", "〇"),
        ("中。国", "中国"), ("〆切々", "〆切々"), ("\u{4E00}\u{9FFF}\u{3400}", "\u{4E00}\u{9FFF}\u{3400}"),
        // Dropped.
        ("\u{200D}\u{200C}\u{200B}\u{AD}\u{FEFF}\u{2060}\u{FE0F}\u{E0100}\u{34F}", ""),
        ("´¨¯¸˘", ""), ("a´b", "ab"), ("，。、；：？！…—“”‘’《》（）【】", ""), (" \t\r\n\u{3000}\u{A0}", ""),
        ("👍🏽👨‍👩‍👧🇨🇳", ""), ("＋－×÷＝≮", ""), ("\u{0}\u{7F}\u{85}", ""), ("\u{FFFD}", ""),
        ("a_b-c", "abc"), ("※★□○℃€￥", "c"),
    ])
    func knownTextFoldsAsStated(text: String, expected: String) {
        let folded = Folding.string(text)
        #expect(
            folded.utf8.elementsEqual(expected.utf8),
            "\(Folding.hexadecimal(folded)), expected \(Folding.hexadecimal(expected))"
        )
        #expect(Folding.string(text, keepingMap: true).utf8.elementsEqual(folded.utf8))
    }

    @Test func nothingFoldsToNothing() {
        for level in FoldingLevel.allCases {
            let folded = Samples.folded("", level: level)
            #expect(folded.bytes.isEmpty)
            #expect(folded.scalarStarts == [0])
            #expect(folded.scalarCount == 0)
        }
    }

    @Test func bufferForgetsWhatItHeld() {
        var folded = FoldedText()
        let folder = Folder(level: .standard)
        folder.fold(Array("一段很长的文字。".utf8).span, into: &folded)
        folder.fold(Array("e\u{301}短".utf8).span, into: &folded)
        #expect(folded.bytes == Array("é短".utf8))
        #expect(folded.scalarStarts == [0, 2, 5])
        #expect(folded.sourceStarts == [0, 3])
        #expect(folded.sourceEnds == [3, 6])
        folder.fold(Array("文".utf8).span, into: &folded, keepingMap: false)
        #expect(folded.sourceStarts.isEmpty && folded.sourceEnds.isEmpty)
    }

    @Test func noneLeavesEveryScalarAsItStands() {
        let text = "Ａ１。e\u{301} 👍\u{200D}\r\n文"
        let folded = Samples.folded(text, level: .none)
        #expect(folded.bytes == Array(text.utf8))
        #expect(folded.scalarCount == text.unicodeScalars.count)
        #expect(folded.sourceStarts == Array(folded.scalarStarts.dropLast()))
        #expect(folded.sourceEnds == Array(folded.scalarStarts.dropFirst()))
    }

    @Test func brokenBytesAreSymbolsOfOneByte() {
        let source: [UInt8] = [
            0x61, 0xFF, 0xE4, 0xB8, 0x62, 0x80, 0xE4, 0xB8, 0xAD, 0xED, 0xA0, 0x80, 0xF0,
        ]
        #expect(Folding.bytes(source) == Array("ab中".utf8))
        var folded = FoldedText()
        Folder(level: .none).fold(source.span, into: &folded)
        #expect(folded.bytes == source)
        #expect(folded.scalarStarts == [0, 1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 13])
    }
}
