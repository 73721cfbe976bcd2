import Testing

@testable import LeitongModel

@Suite struct DateScannerTests {
    private func dates(_ text: String, readsNames: Bool = false) -> [String] {
        DateScanner(text.unicodeScalars, readsNames: readsNames).dates().map(\.date.text)
    }

    @Test(
        arguments: [
            ("2023-03-05", ["2023-03-05"]), ("2023/3/5", ["2023-03-05"]),
            ("2023.3.5", ["2023-03-05"]),
            ("2023年3月5日", ["2023-03-05"]), ("二〇二三年三月五日", ["2023-03-05"]), ("2023年3月", ["2023-03"]),
            ("２０２３年３月５日", ["2023-03-05"]), ("2023年", []), ("2023", []), ("2023-13-01", []),
            ("2023-02-29", []), ("1899-01-01", []), ("20230305", []), ("2023-03", []),
            ("2023-03-05至2024年1月", ["2023-03-05", "2024-01"]), ("", []),
        ] as [(String, [String])]
    )
    func datesWithTheirYearAreFound(text: String, found: [String]) {
        #expect(dates(text) == found)
    }

    @Test(
        arguments: [
            ("20230305", ["2023-03-05"]), ("讲话2023-03", ["2023-03"]), ("202303051", []),
            ("20231305", []),
        ] as [(String, [String])]
    )
    func namesOfFilesWriteThemShorter(name: String, found: [String]) {
        #expect(dates(name, readsNames: true) == found)
    }

    @Test func placesCountScalars() {
        let found = DateScanner("于2023年3月5日𠀀".unicodeScalars).dates()
        #expect(found.map(\.range) == [1..<10])
    }
}
