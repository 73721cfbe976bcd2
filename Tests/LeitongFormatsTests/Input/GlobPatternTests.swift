import Testing

@testable import LeitongFormats

@Suite struct GlobPatternTests {
    private func fits(_ pattern: String, _ path: String, isFolder: Bool = false) -> Bool {
        GlobPattern(pattern).matches(Array(path.utf8), isFolder: isFolder)
    }

    @Test(arguments: [
        ("*.txt", "a.txt"), ("*.txt", "b/c/a.txt"), ("a?c", "abc"), ("a?c", "a中c"),
        ("[abc].md", "b.md"),
        ("[a-c]x", "bx"), ("[!a-c]x", "dx"), ("[^a]x", "bx"), ("[一二].txt", "二.txt"), ("[]]", "]"),
        ("[a", "[a"),
        ("[a-]", "-"), ("/a.txt", "a.txt"), ("b/*.txt", "b/a.txt"), ("b/**", "b/c/d.txt"),
        ("**", "a/b/c"),
        ("**/x.txt", "x.txt"), ("**/x.txt", "a/b/x.txt"), ("a/**/z", "a/z"), ("a/**/z", "a/b/c/z"),
        ("a**/z", "ab/c/z"), ("*", "a"), ("**.txt", "a.txt"), ("报告*", "讲话/报告一.docx"), ("😀?", "😀é"),
    ])
    func fitsPaths(pattern: String, path: String) {
        #expect(fits(pattern, path))
    }

    @Test(arguments: [
        ("*.txt", "a.md"), ("*.txt", "a.txt/b"), ("/a.txt", "b/a.txt"), ("b/*.txt", "b/c/a.txt"),
        ("b/*.txt", "c/b/a.txt"), ("a?c", "ac"), ("a/?", "a//"), ("[a-c]x", "dx"),
        ("[!a-c]x", "ax"),
        ("[一二].txt", "三.txt"), ("**/x.txt", "ax.txt"), ("a/**/z", "az"), ("a", "A"), ("", "a"),
        ("recipes/", "recipes"),
        ("a/b", "b"), ("?", "e\u{301}"),
    ])
    func fitsNot(pattern: String, path: String) {
        #expect(!fits(pattern, path))
    }

    @Test func aSlashAtTheEndMeansFolders() {
        #expect(fits("recipes/", "recipes", isFolder: true))
        #expect(fits("recipes/", "a/recipes", isFolder: true))
        #expect(fits("/recipes/", "recipes", isFolder: true))
        #expect(!fits("/recipes/", "a/recipes", isFolder: true))
        #expect(fits("recipes", "recipes", isFolder: true))
    }

    @Test func bytesOfBrokenNamesAreCharacters() {
        let broken: [UInt8] = Array("a".utf8) + [0xFF, 0xD6] + Array(".txt".utf8)
        #expect(GlobPattern("*.txt").matches(broken, isFolder: false))
        #expect(GlobPattern("a??.txt").matches(broken, isFolder: false))
        #expect(!GlobPattern("a?.txt").matches(broken, isFolder: false))
        #expect(
            GlobPattern("**/报.txt").matches([0xFF, 0x2F] + Array("报.txt".utf8), isFolder: false)
        )
    }

    @Test(.timeLimit(.minutes(1))) func manyStarsEndSoon() {
        let pattern = String(repeating: "*a", count: 60) + "b"
        #expect(!fits(pattern, String(repeating: "a", count: 250)))
        #expect(
            !fits(
                String(repeating: "**/", count: 60) + "b",
                String(repeating: "a/", count: 120) + "a"
            )
        )
    }
}
