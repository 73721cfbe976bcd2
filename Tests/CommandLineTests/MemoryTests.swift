import Foundation
import TestSupport
import Testing

/// `--memory-limit` and `--temporary-directory`: the same output, and nothing left behind.
@Suite struct MemoryTests {
    private static let arguments = ["find", "corpus", "--format", "json", "--threads", "2"]

    @Test func outputDoesNotDependOnTheLimit() throws {
        let scratch = try TemporaryFolder()
        let plain = try ProgramRun(Self.arguments, in: Project.root)
        let limited = try ProgramRun(
            Self.arguments + [
                "--memory-limit", "64M", "--temporary-directory", scratch.path, "--stats",
            ],
            in: Project.root
        )
        #expect(plain.status == 0 && limited.status == 0)
        #expect(plain.output == limited.output)
        #expect(limited.errors.contains("67108864 bytes of memory allowed, "))
        #expect(limited.errors.contains(" bytes written to \(scratch.path)\n"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
    }

    @Test(arguments: [
        ("63M", "--memory-limit must be at least 64M"), ("1", "must be at least 64M"),
        ("much", "The value 'much' is invalid"), ("-1G", "memory-limit"), ("2X", "'2X' is invalid"),
    ])
    func limitsThatCannotBeHonouredAreRefused(limit: String, message: String) throws {
        let run = try ProgramRun(["find", "corpus", "--memory-limit", limit], in: Project.root)
        #expect(run.status == 2)
        #expect(run.errors.contains(message))
    }

    @Test(arguments: ["64M", "65536K", "65536KiB", "0.0625G", "67108864", "68MB", "1t"])
    func sizesAreReadAsPeopleWriteThem(size: String) throws {
        let run = try ProgramRun(
            ["find", "-", "--memory-limit", size, "--stats"],
            input: Data("一二三四五六七八九十一二三四".utf8)
        )
        #expect(run.status == 0)
        let limit = ["68MB": 68_000_000, "1t": 1 << 40][size] ?? 64 << 20
        #expect(run.errors.contains("\(limit) bytes of memory allowed"))
    }

    @Test func foldersThatCannotBeUsedAreNamed() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("text", to: "file")
        let output = folder.path + "/report"
        for place in [file, folder.path + "/missing", "/proc"] {
            let run = try ProgramRun(
                Self.arguments + ["--temporary-directory", place, "--output", output],
                in: Project.root
            )
            #expect(run.status == 2)
            #expect(run.errors.hasPrefix("leitong: scratch space in \(place): "))
        }
        // Named by the environment, it is looked at when it is needed.
        let run = try ProgramRun(
            Self.arguments + ["--memory-limit", "64M", "--output", output],
            in: Project.root,
            environment: ["TMPDIR": file]
        )
        #expect(run.status == 2)
        #expect(run.errors.contains("scratch space in \(file): it is no folder"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["file"])
    }

    /// A limit on the size of files stands for a full disk.
    @Test func fullDiskLeavesNothing() throws {
        let folder = try TemporaryFolder()
        let limited = #"ulimit -f 40; exec "$0" "$@""#
        let arguments =
            ["-c", limited, Project.program.path] + Self.arguments + [
                "--output", "\(folder.path)/r",
            ]
        let scratch = try ProgramRun(
            arguments + ["--memory-limit", "64M", "--temporary-directory", folder.path],
            of: URL(fileURLWithPath: "/bin/sh"),
            in: Project.root
        )
        #expect(scratch.status == 2)
        #expect(scratch.errors.contains("a file may not become so large there"))
        let output = try ProgramRun(
            arguments,
            of: URL(fileURLWithPath: "/bin/sh"),
            in: Project.root
        )
        #expect(output.status == 2)
        #expect(output.errors.contains("r: cannot be written: "))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
}
