import LeitongModel
import TestSupport
import Testing

@testable import LeitongCLI

@Suite struct OutputPlacesTests {
    private func places(_ arguments: [String], _ files: [String]) throws -> [String] {
        try OutputPlaces(arguments: arguments)
            .places(of: files.map { InputFile(path: $0) })
            .map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func pathsBelowTheDeepestCommonFolderAreKept() throws {
        #expect(try places(["/a/b/*.txt"], ["/a/b/1.txt", "/a/b/2.txt"]) == ["1.txt", "2.txt"])
        #expect(
            try places(["/a/b/x.txt", "/a/c/y.txt"], ["/a/b/x.txt", "/a/c/y.txt"])
                == ["b/x.txt", "c/y.txt"]
        )
        #expect(try places(["/a/b/../c/x.txt"], ["/a/./c/x.txt"]) == ["x.txt"])
    }

    @Test func aFolderIsItsOwnBase() throws {
        let folder = try TemporaryFolder()
        try folder.write("x", to: "deep/a.txt")
        let path = folder.path
        #expect(try places([path], [path + "/deep/a.txt"]) == ["deep/a.txt"])
    }

    @Test func whatHasNoPlaceOfItsOwnIsRefused() {
        #expect(throws: CommandError.self) { try places(["-"], ["-"]) }
        #expect(throws: CommandError.self) { try places(["/a/x"], ["/a/x", "/a/./x"]) }
    }
}
