import Foundation
import Leitong
import LeitongFiles
import TestSupport
import Testing

@Suite struct LoaderTemplatesTests {
    @Test func aTemplateIsNoDocumentByWhateverName() async throws {
        let folder = try TemporaryFolder()
        let form = try folder.write("姓名、班级、日期", to: "forms/form.txt")
        try folder.write("我的回答", to: "a.txt")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/link.txt",
            withDestinationPath: form
        )
        let templates = try await Loader().templates(paths: [form])
        #expect(templates.paths == [form])
        let corpus = try await Loader().load(paths: [folder.path], besides: templates)
        #expect(corpus.units.map(\.name) == [folder.path + "/a.txt"])
        let all = try await Loader().load(paths: [folder.path])
        #expect(all.units.count == 2)
    }

    @Test func theyStandInTheOrderOfTheirPaths() async throws {
        let folder = try TemporaryFolder()
        let paths = try ["b.txt", "a.txt"].map { try folder.write("表格 \($0)", to: $0) }
        let templates = try await Loader().templates(paths: paths)
        #expect(templates.paths == paths.reversed())
    }

    @Test func oneThatCannotBeReadIsAnError() async throws {
        let folder = try TemporaryFolder()
        let empty = try folder.write("", to: "empty.txt")
        let binary = try folder.write([0, 0, 1, 0], to: "binary.txt")
        for path in [empty, binary, folder.path + "/none.txt"] {
            let error = await #expect(throws: LeitongError.self) {
                try await Loader().templates(paths: [path])
            }
            #expect(error?.description.contains(path) == true)
        }
        try FileManager.default.createDirectory(
            atPath: folder.path + "/void",
            withIntermediateDirectories: false
        )
        let error = await #expect(throws: LeitongError.self) {
            try await Loader().templates(paths: [folder.path + "/void"])
        }
        #expect(error?.description.hasSuffix("holds no text") == true)
    }
}
