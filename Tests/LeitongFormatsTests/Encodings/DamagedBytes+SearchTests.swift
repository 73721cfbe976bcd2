import Testing

@testable import LeitongFormats
@testable import LeitongModel

@Suite struct DamagedBytesSearchTests {
    @Test func badBytesAreCountedAndTheFirstAreNamed() {
        let bytes: [UInt8] =
            [0xC4, 0xE3, 0xFF, 0xBA, 0xC3, 0xFF] + Array(repeating: 0xFF, count: 20)
        let damage = DamagedBytes(in: bytes, encoding: "GB18030")
        #expect(damage.count == 22)
        #expect(damage.offsets == [2, 5, 6, 7, 8, 9, 10, 11, 12, 13])
        #expect(DamagedBytes(in: [0x61], encoding: "GB18030") == DamagedBytes())
        let marked: [UInt8] = [0xEF, 0xBB, 0xBF, 0x61, 0xFF]
        #expect(DamagedBytes(in: marked, encoding: "UTF-8", from: 3).offsets == [4])
    }
}
