import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct PassagePlaceTests {
    @Test(arguments: 0..<40)
    func sortsAsAStableSortOfPlaces(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let places = (0..<30)
            .map { number in
                let a = Int.random(in: 0...3, using: &random)
                let b = Int.random(in: 0...3, using: &random)
                let length = Int.random(in: 1...2, using: &random)
                return (place: PassagePlace(a: a..<a + length, b: b..<b + length), number: number)
            }
        // By first place, then second, the longer first; then as they came.
        let expected = places.sorted {
            (
                $0.place.a.lowerBound, $0.place.b.lowerBound, -$0.place.a.count, -$0.place.b.count,
                $0.number
            )
                < (
                    $1.place.a.lowerBound, $1.place.b.lowerBound, -$1.place.a.count,
                    -$1.place.b.count, $1.number
                )
        }
        let sorted = places.sorted(byPlace: { $0.place })
        #expect(sorted.map(\.number) == expected.map(\.number))
        #expect(sorted.sorted(byPlace: { $0.place }).map(\.number) == expected.map(\.number))
    }
}
