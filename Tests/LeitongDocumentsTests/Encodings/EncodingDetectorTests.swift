import TestSupport
import Testing

@testable import LeitongDocuments

@Suite struct EncodingDetectorTests {
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

    /// A known limit: what is valid UTF-8 is read as UTF-8, even 24小时 in GB18030.
    ///
    /// Only texts with one
    /// or two characters beyond ASCII can be so by chance.
    @Test func validUTF8IsUTF8() throws {
        let bytes = try #require(Legacy.gb18030.bytes("24小时"))
        #expect(reading(bytes) == "UTF-8 24Сʱ")
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
                byteOffset: cut.count - 1
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
