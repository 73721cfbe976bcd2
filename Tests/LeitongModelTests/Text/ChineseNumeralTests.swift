import Testing

@testable import LeitongModel

@Suite struct ChineseNumeralTests {
    @Test(arguments: [
        ("一", 1), ("九", 9), ("十", 10), ("十一", 11), ("二十", 20), ("二十一", 21), ("九十九", 99), ("1", 1),
        ("12", 12), ("１２", 12), ("01", 1), ("99", 99),
    ])
    func readsNumbers(text: String, value: Int) {
        #expect(ChineseNumeral.value(Array(text.unicodeScalars)) == value)
    }

    @Test(arguments: [
        "", "〇", "零", "0", "100", "一二", "十十", "二十零", "零十", "一百", "a", "二三十", "1十", "二十一二", "三千",
    ])
    func refusesOthers(text: String) {
        #expect(ChineseNumeral.value(Array(text.unicodeScalars)) == nil)
    }
}
