import Foundation
import TestSupport
import Testing

/// The README's examples are what the program prints.
@Suite struct ReadmeTests {
    @Test func everyLineOfAnExampleIsRealOutput() throws {
        let readme = try String(
            contentsOf: Project.root.appendingPathComponent("README.md"),
            encoding: .utf8
        )
        let examples = readme.components(separatedBy: "```console\n$ leitong ").dropFirst()
        #expect(examples.count == 2)
        for example in examples {
            let lines = example.components(separatedBy: "\n```")[0].components(separatedBy: "\n")
            let arguments = lines[0].components(separatedBy: " ")
            let run = try ProgramRun(arguments, in: Project.root)
            #expect(run.status == 0)
            let printed = Set(run.text.components(separatedBy: "\n"))
            for line in lines.dropFirst() where line != "…" {
                #expect(printed.contains(line), "\(line)")
            }
        }
    }
}
