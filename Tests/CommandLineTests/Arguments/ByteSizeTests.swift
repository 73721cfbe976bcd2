import Testing

@testable import LeitongCLI

@Suite struct ByteSizeTests {
    @Test(
        arguments: [
            ("2G", 2 << 30), ("500M", 500 << 20), ("1.5GiB", 3 << 29), ("800MB", 800_000_000),
            ("1073741824", 1 << 30), ("7B", 7), ("1k", 1024), ("1TB", 1_000_000_000_000), ("0", 0),
            ("", nil), ("G", nil), ("-1", nil), ("1X", nil), ("1GG", nil), ("1e3", nil),
            ("9999999T", nil), ("1..2", nil),
        ] as [(String, Int?)]
    )
    func sizesAreReadAsPeopleWriteThem(text: String, bytes: Int?) {
        #expect(ByteSize(argument: text)?.byteCount == bytes)
    }

    @Test(arguments: [
        (2 << 30, "2G"), (1_000, "1000"), (3 << 9, "1536"), (3 << 19, "1536K"), (0, "0"),
    ])
    func theLargestWholeUnitIsWritten(bytes: Int, text: String) {
        #expect(ByteSize(byteCount: bytes).description == text)
    }
}
