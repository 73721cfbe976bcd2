/// A file-name pattern: `*`, `?` and `[abc]` stay inside a name, `**` crosses folders.
///
/// A pattern without a slash is held against the name alone, one with a slash against the path
/// below the folder being walked; a slash at the end means folders. As in `.gitignore`.
struct GlobPattern: Sendable {
    private let pattern: [UInt8]
    private let isForWholePath: Bool
    private let isForFolders: Bool

    init(_ text: String) {
        var bytes = Array(text.utf8)
        isForFolders = bytes.last == UInt8(ascii: "/")
        if isForFolders { bytes.removeLast() }
        isForWholePath = bytes.contains(UInt8(ascii: "/"))
        if bytes.first == UInt8(ascii: "/") { bytes.removeFirst() }
        pattern = bytes
    }

    /// Whether the pattern fits.
    ///
    /// - Parameters:
    ///   - path: Path below the folder, without a slash at either end.
    ///   - isFolder: Whether it is a folder.
    func matches(_ path: [UInt8], isFolder: Bool) -> Bool {
        if isForFolders, !isFolder { return false }
        let slash = path.lastIndex(of: UInt8(ascii: "/"))
        let subject = isForWholePath ? path[...] : path[(slash.map { $0 + 1 } ?? 0)...]
        return Self.matches(pattern[...], subject)
    }

    private static func matches(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
        guard let first = pattern.first else { return text.isEmpty }
        switch first {
        case UInt8(ascii: "*"):
            return matchesStar(pattern, text)
        case UInt8(ascii: "?"):
            guard let byte = text.first, byte != UInt8(ascii: "/") else { return false }
            // A name of several bytes counts as one character.
            let rest = text.dropFirst().drop { $0 & 0xC0 == 0x80 }
            return matches(pattern.dropFirst(), rest)
        case UInt8(ascii: "["):
            guard let close = pattern.dropFirst(2).firstIndex(of: UInt8(ascii: "]")) else {
                return text.first == first && matches(pattern.dropFirst(), text.dropFirst())
            }
            guard let byte = text.first, isIn(pattern[(pattern.startIndex + 1)..<close], byte) else {
                return false
            }
            return matches(pattern[(close + 1)...], text.dropFirst())
        default:
            return text.first == first && matches(pattern.dropFirst(), text.dropFirst())
        }
    }

    private static func matchesStar(
        _ pattern: ArraySlice<UInt8>,
        _ text: ArraySlice<UInt8>
    ) -> Bool {
        let star = UInt8(ascii: "*")
        let crosses = pattern.dropFirst().first == star
        var rest = pattern.drop { $0 == star }
        // `**/x` fits x at any depth, none included.
        if crosses, rest.first == UInt8(ascii: "/"), matches(rest.dropFirst(), text) { return true }
        if crosses, rest.isEmpty { return true }
        var remaining = text
        while true {
            if matches(rest, remaining) { return true }
            guard let byte = remaining.first, crosses || byte != UInt8(ascii: "/") else {
                return false
            }
            remaining = remaining.dropFirst()
            if rest.first == star { rest = rest.drop { $0 == star } }
        }
    }

    private static func isIn(_ set: ArraySlice<UInt8>, _ byte: UInt8) -> Bool {
        let isNegated = set.first == UInt8(ascii: "!") || set.first == UInt8(ascii: "^")
        let members = Array(isNegated ? set.dropFirst() : set)
        var isMember = false
        var index = 0
        while index < members.count {
            if index + 2 < members.count, members[index + 1] == UInt8(ascii: "-") {
                isMember = isMember || (members[index] <= byte && byte <= members[index + 2])
                index += 3
            } else {
                isMember = isMember || members[index] == byte
                index += 1
            }
        }
        return isMember != isNegated && byte != UInt8(ascii: "/")
    }
}
