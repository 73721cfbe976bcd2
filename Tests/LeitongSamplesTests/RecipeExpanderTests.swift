import Testing

@testable import LeitongSamples

@Suite struct RecipeExpanderTests {
    static let original = Speech(
        name: "a.txt",
        text: """
            标题
            第一句话说到张三。“第二句话？”第三句话在2024年！（第四句话，有GDP-2.5%。）
            只有一句

            """
    )

    static func expand(_ recipe: String, seed: UInt64 = 1) throws -> RecipeExpander.Expansion {
        let expander = RecipeExpander(originals: [original], seed: seed)
        return try expander.expansion(of: [Recipe(name: "r.txt", text: recipe)])
    }

    @Test func copiesStandWhereTheLabelSays() throws {
        let expansion = try Self.expand("自己的话\n\n@copy a.txt 2\n")
        #expect(expansion.speeches[0].text.hasPrefix("自己的话\n\n第一句话"))
        let pair = try #require(expansion.pairs.first)
        #expect(pair.a.range.lowerBound == 3 && pair.a.line == 2)
        #expect(pair.b.range.lowerBound == 6 && pair.b.line == 3)
        #expect(pair.a.text == pair.b.text && pair.kind == .exact)
    }

    @Test func sentencesEndAfterClosingQuotes() {
        let text = Array(Self.original.paragraphs[1].text.unicodeScalars)
        let sentences = Sentences.ranges(in: text).map { String(scalars: text[$0]) }
        #expect(
            sentences == [
                "第一句话说到张三。", "“第二句话？”", "第三句话在2024年！", "（第四句话，有GDP-2.5%。）",
            ]
        )
    }

    @Test func redactsTheFirstOccurrenceInListedOrder() throws {
        let expansion = try Self.expand("@redact a.txt 2 XX\n2024 第一句话 句话\n")
        #expect(
            expansion.speeches[0].text
                == "XX说到张三。“第二XX？”第三句话在XX年！（第四句话，有GDP-2.5%。）\n"
        )
    }

    @Test func swapsWidths() throws {
        let expansion = try Self.expand("@fullwidth a.txt 2\n")
        #expect(
            expansion.speeches[0].text
                == "第一句话说到张三.“第二句话?”第三句话在２０２４年!(第四句话,有ＧＤＰ－２．５%.)\n"
        )
        #expect(expansion.pairs[0].jsonRow.hasSuffix("\"kind\":\"full-width\",\"jaccard\":1.0000}"))
    }

    @Test func wrapsBetweenBlankLinesAndKeepsPunctuationFromTheStart() throws {
        let expansion = try Self.expand("甲\n@wrap a.txt 2 20\n乙\n")
        let lines = expansion.speeches[0].text
            .split(
                separator: "\n",
                omittingEmptySubsequences: false
            )
        #expect(lines.first == "甲" && lines[1].isEmpty)
        #expect(lines[lines.count - 3].isEmpty && lines[lines.count - 2] == "乙")
        for line in lines {
            #expect(line.unicodeScalars.reduce(0) { $0 + LineWrapper.width(of: $1) } <= 20)
            #expect(!"，。；：！？、）”".contains(line.first ?? "x"))
        }
    }

    @Test func containsSentencesAndLabelsThePassage() throws {
        let expansion = try Self.expand("@contain a.txt 2 2 3\n前面{}后面\n")
        #expect(expansion.speeches[0].text == "前面“第二句话？”第三句话在2024年！后面\n")
        let pair = expansion.pairs[0]
        #expect(pair.aPassage == 12..<30 && pair.bPassage == 2..<20)
    }

    @Test func copiesEarlierOwnTextAndNamesSections() throws {
        let expansion = try Self.expand("（一）\n自己的话\n（二）\n@copy r.txt 2\n")
        let pair = expansion.pairs[0]
        #expect(pair.a.section == 1 && pair.b.section == 2)
        #expect(pair.jsonRow.contains("\"a_section\":1") && pair.a.text == pair.b.text)
    }

    @Test func copiesOfOneOriginalAreAPairNamedByTheGreaterChange() throws {
        let expansion = try Self.expand("@edit a.txt 2 10\n@copy a.txt 2\n@reorder a.txt 2\n")
        let kinds = expansion.pairs.map(\.kind)
        #expect(
            kinds == [
                .edited(percent: 10), .exact, .reordered, .edited(percent: 10), .reordered,
                .reordered,
            ]
        )
    }

    @Test func seedDecidesEdits() throws {
        let recipe = "@edit a.txt 2 20\n"
        #expect(try Self.expand(recipe) == Self.expand(recipe))
        #expect(try Self.expand(recipe) != Self.expand(recipe, seed: 2))
    }

    @Test(arguments: [
        ("@copy b.txt 2", "recipes/r.txt:1: there is no speech b.txt"),
        ("@copy a.txt 9", "recipes/r.txt:1: a.txt has no paragraph on line 9"),
        ("甲\n@copy r.txt 2", "recipes/r.txt:2: line 2 is not earlier own text"),
        ("@reorder a.txt 3", "recipes/r.txt:1: the paragraph has nothing to reorder"),
        ("@contain a.txt 2 2 5\n{}", "recipes/r.txt:1: the paragraph has 4 sentences"),
        (
            "@redact a.txt 2 **\n李四",
            "recipes/r.txt:2: the paragraph does not hold 李四, or not so often"
        ),
        (
            "@traditional a.txt 3\n只有兩句話",
            "recipes/r.txt:2: the converted text has 5 characters, its original 4"
        ),
    ])
    func namesFileAndLineOfWhatIsMissing(recipe: String, message: String) {
        let error = #expect(throws: CorpusError.self) { try Self.expand(recipe) }
        #expect(error?.description == message)
        #expect(error?.code == .missingSource)
    }

    @Test func namesAFolderThatIsNotThere() {
        let error = #expect(throws: CorpusError.self) {
            try CorpusFolder(path: "no-such-folder").recipes()
        }
        let message = "no-such-folder/recipes: No such file or directory"
        #expect(error?.description == message)
    }
}
