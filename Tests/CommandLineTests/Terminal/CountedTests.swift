import Testing

@testable import LeitongCLI

@Suite struct CountedTests {
    @Test(arguments: [
        (0, "0 files"), (1, "1 file"), (999, "999 files"), (1_000, "1,000 files"),
        (1_234_567, "1,234,567 files"),
    ])
    func numbersHaveTheirNoun(number: Int, text: String) {
        #expect(Counted.text(number, "file") == text)
    }

    @Test func theFirstPluralIsTheNoun() {
        #expect(Counted.words("runs in many places", for: 1) == "run in many places")
        #expect(Counted.words("runs in many places", for: 2) == "runs in many places")
    }
}
