import TestSupport
import Testing

@testable import LeitongFormats
@testable import LeitongModel

@Suite struct LegacyEncodingChoiceTests {
    /// What a decoder without a given encoding makes of bytes: name and text, or the failure.
    private func reading(_ bytes: [UInt8]) -> String {
        do throws(DecodingFailure) {
            let text = try TextDecoder(encoding: nil).decode(bytes)
            return "\(text.encoding) \(String(decoding: text.bytes, as: UTF8.self))"
        } catch {
            return "\(error)"
        }
    }

    @Test func unlabelledGB18030ComesBackExactly() {
        let prose = ChineseSamples.samples(
            of: ChineseSamples.simplified,
            shortest: 4,
            count: 600,
            seed: 1
        )
        for text in prose + ChineseSamples.names(count: 200, seed: 2) {
            guard let bytes = Legacy.gb18030.bytes(text), !isUTF8(bytes) else { continue }
            #expect(reading(bytes) == "GB18030 \(text)")
        }
    }

    /// Of every length, with and without ASCII: never another script, nor another text.
    @Test func chineseOfAnyLengthIsChinese() {
        let long = (0..<40)
            .map { seed in
                ChineseSamples.samples(
                    of: ChineseSamples.simplified,
                    shortest: 4,
                    count: 60,
                    seed: seed
                )
                .joined(separator: "\n")
            }
        let short = (1...20)
            .flatMap { length in
                ChineseSamples.simplified.map { String($0.prefix(length)) }
            }
        for text in long + short {
            guard let bytes = Legacy.gb18030.bytes(text) else { continue }
            let isUnsettled = isUTF8(bytes) && reading(bytes).hasPrefix("UTF-8")
            if isUnsettled, text.unicodeScalars.count(where: { !$0.isASCII }) <= 1 { continue }
            #expect(reading(bytes) == "GB18030 \(text)")
        }
    }

    @Test(arguments: [
        "我哋今日喺度食嘢，佢哋話冇問題。", "香港嘅街市好熱鬧，啲人成日嚟買餸。你哋睇吓呢度嘅嘢好靚，又平又正，唔使驚。",
    ])
    func cantoneseIsBig5HKSCS(text: String) throws {
        let bytes = try #require(Legacy.big5HKSCS.bytes(text))
        #expect(reading(bytes) == "Big5 \(text)")
    }

    @Test(arguments: ["안녕하세요", "회의 자료를 준비했습니다."])
    func shortKoreanIsKorean(text: String) throws {
        let bytes = try #require(Legacy.eucKR.bytes(text))
        #expect(reading(bytes) == "EUC-KR \(text)")
    }

    @Test(arguments: [
        (
            Legacy.windows1250,
            "Wczoraj po południu urzędnik złożył nowe sprawozdanie, które omówimy. Źródło: żółta księga, śnieg."
        ),
        (
            .isoLatin2,
            "Wczoraj po południu urzędnik złożył nowe sprawozdanie, które omówimy. Źródło: żółta księga, śnieg."
        ),
        (
            .windows1250,
            "Včera odpoledne předložil úředník novou zprávu, kterou projednáme příští týden na schůzi."
        ),
        (
            .windows1251,
            "Вчера днём сотрудник представил новый отчёт, который мы обсудим на совещании."
        ),
        (.windows1251, "Москва"),
        (
            .windows1253,
            "Χθες το απόγευμα ο υπάλληλος κατέθεσε τη νέα έκθεση, την οποία θα συζητήσουμε."
        ),
        (
            .windows1254,
            "Dün öğleden sonra görevli yeni raporu sundu; gelecek hafta toplantıda görüşeceğiz. Şişli, ığdır."
        ),
        (.windows1255, "אתמול אחר הצהריים הגיש הפקיד את הדוח החדש, ונדון בו בשבוע הבא."),
        (.windows1256, "قدم الموظف أمس تقريرا جديدا سنناقشه في اجتماع الأسبوع القادم."),
    ])
    func scriptsOfOneByteComeBack(encoding: Legacy, text: String) throws {
        let bytes = try #require(encoding.bytes(text))
        #expect(reading(bytes).hasSuffix(" \(text)"))
    }

    @Test func confidenceGrowsWithTheText() throws {
        let confidence = { (text: String) in
            let bytes = try #require(Legacy.gb18030.bytes(text))
            return try TextDecoder(encoding: nil).decode(bytes).evidence
        }
        let long = try confidence(ChineseSamples.simplified.joined())
        let short = try confidence("会议")
        #expect(long.basis == .detected && long.confidence > 0.9)
        #expect(short.basis == .detected && short.confidence < 0.6)
        let marked = try TextDecoder(encoding: nil).decode([0xEF, 0xBB, 0xBF, 0x61])
        #expect(marked.evidence == EncodingEvidence(.mark))
        let declared = try TextDecoder(encoding: "GBK").decode([0xC4, 0xE3])
        #expect(declared.evidence == EncodingEvidence(.declared))
        #expect(try TextDecoder(encoding: nil).decode([0x61]).evidence == EncodingEvidence(.valid))
    }

    /// uchardet calls these UTF-8, and iconv passes them on; they were once a document.
    @Test(arguments: [[0xF5, 0xBD, 0xAD, 0xB0], [0xF8, 0x88, 0x80, 0x80, 0x80]] as [[UInt8]])
    func nothingThatIsNoScalarComesOut(bytes: [UInt8]) {
        guard let text = try? TextDecoder(encoding: nil).decode(bytes) else { return }
        #expect(isUTF8(text.bytes) && text.encoding != "UTF-8")
    }

    private func isUTF8(_ bytes: [UInt8]) -> Bool {
        String(validating: bytes, as: UTF8.self) != nil
    }

    @Test func unlabelledBig5ComesBackExactly() {
        let prose = ChineseSamples.samples(
            of: ChineseSamples.traditional,
            shortest: 8,
            count: 300,
            seed: 3
        )
        for text in prose {
            guard let bytes = Legacy.big5.bytes(text), !isUTF8(bytes) else { continue }
            #expect(reading(bytes) == "Big5 \(text)")
        }
    }

    @Test(arguments: [
        "오늘 아침에는 비가 조금 내렸지만 오후에는 날씨가 맑아져서 친구들과 함께 공원에서 산책을 하고 저녁을 먹었습니다.",
        "우리 학교 도서관은 월요일부터 금요일까지 아침 아홉 시에 문을 열고 저녁 여섯 시에 문을 닫으니 참고하시기 바랍니다.",
        "정부는 내년 예산안을 국회에 제출하면서 중소기업 지원과 청년 일자리 사업을 크게 늘리겠다고 밝혔다. 자세한 내용은 다음과 같다.",
    ])
    func koreanIsKorean(text: String) throws {
        let bytes = try #require(Legacy.eucKR.bytes(text))
        #expect(reading(bytes).hasSuffix(text))
    }

    @Test(arguments: [
        "今日は朝から雨が降っていましたが、午後には晴れて、友達と一緒に公園を散歩してから夕食を食べました。とても楽しい一日でした。",
        "この図書館は月曜日から金曜日まで、朝の九時に開き、夕方の六時に閉まります。ご利用の際はカードをお持ちください。",
        "サーバーを再起動したあと、バージョンが正しいかどうかを確認してください。問題があれば管理者に連絡してください。",
    ])
    func japaneseIsJapanese(text: String) throws {
        let bytes = try #require(Legacy.shiftJIS.bytes(text))
        #expect(reading(bytes).hasSuffix(text))
    }

    @Test(arguments: [
        "The café on the corner serves crème brûlée and a very good coffee.",
        "“Well,” she said, “that isn’t what we agreed on last week.”",
        "Die Straße führt über die Brücke; dahinter liegt das größte Dorf der Gegend.",
        "L’été dernier, nous avons été à la mer avec les élèves de l’école.",
        "café au lait", "naïve", "El niño comió una manzana en el jardín de su abuela.",
        "Price: 5 € – free delivery",
    ])
    func westernIsWestern(text: String) throws {
        let bytes = try #require(Legacy.windows1252.bytes(text))
        #expect(reading(bytes).hasSuffix(text))
    }

    @Test func damagedGB18030IsNamedWhereItBreaks() throws {
        for text in ChineseSamples.simplified {
            let bytes = try #require(Legacy.gb18030.bytes(text + "工作"))
            let cut = Array(bytes.dropLast())
            let failure = DecodingFailure(
                reason: .undecodable,
                message: "is not valid GB18030",
                byteOffset: cut.count - 1,
                encoding: "GB18030"
            )
            #expect(throws: failure) { try TextDecoder(encoding: nil).decode(cut) }
        }
    }

    @Test func aBrokenByteInTheMiddleIsNamed() throws {
        let text = ChineseSamples.simplified.joined(separator: "\n")
        let bytes = try #require(Legacy.gb18030.bytes(text))
        let offset = try #require(Legacy.gb18030.bytes(ChineseSamples.simplified[0])).count
        let broken = bytes[..<offset] + [0xFF] + bytes[offset...]
        let failure = #expect(throws: DecodingFailure.self) {
            try TextDecoder(encoding: nil).decode(Array(broken))
        }
        #expect(failure?.byteOffset == offset)
    }
}
