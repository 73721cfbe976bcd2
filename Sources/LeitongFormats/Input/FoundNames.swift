import LeitongModel

/// The names of files that a walk came upon, and which of them tells each file.
///
/// Names come in two walks: first of what others are to be compared with (known), then of what is
/// given as new. What is given in both ways is new only, so that no text is compared with itself.
struct FoundNames {
    /// A name of a file.
    private struct Name {
        var path: [UInt8]
        var identity: FileSystem.Identity
        var kind: Kind
    }

    /// How a name was given.
    private enum Kind {
        /// To be compared with, and not as new.
        case known
        /// As new, and by the same name to be compared with.
        case both
        /// As new.
        case new
    }

    /// Where a file stands: a folder, by whatever path, and the name in it.
    private struct Place: Hashable {
        var folder: FileSystem.Identity
        var name: [UInt8]
    }

    private var names: [Name] = []
    private var isWalkingKnown = true
    private var knownPlaces: Set<Place> = []
    private var knownFolders: Set<FileSystem.Identity> = []

    /// What stands for standard input, which is like no file: no device has this number.
    private static let standardInput = FileSystem.Identity(device: .max, node: .max)

    /// Number of the names.
    var count: Int { names.count }

    /// Adds standard input.
    mutating func addStandardInput() {
        let kind = isWalkingKnown ? Kind.known : .new
        names.append(Name(path: [], identity: Self.standardInput, kind: kind))
    }

    /// Adds a name.
    ///
    /// - Parameters:
    ///   - path: The path that leads to a file.
    ///   - identity: Which file that is.
    ///   - folders: The folders that were walked on the way; none for a file that was named itself.
    mutating func add(
        _ path: [UInt8],
        _ identity: FileSystem.Identity,
        below folders: [FileSystem.Identity]
    ) {
        names.append(Name(path: path, identity: identity, kind: kind(of: path, below: folders)))
    }

    private mutating func kind(of path: [UInt8], below folders: [FileSystem.Identity]) -> Kind {
        if !isWalkingKnown, knownPlaces.isEmpty { return .new }
        let place = folders.last.map { Place(folder: $0, name: Self.lastName(of: path)) }
        guard let place = place ?? Self.place(of: path) else { return .new }
        if isWalkingKnown {
            knownFolders.formUnion(folders)
            knownPlaces.insert(place)
            return .known
        }
        guard knownPlaces.contains(place) else { return .new }
        // Below a folder of which the known ones are a part, as in `find . --against old`.
        if let root = folders.first, !knownFolders.contains(root) { return .known }
        return .both
    }

    /// Ends the walk over what others are to be compared with.
    mutating func endKnown() {
        isWalkingKnown = false
    }

    /// Takes bytes off the beginning of the names from a position on.
    mutating func dropPrefix(ofLength length: Int, from first: Int) {
        for index in first..<names.count { names[index].path.removeFirst(length) }
    }

    /// A file as it is told.
    struct Told {
        var file: InputFile
        var isKnown: Bool
        var further: [FurtherName]
    }

    /// Each file once, in the order of the bytes of the names that tell them.
    ///
    /// - Complexity: O(n log n) comparisons of n names.
    consuming func told() -> [Told] {
        let new = newFiles()
        // What is new is told by a name that it has as such: the others come last, and tell no file.
        let isSecond = { (name: Name) in name.kind == .known && new.contains(name.identity) }
        names.sort { a, b in
            let (aIsSecond, bIsSecond) = (isSecond(a), isSecond(b))
            if aIsSecond != bIsSecond { return bIsSecond }
            return a.path.lexicographicallyPrecedes(b.path)
        }
        var spellings: Set<[UInt8]> = []
        var positions: [FileSystem.Identity: Int] = [:]
        var told: [Told] = []
        for name in names where spellings.insert(Self.plain(name.path)).inserted {
            if let position = positions[name.identity] {
                told[position].further
                    .append(
                        FurtherName(
                            path: InputFile(systemPath: name.path).path,
                            file: told[position].file.path
                        )
                    )
                continue
            }
            positions[name.identity] = told.count
            let file =
                name.identity == Self.standardInput
                ? InputFile(path: "-") : InputFile(systemPath: name.path)
            let isKnown = !new.contains(name.identity)
            told.append(Told(file: file, isKnown: isKnown, further: []))
        }
        return told
    }

    /// The files that are new: given as such by any name.
    private func newFiles() -> Set<FileSystem.Identity> {
        let new = Set(names.lazy.filter { $0.kind != .known }.map(\.identity))
        if names.contains(where: { $0.kind == .known && !new.contains($0.identity) }) { return new }
        // Nothing would be left to compare with: what is given in both ways by one name is known.
        return Set(names.lazy.filter { $0.kind == .new }.map(\.identity))
    }

    /// A path without `.` and empty names, so that `./a` and `a` are one name.
    private static func plain(_ path: [UInt8]) -> [UInt8] {
        let names = path.split(separator: slash).filter { $0 != [UInt8(ascii: ".")] }
        return (path.first == slash ? [slash] : []) + names.joined(separator: [slash])
    }

    private static func lastName(of path: [UInt8]) -> [UInt8] {
        path.split(separator: slash).last.map { Array($0) } ?? []
    }

    /// Where a file stands that was named itself; `nil` if its folder cannot be looked at.
    private static func place(of path: [UInt8]) -> Place? {
        let parent = path.lastIndex(of: slash).map { Array(path[...$0]) } ?? [UInt8(ascii: ".")]
        guard let status = try? FileSystem.status(parent) else { return nil }
        return Place(folder: status.identity, name: lastName(of: path))
    }

    private static let slash = UInt8(ascii: "/")
}
