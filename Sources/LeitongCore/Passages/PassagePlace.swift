/// Where a passage stands, for sorting.
struct PassagePlace: Equatable {
    var a: Range<Int>
    var b: Range<Int>

    /// By first place, then by second, the longer first.
    static func precedes(_ p: PassagePlace, _ q: PassagePlace) -> Bool {
        (p.a.lowerBound, p.b.lowerBound, q.a.upperBound, q.b.upperBound)
            < (q.a.lowerBound, q.b.lowerBound, p.a.upperBound, p.b.upperBound)
    }
}

extension Passage {
    /// Where it stands.
    var place: PassagePlace { PassagePlace(a: a, b: b) }
}

extension Array {
    /// The elements in the order of their places; those of one place keep theirs.
    ///
    /// Places are sorted, and each element is copied once: passages hold arrays, which would be
    /// retained and released with every comparison.
    ///
    /// - Parameter place: The place of an element.
    /// - Returns: All elements.
    /// - Complexity: As sorting; linear if they are in order.
    func sorted(byPlace place: (Element) -> PassagePlace) -> [Element] {
        // Most have one element, or are in order.
        let areInOrder = indices.dropFirst()
            .allSatisfy { !PassagePlace.precedes(place(self[$0]), place(self[$0 - 1])) }
        if areInOrder { return self }
        var places = self.enumerated().map { (place: place($0.element), index: $0.offset) }
        places.sort { p, q in
            if PassagePlace.precedes(p.place, q.place) { return true }
            return p.index < q.index && !PassagePlace.precedes(q.place, p.place)
        }
        return places.map { self[$0.index] }
    }
}
