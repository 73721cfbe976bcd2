import TestSupport

/// What documents share, by looking at every run of so many characters.
struct PlainRuns {
    /// Characters of a run.
    let length: Int

    /// Runs of what was written for one document alone that stand in another as well.
    func shared(_ documents: [SampleDocument]) -> [String] {
        var holders: [String: Int] = [:]
        var shared: [String] = []
        for (number, document) in documents.enumerated() {
            let characters = document.characters.filter(\.isCounted)
            for run in runs(of: characters) where run.allSatisfy({ $0.origin == .own }) {
                let text = Array(run).plain.lowercased()
                if holders[text, default: number] != number { shared.append(text) }
                holders[text] = number
            }
        }
        return shared
    }

    /// Characters of a document that lie in runs which another one holds, neither of them common to
    /// all nor quoted.
    func covered(_ document: SampleDocument, by source: SampleDocument) -> Int {
        let known = Set(runs(of: Self.telling(source)).map { Array($0).plain })
        let characters = Self.telling(document)
        var covered: Set<Int> = []
        for run in runs(of: characters) where known.contains(Array(run).plain) {
            covered.formUnion(run.indices)
        }
        return covered.count
    }

    private static func telling(_ document: SampleDocument) -> SampleText {
        document.characters.filter {
            $0.isCounted && $0.origin != .common && $0.origin != .quotation
        }
    }

    private func runs(of text: SampleText) -> [ArraySlice<SampleCharacter>] {
        guard text.count >= length else { return [] }
        return (0...text.count - length).map { text[$0..<$0 + length] }
    }
}
