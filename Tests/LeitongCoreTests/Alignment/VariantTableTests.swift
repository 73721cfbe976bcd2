@_spi(Core) import LeitongCore
import TestSupport
import Testing

@Suite struct VariantTableTests {
    private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

    private func table(
        _ texts: [[UInt32]],
        workLimit: Int = 100_000_000,
        gap: (Int, Int) -> VariantTable.Gap = { _, _ in .none }
    ) -> VariantTable {
        let scripts = texts.dropFirst()
            .map { other in
                let first = texts[0]
                return EditScript(from: first.span, to: other.span, workLimit: workLimit)
            }
        return VariantTable(texts: texts, scripts: scripts, gap: gap)
    }

    /// The fixed pieces as a text has them: what its values leave.
    private func pieces(_ table: VariantTable, _ texts: [[UInt32]], of text: Int) -> [[UInt32]] {
        var pieces: [[UInt32]] = []
        var end = 0
        for slot in table.slots {
            guard slot[text].lowerBound >= end, slot[text].upperBound <= texts[text].count else {
                return []
            }
            pieces.append(Array(texts[text][end..<slot[text].lowerBound]))
            end = slot[text].upperBound
        }
        return pieces + [Array(texts[text][end...])]
    }

    /// What stands in each slot, as strings.
    private func values(_ texts: [String]) -> [[String]] {
        let scalars = texts.map(scalars)
        return table(scalars).slots
            .map { slot in
                slot.enumerated()
                    .map { text, range in
                        let found = scalars[text][range].compactMap(Unicode.Scalar.init)
                        return String(String.UnicodeScalarView(found))
                    }
            }
    }

    /// A first text and others made of it by replacing, deleting and inserting.
    private func family(seed: UInt64) -> [[UInt32]] {
        var generator = SplitMix64(seed: seed)
        let length = Int.random(in: 0...80, using: &generator)
        let first = scalars(Samples.text(length: length, using: &generator))
        let rate = [0.01, 0.05, 0.2, 0.9][Int(seed % 4)]
        let others = (0..<Int.random(in: 0...5, using: &generator))
            .map { _ in
                var other: [UInt32] = []
                for scalar in first + [0x3002] {
                    let dice = Double.random(in: 0..<1, using: &generator)
                    if dice < rate {
                        let length = Int.random(in: 1...4, using: &generator)
                        other += scalars(Samples.text(length: length, using: &generator))
                    }
                    if dice < rate / 2 || dice > 1 - rate / 2 { continue }
                    other.append(scalar)
                }
                return other
            }
        return [first] + others
    }

    @Test(arguments: 0..<400 as Range<UInt64>)
    func piecesAndValuesGiveEveryText(seed: UInt64) {
        let texts = family(seed: seed)
        let table = table(texts, workLimit: seed % 3 == 0 ? 300 : 100_000_000)
        let fixed = pieces(table, texts, of: 0)
        #expect(fixed.count == table.slots.count + 1, "seed \(seed)")
        for text in texts.indices {
            // The same pieces in every text, so that its values fill them up to it.
            #expect(pieces(table, texts, of: text) == fixed, "seed \(seed), text \(text)")
        }
        #expect(table.fixedCount(of: texts[0].count) == fixed.joined().count)
        for piece in fixed.dropFirst().dropLast() { #expect(!piece.isEmpty, "seed \(seed)") }
        for slot in table.slots {
            let values = Set(slot.indices.map { Array(texts[$0][slot[$0]]) })
            #expect(values.count > 1, "seed \(seed): a slot at which nothing differs")
        }
    }

    /// Every border in every text, by the definition.
    @Test(arguments: 0..<400 as Range<UInt64>)
    func noBorderCutsANumberOrAWord(seed: UInt64) {
        let texts = family(seed: seed)
        func isLetter(_ scalar: UInt32) -> Bool { (0x61...0x7A).contains(scalar) }
        func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }
        for slot in table(texts).slots {
            for (text, range) in zip(texts, slot) {
                for position in [range.lowerBound, range.upperBound]
                where position > 0 && position < text.count {
                    let (before, after) = (text[position - 1], text[position])
                    #expect(!(isLetter(before) && isLetter(after)), "seed \(seed)")
                    #expect(!(isDigit(before) && isDigit(after)), "seed \(seed)")
                }
            }
        }
    }

    @Test func numbersAndWordsAreSlotsAsAWhole() {
        #expect(values(["到2023年底", "到2024年底"]) == [["2023", "2024"]])
        #expect(values(["第十七届", "第十八届", "第二十届"]) == [["十七", "十八", "二十"]])
        #expect(values(["用color表示", "用colour表示"]) == [["color", "colour"]])
        // The unit stays outside where all have it, and comes in where it makes a Chinese number.
        #expect(values(["投资3万元", "投资5万元"]) == [["3", "5"]])
        #expect(values(["投资3万元", "投资三万元"]) == [["3万", "三万"]])
    }

    @Test func insertionsAreEmptyInTheOthers() {
        #expect(values(["县的面貌发生", "县的面貌正在发生", "县的面貌发生"]) == [["", "正在", ""]])
        #expect(values(["", "甲"]) == [["", "甲"]])
        #expect(values(["青屿县今年", "今年", "今年"]) == [["青屿县", "", ""]])
    }

    @Test func changesOfDifferentTextsThatTouchAreOneSlot() {
        #expect(
            values(["由王小明主持", "由李小明主持", "由王大明主持"]) == [["王小", "李小", "王大"]]
        )
        #expect(
            values(["青屿县十月召开", "白鹭县十月召开", "青屿县八月召开"])
                == [["青屿", "白鹭", "青屿"], ["十", "十", "八"]]
        )
    }

    @Test func shortMatchesAreTakenInAndCommonEndsGivenBack() {
        let sentences = ["甲乙丙丁戊己的庚辛壬癸子丑", "春夏秋冬东南的西北左右前后"]
        #expect(values(sentences) == [sentences])
        // Once 从 was taken in as a short match, both values end with the other one.
        let texts = ["今天子丑寅卯从辰巳午未从下月起", "今天春夏秋冬从下月起"]
        let moved = values(texts)
        #expect(moved.count == 1 && moved[0].allSatisfy { !$0.hasSuffix("从") })
    }

    /// Folding drops the spaces of English: only the caller knows where words end.
    @Test func wordsEndWhereTheCallerSays() {
        let texts = ["theoldbridge", "theoldbridges"].map(scalars)
        #expect(table(texts).slots.map { $0.map(\.count) } == [[12, 13]])
        let slots = table(texts) { _, position in [3, 6].contains(position) ? .space : .none }.slots
        #expect(slots == [[6..<12, 6..<13]])
    }

    /// 国发〔2023〕5号 and 国发〔2024〕11号, of which folding drops the brackets.
    @Test func numbersSideBySideAreSlotsApart() {
        let texts = ["国发20235号", "国发202411号", "国发20227号"].map(scalars)
        let slots = table(texts) { _, position in [2, 6].contains(position) ? .mark : .none }.slots
        #expect(
            slots == [[2..<6, 2..<6, 2..<6], [6..<7, 6..<8, 6..<7]]
        )
        // Clauses are not set beside one another only because they are as many.
        let clauses = ["子丑寅卯辰巳午未申酉", "春夏秋冬东南西北左右"].map(scalars)
        #expect(table(clauses) { _, position in position == 9 ? .mark : .none }.slots.count == 1)
        // The two words of a name stay together.
        let cities = ["innewyorkin", "insanremoin"].map(scalars)
        let city = table(cities) { _, position in [2, 5, 9].contains(position) ? .space : .none }
        #expect(city.slots == [[2..<9, 2..<9]])
        // What all have between two that differ is no slot.
        let listed = ["由张三李四王五陪同", "由赵六李四孙七陪同"].map(scalars)
        let names = table(listed) { _, position in [3, 5].contains(position) ? .mark : .none }.slots
        #expect(names == [[1..<3, 1..<3], [5..<7, 5..<7]])
    }

    @Test func equalTextsHaveNoSlots() {
        #expect(values(["同一段话", "同一段话"]).isEmpty)
        #expect(values(["一段话"]).isEmpty)
        #expect(values(["", ""]).isEmpty)
    }
}
