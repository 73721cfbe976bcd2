/// Text of the most frequent characters, drawn one by one: nothing but what was copied agrees for long.
package enum RandomChinese {
    private static let alphabet = Array("的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说")

    /// One character.
    package static func character(using generator: inout SplitMix64) -> Character {
        alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
    }

    /// A paragraph.
    package static func paragraph(length: Int, using generator: inout SplitMix64) -> String {
        String((0..<length).map { _ in character(using: &generator) })
    }
}
