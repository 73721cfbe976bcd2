@_spi(Core) import LeitongCore
import LeitongStorage

/// The passages of a list with their final class.
struct ClassifiedPassages: RandomAccessCollection, Sendable {
    let list: PassageList
    /// What settles the classes that depend on both units.
    let texts: SharedTexts

    var startIndex: Int { 0 }
    var endIndex: Int { list.passages.count }

    subscript(position: Int) -> FoundPassage {
        var found = list.passages[position]
        found.matchClass = texts.resolved(
            found.matchClass,
            found.passage.a.lowerBound,
            found.passage.b.lowerBound
        )
        return found
    }
}
