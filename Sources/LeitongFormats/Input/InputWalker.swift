public import LeitongModel

/// Finds the files below the paths of the command line, in an order that depends on names only.
///
/// A file is one, by however many links and paths it is reached: it is told by the first of its names
/// in the order of bytes.
///
/// Below a folder, names that begin with a dot are left out, and so is what the folder's
/// `.leitongignore` or the patterns name; all of these are counted. A path that is named itself is
/// always read.
public struct InputWalker {
    /// What was found.
    public struct Result: Sendable {
        /// Files to be read, each once.
        public internal(set) var files: [InputFile] = []
        /// Of each of them whether it is known: given to be compared with, and not as new.
        public internal(set) var isKnown: [Bool] = []
        /// Other names of those files, in the order of bytes.
        public internal(set) var furtherNames: [FurtherName] = []
        /// Files that list what is left out.
        public internal(set) var patternFiles: [InputFile] = []
        /// What could not be walked.
        public internal(set) var skipped: [SkippedInput] = []
        /// Files and folders left out by name or pattern.
        public internal(set) var ignoredCount = 0

        /// Leaves files out, with all their names.
        ///
        /// - Parameter isLeftOut: Says of a file whether it is left out.
        public mutating func leaveOut(where isLeftOut: (InputFile) -> Bool) {
            let kept = files.indices.filter { !isLeftOut(files[$0]) }
            guard kept.count < files.count else { return }
            isKnown = kept.map { isKnown[$0] }
            files = kept.map { files[$0] }
            let paths = Set(files.map(\.path))
            furtherNames.removeAll { !paths.contains($0.file) }
        }
    }

    private var include: [GlobPattern]
    private let exclude: [GlobPattern]
    private var result = Result()
    private var found = FoundNames()

    /// Name of the file that lists what is left out of a folder.
    static let ignoreFileName = ".leitongignore"

    /// Creates a walker.
    ///
    /// - Parameters:
    ///   - include: Below folders, only files that fit one of these patterns; all if empty.
    ///   - exclude: Below folders, what fits one of these is left out.
    public init(include: [String] = [], exclude: [String] = []) {
        self.include = include.map(GlobPattern.init)
        self.exclude = exclude.map(GlobPattern.init)
    }

    /// Walks the paths.
    ///
    /// - Parameters:
    ///   - paths: Files, folders, or `-` for standard input, in any order.
    ///   - known: The same of what those are to be compared with.
    /// - Returns: The files sorted by the bytes of their paths, standard input first.
    public consuming func walk(_ paths: [String], known: [String] = []) -> Result {
        for path in known { visitGiven(path) }
        found.endKnown()
        for path in paths { visitGiven(path) }
        let told = found.told()
        result.files = told.map(\.file)
        result.isKnown = told.map(\.isKnown)
        result.furtherNames = told.flatMap(\.further)
            .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        result.skipped.sort { ($0.path, $0.message) < ($1.path, $1.message) }
        // What was given twice is missing once.
        for index in result.skipped.indices.dropFirst().reversed()
        where result.skipped[index] == result.skipped[index - 1] {
            result.skipped.remove(at: index)
        }
        return result
    }

    private mutating func visitGiven(_ path: String) {
        if path == "-" {
            found.addStandardInput()
        } else {
            visitNamed(Array(path.utf8))
        }
    }

    /// A path from the command line, which may be a pattern that no shell has expanded.
    private mutating func visitNamed(_ path: [UInt8]) {
        let marks = "*?[".utf8
        if let mark = path.firstIndex(where: { marks.contains($0) }),
            (try? FileSystem.status(path)) == nil
        {
            visitPattern(path, mark: mark)
        } else {
            visit(path, below: nil, ancestors: [])
        }
    }

    /// Walks the folder before the first mark, for what fits the pattern and what is below that.
    private mutating func visitPattern(_ path: [UInt8], mark: Int) {
        let slash = UInt8(ascii: "/")
        let start = path[..<mark].lastIndex(of: slash).map { $0 + 1 } ?? 0
        let folder = start == 0 ? Array("./".utf8) : Array(path[..<start])
        let pattern = "/" + String(decoding: path[start...], as: UTF8.self)
        let usual = include
        let first = found.count
        let ignored = result.ignoredCount
        include = [GlobPattern(pattern), GlobPattern(pattern + "/**")]
        visit(folder, below: nil, ancestors: [])
        include = usual
        // What a pattern does not name was not left out: it was never asked for.
        result.ignoredCount = ignored
        // As it was given: without the ./ that was added for the walk.
        if start == 0 { found.dropPrefix(ofLength: 2, from: first) }
        if found.count == first { skip(path, .notFound, "no file fits the pattern") }
    }

    /// Where a walk stands: the folder it began in, and the patterns that hold there.
    private struct Root {
        var pathLength: Int
        var ignore: [(base: Int, pattern: GlobPattern)]
    }

    private mutating func visit(
        _ path: [UInt8],
        below root: Root?,
        ancestors: [FileSystem.Identity]
    ) {
        let status: (kind: FileSystem.Kind, identity: FileSystem.Identity)
        do throws(FileSystem.Failure) {
            status = try FileSystem.status(path)
        } catch {
            if let root, isLeftOut(path, isFolder: false, root) {
                result.ignoredCount += 1
            } else {
                skip(path, error.reason, error.words)
            }
            return
        }
        if let root, isLeftOut(path, isFolder: status.kind == .folder, root) {
            result.ignoredCount += 1
            return
        }
        switch status.kind {
        case .file:
            found.add(path, status.identity, below: ancestors)
        case .folder where ancestors.contains(status.identity):
            skip(path, .linkLoop, "the link leads back to a folder that holds it")
        case .folder:
            walkFolder(path, below: root, ancestors: ancestors + [status.identity])
        case .other:
            let failure = FileSystem.Failure.notAFile
            skip(path, failure.reason, failure.words)
        }
    }

    private mutating func walkFolder(
        _ path: [UInt8],
        below root: Root?,
        ancestors: [FileSystem.Identity]
    ) {
        let names: [[UInt8]]
        do throws(FileSystem.Failure) {
            names = try FileSystem.names(in: path)
        } catch {
            skip(path, error.reason, error.words)
            return
        }
        let slash = UInt8(ascii: "/")
        let prefix = path.last == slash ? path : path + [slash]
        var root = root ?? Root(pathLength: prefix.count, ignore: [])
        if names.contains(Array(Self.ignoreFileName.utf8)) {
            root.ignore += ignorePatterns(in: prefix)
        }
        for name in names {
            if name.first == UInt8(ascii: ".") {
                if name != Array(Self.ignoreFileName.utf8) { result.ignoredCount += 1 }
                continue
            }
            visit(prefix + name, below: root, ancestors: ancestors)
        }
    }

    private func isLeftOut(_ path: [UInt8], isFolder: Bool, _ root: Root) -> Bool {
        let relative = Array(path[root.pathLength...])
        if exclude.contains(where: { $0.matches(relative, isFolder: isFolder) }) { return true }
        let isIgnored = root.ignore.contains { base, pattern in
            pattern.matches(Array(path[base...]), isFolder: isFolder)
        }
        if isIgnored { return true }
        guard !isFolder, !include.isEmpty else { return false }
        return !include.contains { $0.matches(relative, isFolder: false) }
    }

    private mutating func ignorePatterns(
        in prefix: [UInt8]
    ) -> [(base: Int, pattern: GlobPattern)] {
        let file = InputFile(systemPath: prefix + Array(Self.ignoreFileName.utf8))
        result.patternFiles.append(file)
        guard let bytes = try? FileSystem.contents(of: file, limit: 1 << 20) else { return [] }
        return String(decoding: bytes, as: UTF8.self)
            .split(whereSeparator: \.isNewline)
            .map { Self.trimmed($0) }
            .filter { !$0.isEmpty && $0.first != "#" }
            .map { (prefix.count, GlobPattern(String($0))) }
    }

    /// A line without white space around it, and without the byte order mark some editors write.
    private static func trimmed(_ line: Substring) -> Substring {
        var line = line.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        while line.last?.isWhitespace == true { line.removeLast() }
        return line
    }

    private mutating func skip(_ path: [UInt8], _ reason: SkippedInput.Reason, _ message: String) {
        result.skipped.append(
            SkippedInput(
                path: String(decoding: path, as: UTF8.self),
                reason: reason,
                message: message
            )
        )
    }
}
