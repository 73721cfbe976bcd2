extension PassageEdit {
    /// The stretch as one of paragraphs; what stands under a redaction mark is shown in its place.
    var segment: DifferenceSegment {
        let kind: DifferenceSegment.Kind =
            switch self.kind {
            case .equal: .equal
            case .replaced, .redacted: .replaced
            case .inserted: .inserted
            case .deleted: .deleted
            }
        return DifferenceSegment(kind: kind, a: a ?? "", b: b ?? "")
    }
}
