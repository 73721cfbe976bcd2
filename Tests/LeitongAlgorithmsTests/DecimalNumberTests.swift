import LeitongAlgorithms
import TestSupport
import Testing

@Suite("Decimal numbers") struct DecimalNumberTests {
    @Test("are those of scaling and rounding") func rounds() {
        #expect(DecimalNumber.rounded(0.123449, to: 4) == 0.1234)
        #expect(DecimalNumber.rounded(0.12345, to: 4) == 0.1235)
        #expect(DecimalNumber.rounded(59.96, to: 1) == 60)
        #expect(DecimalNumber.rounded(0.12341, to: 4, .up) == 0.1235)
        #expect(DecimalNumber.rounded(-2.5, to: 0) == -3)
    }

    @Test("promise no more than is true, nor less for the error of a fraction")
    func roundsDown() {
        #expect(DecimalNumber.roundedDown(0.99999, to: 4) == 0.9999)
        for hundredths in 0...100 {
            #expect(
                DecimalNumber.roundedDown(Double(hundredths) / 100, to: 2) == Double(hundredths)
                    / 100
            )
        }
    }

    @Test("are all written", arguments: 0...100)
    func fixed(hundredths: Int) {
        let text = DecimalNumber.fixed(Double(hundredths) / 100, decimals: 2)
        #expect(text.utf8.count == 4)
        #expect(Double(text) == Double(hundredths) / 100)
    }

    @Test("of large numbers have commas between thousands") func grouped() {
        let expected = [
            0: "0", 7: "7", 999: "999", 1_000: "1,000", 24_310: "24,310", -1_234_567: "-1,234,567",
            -100: "-100",
        ]
        for (number, text) in expected { #expect(DecimalNumber.grouped(number) == text) }
        var random = SplitMix64(seed: 5)
        for _ in 0..<100 {
            let number = Int.random(in: .min ... .max, using: &random)
            let text = DecimalNumber.grouped(number)
            #expect(Int(text.filter { $0 != "," }) == number)
            let parts = text.drop { $0 == "-" }.split(separator: ",")
            #expect(parts.dropFirst().allSatisfy { $0.count == 3 } && parts[0].count <= 3)
        }
    }
}
