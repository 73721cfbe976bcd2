import Foundation
import TestSupport
import Testing

/// What an option is called is the program's matter: the library, whose sentences other programs print
/// too, names none.
@Suite struct FlagNamesTests {
    private static let modules = [
        "Leitong", "LeitongAlgorithms", "LeitongCore", "LeitongFiles", "LeitongFormats",
        "LeitongModel", "LeitongReport", "LeitongRun", "LeitongStorage",
    ]
    /// Arguments of another program.
    private static let exceptions = ["LegacyWordExtractor.swift"]

    /// Lines of code with a string that holds the name of an option.
    private static func flagStrings(in text: String) -> [Substring] {
        text.split(separator: "\n")
            .filter { line in
                !line.drop { $0 == " " }.hasPrefix("//")
                    && line.contains(/"[^"]*--[a-z][^"]*"/)
            }
    }

    @Test(arguments: modules)
    func noStringOfTheLibraryNamesAnOption(module: String) throws {
        let folder = Project.root.appendingPathComponent("Sources/\(module)")
        let files =
            FileManager.default.enumerator(atPath: folder.path)?
            .compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") } ?? []
        #expect(!files.isEmpty)
        for file in files where !Self.exceptions.contains(where: file.hasSuffix) {
            let text = try String(
                contentsOf: folder.appendingPathComponent(file),
                encoding: .utf8
            )
            #expect(Self.flagStrings(in: text).isEmpty, "\(file)")
        }
    }

    @Test func stringsAreLookedAtAndCommentsAreNot() {
        let code =
            "let a = \"see --exact\"\n// \"--exact\"\n  /// \"--exact\"\nlet b = \"a -- b\"\n"
        #expect(Self.flagStrings(in: code) == ["let a = \"see --exact\""])
    }
}
