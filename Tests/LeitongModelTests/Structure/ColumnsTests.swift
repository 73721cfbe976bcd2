import Testing

@testable import LeitongModel

@Suite struct ColumnsTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("中文", 4), ("中a，", 5), ("é", 1), ("😀", 2), ("“ab”", 4), ("“中”", 6),
        ("ab—cd…", 6), ("Ｆｕｌｌ", 8),
    ])
    func countsColumns(text: String, columns: Int) {
        let bytes = Array(text.utf8)
        let answer = Columns.count(bytes.span)
        #expect(answer == columns)
    }

    @Test(arguments: [
        ("", 0), ("中文", 2), ("中，文", 4), ("中。”文", 6), ("“中文”", 4), ("word next", 5), ("été", 4),
        ("word中", 5), ("😀，a", 4), ("，中", 2), ("《书》", 6),
    ])
    func firstWordIsWhatMovesAsOne(text: String, columns: Int) {
        let bytes = Array(text.utf8)
        let answer = Columns.ofFirstWord(bytes.span)
        #expect(answer == columns)
    }
}
