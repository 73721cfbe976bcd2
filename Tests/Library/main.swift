import Leitong

// What a stranger's program does with the library: nothing else is imported.
// Scripts/check-library.sh builds it as a package of its own, outside the project, and runs it.

/// The word that a module must not take away.
func sum(_ numbers: some Collection<Int>) -> Int { numbers.reduce(0, +) }

func check(_ isSo: Bool, _ what: String) {
    if !isSo { fatalError(what) }
}

let speech = "渡口新修的石阶一共三十六级，每一级都刻着捐资人的名字，涨水的时候只露出最上面的五级。"
let other = "听老人讲，渡口新修的石阶一共三十六级，每一级都刻着捐资人的名字，后来都磨平了。"

// Finds in strings, and goes through the rows.
let corpus = Corpus([InputText(id: "speech", text: speech), InputText(id: "other", text: other)])
let context = RunContext(threads: 2, memory: MemoryBudget(limit: 1 << 28))
let report = try await Finder().find(in: corpus, context: context)
let lengths = report.passages.map(\.a.range.count)
check(lengths.count == 1 && sum(lengths) > 25, "one passage stands in both")
var bytes = 0
JSONLinesWriter().write(report) { bytes += $0.count }
check(bytes > 0, "rows are written as they are made")

// Scores two strings.
let pair = try await Scorer().score(speech, other)
check(pair.aCovered > 0.5 && pair.bCovered > 0.5, "more than half of either stands in the other")

// Finds what can go.
let twice = Corpus([InputText(id: "a", text: speech), InputText(id: "b", text: speech)])
let removals = try await Deduplicator().deduplicate(twice).removals
check(removals.map { twice.documents[$0.item].name } == ["b"], "the second goes")

// Compares two signatures, one of which was stored.
let stored = MinHashSignature(of: speech).bytes
let similarity = try MinHashSignature(bytes: stored).jaccard(with: MinHashSignature(of: other))
check(similarity > 0.2 && similarity < 0.9, "they are somewhat alike")
let mine = Shingles(hashes: [1, 2, 3])
check(mine.jaccard(with: Shingles(hashes: [2, 3, 4])) == 0.5, "shingles of one's own")

// Cancels.
let task = Task { try await Finder().find(in: corpus) }
task.cancel()
check((try? await task.value) == nil, "a cancelled run ends in an error")
print("ok: \(report.passages.count) passage, \(pair.longest) characters, \(bytes) bytes of rows")
