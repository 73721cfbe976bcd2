import Foundation
import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct RedactionMarkTests {
    /// In what is expected, # is a wildcard.
    @Test(arguments: [
        // Runs of one scalar; one alone is a symbol, two kinds are two marks.
        ("是**水务局全局**名", "是#水务局全局#名"), ("在＊＊县", "在#县"), ("××县×乡", "#县乡"), ("✕✕", "#"),
        ("□□□省", "#省"), ("□是□否", "是否"), ("■■", "#"), ("■□", ""), ("**××", "##"), ("*＊", ""),
        ("姓名：____，", "姓名#"), ("＿＿年＿＿月", "#年#月"), ("于__年__月", "于#年#月"), ("a_b", "ab"),
        ("3*4", "3*4"),
        // Letters.
        ("XX市", "#市"), ("xx市XXX镇", "#市#镇"), ("Xx", "#"), ("ＸＸ县ｘｘ乡", "#县#乡"), ("某地X月x日", "某地x月x日"),
        ("xxl", "xxl"), ("MAXX", "maxx"), ("XX1", "xx1"), ("20XX年", "20xx年"), ("ＸＸ１", "xx1"),
        ("５xx", "5xx"), ("Xｘ", "xx"), ("éxx", "é#"), ("x xx", "x#"), ("exxon", "exxon"),
        ("XX世纪", "xx世纪"), ("ＸＸ世紀", "xx世紀"), ("xx世纪", "#世纪"), ("XXX世纪", "#世纪"), ("XX 世纪", "#世纪"),
        // The word 某.
        ("某某同志", "#同志"), ("某某某市", "#市"), ("某市某局", "#市#局"), ("张某某与李某", "张#与李某"), ("某縣", "#縣"),
        ("某些、某种、某人", "某些某种某人"), ("在某", "在某"), ("某，市", "某市"),
        // Points of omission are punctuation.
        ("他说……走", "他说走"), ("………", ""), ("他说…走", "他说走"), ("a......b", "ab"), ("a.....b", "ab"),
        ("etc...", "etc"), ("目录..............1", "目录1"),
        // A break between parts.
        ("上\n***\n下", "上下"), ("上\n  ___ \r\n下", "上下"), ("***", ""), ("________", ""),
        ("上\n**\n下", "上#下"), ("上***\n下", "上#下"), ("---", ""), ("* * *", ""),
        // Emphasis.
        ("**重点**", "重点"), ("要做到：**敢为人先**。", "要做到敢为人先"), ("1. **目标：**提升", "1目标提升"),
        ("***重点***，", "重点"), ("__重点__ 是", "重点是"), ("**“十四五”**，", "十四五"), ("**a*b**", "a*b"),
        ("见**甲乙**。**丙丁**。", "见#甲乙#丙丁"), ("**甲乙**。**丙丁**。", "甲乙丙丁"), ("**重\n点**", "重点"),
        ("**一点\n\n二点**", "#一点二点#"), ("**重点***", "#重点#"), ("**县**，", "#县#"), ("** 年 **", "#年#"),
        ("《**》、《**》", "##"), ("我是**的，名叫**，已经**年", "我是#的名叫#已经#年"), ("**某市某县**。", "#市#县"),
        // Marks between a letter and its mark part them, noise does not.
        ("e**\u{301}", "e#\u{301}"), ("e_.\u{301}", "é"), ("e\u{301}**\u{301}", "é#\u{301}"),
        ("q\u{307}_\u{323}", "q\u{323}\u{307}"), ("q\u{307}..\u{323}", "q\u{323}\u{307}"),
        ("xx\u{301}", "#\u{301}"),
        // Others stand twice, too.
        ("a++b//c", "a++b//c"), ("YYyy^^", "yyyy^^"), ("\u{1F}\u{1F}a", "a"),
    ])
    func knownTextFoldsAsStated(text: String, expected: String) {
        let expected = expected.unicodeScalars.map { $0 == "#" ? Samples.wildcard : String($0) }
            .joined()
        let folded = Folding.string(text)
        #expect(folded.utf8.elementsEqual(expected.utf8), "\(folded)")
        #expect(Folding.string(text, keepingMap: true).utf8.elementsEqual(expected.utf8))
    }

    @Test func sourceOfAWildcardIsTheWholeMark() {
        let text = "在**县ＸＸ乡，某市：××完xxx"
        let folded = Samples.folded(text, level: .standard)
        let marks = folded.wildcards.map { index in
            let range = folded.sourceByteRange(ofScalars: Int(index)..<Int(index) + 1)
            return String(decoding: Array(text.utf8)[range], as: UTF8.self)
        }
        #expect(marks == ["**", "ＸＸ", "某", "××", "xxx"])
        #expect(folded.wildcardCount == 5)
        #expect(folded.characterCount == 5)
        #expect(folded.scalarCount == 10)
    }

    @Test func withoutFoldingAMarkIsTextLikeOther() {
        let text = "在**县XX乡\(Samples.wildcard)"
        #expect(Folding.string(text) == "在W县W乡".replacing("W", with: Samples.wildcard))
        let folded = Samples.folded(text, level: .none)
        #expect(folded.bytes == Array(text.utf8))
        #expect(folded.wildcardCount == 0 && folded.characterCount == 8)
    }

    @Test func bufferForgetsTheWildcardsItHeld() {
        var folded = Samples.folded("**", level: .standard)
        Folder(level: .standard).fold(Array("文".utf8).span, into: &folded)
        #expect(folded.wildcards.isEmpty)
    }

    /// Marks put into a text change nothing of it but that wildcards stand there.
    @Test(arguments: 0..<UInt64(200))
    func insertedMarksBecomeWildcards(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let marks = [
            "**", "***", "＊＊", "××", "□□□", "■■", "____", "＿＿", "XX", "xxx", "ＸＸ", "某某",
        ]
        var source: [UInt8] = []
        var expected: [UInt8] = []
        var ranges: [Range<Int>] = []
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
            let text = FoldingSamples.text(length: 8, using: &generator)
            // Nothing joins an ideograph, and it is no letter of a word beside a mark.
            let piece = "国\(FoldingSamples.noisy(text, using: &generator))国"
            let folded = Samples.folded(piece, level: .standard)
            guard folded.wildcardCount == 0 else { continue }
            let mark = marks[Int.random(in: marks.indices, using: &generator)]
            source += Array(piece.utf8)
            ranges.append(source.count..<source.count + mark.utf8.count)
            source += Array(mark.utf8) + Array("国".utf8)
            expected += folded.bytes + [0xEF, 0xB7, 0x90] + Array("国".utf8)
        }
        var folded = FoldedText()
        Folder(level: .standard).fold(source.span, into: &folded)
        #expect(folded.bytes == expected, "seed \(seed)")
        #expect(Folding.bytes(source) == expected, "seed \(seed)")
        let wildcards = folded.wildcards.map { Int($0) }
        #expect(wildcards.map { folded.sourceByteRange(ofScalars: $0..<$0 + 1) } == ranges)
        var scalars: [UInt32] = []
        folded.decodeScalars(into: &scalars)
        #expect(wildcards == scalars.indices.filter { scalars[$0] == FoldedText.wildcard })
    }

    /// Any jumble folds as its parts between marks do, and marks are what an expression says.
    ///
    /// Without Markdown, which no expression tells.
    @Test(arguments: 0..<UInt64(400))
    func marksAreThoseOfThePlainExpression(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let parts = [
            "X", "x", "XX", "Ｘ", "ｘ", "世纪", "1", "９", "ｂ", "国", "某", "市", "…", "....", ".", "×",
            "□", "■", "＊",
            "＿", " ", "\n", "，", "\u{301}", "é", "は", "\u{3099}",
        ]
        let text = (0..<40).map { _ in parts[Int.random(in: parts.indices, using: &generator)] }
            .joined()
        let word = "[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]"
        let expression = try NSRegularExpression(
            pattern: "＊{2,}|×{2,}|□{2,}|■{2,}|＿{2,}|某{2,}|某(?=市)"
                + "|(?<!\(word))(?!(?:XX|ＸＸ)世纪)(?:[Xx]{2,}|[Ｘｘ]{2,})(?!\(word))"
        )
        let units = Array(text.utf16)
        let whole = NSRange(location: 0, length: units.count)
        var expected: [UInt8] = []
        var end = 0
        for match in expression.matches(in: text, range: whole) {
            expected += foldedBytes(units[end..<match.range.location]) + [0xEF, 0xB7, 0x90]
            end = match.range.location + match.range.length
        }
        expected += foldedBytes(units[end...])
        #expect(Folding.bytes(Array(text.utf8)) == expected, "seed \(seed): \(text)")
        #expect(Folding.bytes(Array(text.utf8), keepingMap: true) == expected, "seed \(seed)")
    }

    private func foldedBytes(_ units: ArraySlice<UInt16>) -> [UInt8] {
        Folding.bytes(Array(String(decoding: units, as: UTF16.self).utf8))
    }

    /// Marks, Markdown and broken bytes in any order: ranges rise, and the map changes nothing.
    @Test(arguments: 0..<UInt64(200))
    func anyJumbleHasASoundMap(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let parts =
            [
                "*", "**", "***", "_", "__", "x", "XX", "某", "国", "\n", " ", "：", "“", "1", "……",
                "é", "\u{301}",
            ]
            .map { Array($0.utf8) } + [[0xE6], [0x9F], [0xEF, 0xB7]]
        let source = (0..<60)
            .flatMap { _ in
                parts[Int.random(in: parts.indices, using: &generator)]
            }
        var folded = FoldedText()
        Folder(level: .standard).fold(source.span, into: &folded)
        #expect(folded.bytes == Folding.bytes(source), "seed \(seed)")
        #expect(folded.sourceEnds.count == folded.scalarCount, "seed \(seed)")
        for index in 0..<folded.scalarCount {
            let range = folded.sourceByteRange(ofScalars: index..<index + 1)
            #expect(!range.isEmpty && range.upperBound <= source.count, "seed \(seed)")
            guard index > 0 else { continue }
            #expect(folded.sourceStarts[index - 1] <= folded.sourceStarts[index], "seed \(seed)")
            #expect(folded.sourceEnds[index - 1] <= folded.sourceEnds[index], "seed \(seed)")
        }
    }

    /// Openings of emphasis that nothing closes are looked through once.
    @Test func manyOpeningsEndSoon() {
        let source = Array(String(repeating: "，**国", count: 200_000).utf8)
        #expect(Folding.bytes(source).count == 6 * 200_000)
        let long = Array(String(repeating: "X", count: 1_000_000).utf8)
        #expect(Folding.bytes(long) == [0xEF, 0xB7, 0x90])
    }
}
