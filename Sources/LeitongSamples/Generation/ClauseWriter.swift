import LeitongAlgorithms

/// Writes one base paragraph from a bank of clauses.
struct ClauseWriter {
    private let bank: ClauseBank
    private var text = ""
    private var characterCount = 0

    init(bank: ClauseBank) {
        self.bank = bank
    }

    /// Sentences of at least `length` characters, and at most one clause more.
    mutating func paragraph(length: Int, using random: inout SplitMix64) -> String {
        while true {
            writeClause(using: &random)
            characterCount += 1
            if characterCount >= length {
                text += "。"
                return text
            }
            text += Self.separator(using: &random)
        }
    }

    /// A line of under twelve characters, such as a name with a catchword.
    mutating func shortLine(using random: inout SplitMix64) -> String {
        SlotWords.personName(using: &random) + random.element(of: bank.openings)
            + random.element(of: bank.openings)
    }

    private mutating func writeClause(using random: inout SplitMix64) {
        if random.happens(perThousand: 250) {
            write(SlotWords.leadIn(using: &random))
        }
        if !bank.setPhrases.isEmpty, random.happens(perThousand: 25) {
            write(random.element(of: bank.setPhrases))
            return
        }
        let first = random.below(bank.heads.count)
        let isWhole = random.happens(perThousand: 300)
        let second = isWhole ? first : random.below(bank.tails.count)
        write(bank.heads[first], using: &random)
        write(bank.tails[second], using: &random)
    }

    private mutating func write(_ words: String) {
        text += words
        characterCount += words.unicodeScalars.count
    }

    private mutating func write(
        _ fragment: ClauseBank.Fragment,
        using random: inout SplitMix64
    ) {
        text += fragment.parts[0]
        for (order, digits) in fragment.digitCounts.enumerated() {
            text += SlotWords.number(digits: digits, using: &random)
            text += fragment.parts[order + 1]
        }
        characterCount += fragment.characterCount
    }

    private static func separator(using random: inout SplitMix64) -> String {
        switch random.below(100) {
        case 0..<63: "，"
        case 63..<94: "。"
        case 94..<98: "；"
        default: "！"
        }
    }
}
