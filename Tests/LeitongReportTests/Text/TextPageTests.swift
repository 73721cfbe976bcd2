import Testing

@testable import LeitongReport

@Suite struct TextPageTests {
    private func printed(
        width: Int = 60,
        isColored: Bool = false,
        _ write: (inout TextPage) -> Void
    ) -> String {
        var page = TextPage(width: width, isColored: isColored)
        write(&page)
        return String(decoding: page.out.bytes, as: UTF8.self)
    }

    @Test func aPageHasAtLeastFortyColumns() {
        #expect(TextPage(width: 5, isColored: false).width == 40)
        #expect(TextPage(width: 41, isColored: false).width == 41)
    }

    /// Text that is cut off says so, keeps to the width, and is as long as was asked for.
    @Test(arguments: 1...4)
    func paragraphsAreCutWithAWord(lines: Int) {
        let text = StyledText(String(repeating: "一段很长的话，", count: 60))
        let printed = printed { $0.paragraph(text, indent: 4, maxLines: lines) }
            .split(separator: "\n").map(String.init)
        #expect(printed.count == lines && printed.last?.hasSuffix("…") == true)
        #expect(printed.allSatisfy { $0.hasPrefix("    ") && DisplayWidth.of($0) <= 60 })
        let whole = self.printed { $0.paragraph(text, indent: 4) }
        #expect(!whole.contains("…") && whole.count { $0 == "\n" } > lines)
    }

    @Test func changesAreMarkedByColourOrBrackets() {
        #expect(printed { $0.line($0.marked("旧", .deleted)) } == "[-旧-]\n")
        #expect(printed { $0.line($0.marked("新", .inserted)) } == "{+新+}\n")
        #expect(printed { $0.line($0.marked("", .deleted)) } == "\n")
        #expect(
            printed(isColored: true) { $0.line($0.marked("旧", .deleted), indent: 2) }
                == "  \u{1B}[31;9m旧\u{1B}[0m\n"
        )
        #expect(printed(isColored: true) { $0.line(StyledText("一")) } == "一\n")
    }
}
