import Foundation
import TestSupport
import Testing

@Suite struct SampleFolderTests {
    @Test func filesAndTruthAreWritten() throws {
        let folder = try TemporaryFolder()
        let sample = NotesSample()
        let notes = folder.url.appendingPathComponent("notes")
        try SampleFolder.write(sample.files, to: notes, truth: sample.truth)
        let file = sample.files[0]
        let written = try Data(contentsOf: notes.appendingPathComponent(file.path))
        #expect(Array(written) == file.bytes)
        let truth = try Data(contentsOf: folder.url.appendingPathComponent("notes-truth.json"))
        #expect(try JSONDecoder().decode(SampleTruth.self, from: truth) == sample.truth)
    }

    /// Writes all samples where a person can search them: `LEITONG_SAMPLES=FOLDER`.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["LEITONG_SAMPLES"] != nil))
    func theSamplesAreWrittenForPeople() throws {
        let path = try #require(ProcessInfo.processInfo.environment["LEITONG_SAMPLES"])
        let folder = URL(fileURLWithPath: path)
        let (notes, essays, editions) = (NotesSample(), EssaysSample(), EditionsSample())
        let names = ["notes", "essays", "editions"].map(folder.appendingPathComponent)
        try SampleFolder.write(notes.files, to: names[0], truth: notes.truth)
        try SampleFolder.write(essays.files, to: names[1], truth: essays.truth)
        try SampleFolder.write(editions.files, to: names[2], truth: editions.truth)
    }
}
