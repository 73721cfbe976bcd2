import TestSupport
import Testing

@testable import LeitongCLI

@Suite struct SectionReferenceTests {
    @Test(
        arguments: [
            ("a.txt#3", "a.txt", 3), ("a#b#12", "a#b", 12), ("a.txt", "a.txt", nil),
            ("a#", "a#", nil), ("a#0", "a#0", nil), ("a#-1", "a#-1", nil), ("a#x", "a#x", nil),
            ("#1", "", 1),
        ] as [(String, String, Int?)]
    )
    func theLastMarkParts(argument: String, path: String, section: Int?) {
        let reference = SectionReference(argument)
        #expect(reference.path == path)
        #expect(reference.section == section)
        #expect(reference.name == argument)
    }

    @Test func aFileOfThatNameIsThatFile() throws {
        let folder = try TemporaryFolder()
        try folder.write("x", to: "a#3")
        let path = folder.path + "/a#3"
        #expect(SectionReference(path).section == nil)
        #expect(SectionReference(path).path == path)
    }
}
