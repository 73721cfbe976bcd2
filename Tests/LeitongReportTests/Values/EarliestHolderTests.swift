import LeitongReport
import Testing

@Suite struct EarliestHolderTests {
    @Test func anEarliestHolderHasNoEmptyMembers() {
        let alone = EarliestHolder(name: "a", date: "2024")
        #expect(alone.ties == nil && alone.unknown == nil)
        let other = EarliestHolder(name: "a", date: "2024", ties: ["b"], unknown: 2)
        #expect(other.ties == ["b"] && other.unknown == 2)
    }
}
