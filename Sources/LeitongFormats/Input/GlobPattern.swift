/// A file-name pattern: `*`, `?` and `[abc]` stay inside a name, `**` crosses folders.
///
/// A pattern without a slash is held against the name alone, one with a slash against the path
/// below the folder being walked; a slash at the end means folders. As in `.gitignore`, without its
/// negation. A character is a Unicode scalar, or a byte of a name that is no UTF-8.
struct GlobPattern: Sendable {
    private let tokens: [Token]
    private let isForWholePath: Bool
    private let isForFolders: Bool

    private enum Token: Equatable {
        case character(UInt32)
        case anyCharacter
        case oneOf([ClosedRange<UInt32>], isNegated: Bool)
        /// Any characters of a name.
        case name
        /// Any characters, slashes too.
        case path
        /// Any number of whole folders with their slashes.
        case folders
    }

    private static let slash: UInt32 = 0x2F

    init(_ text: String) {
        var scalars = text.unicodeScalars.map(\.value)
        isForFolders = scalars.last == Self.slash
        if isForFolders { scalars.removeLast() }
        isForWholePath = scalars.contains(Self.slash)
        if scalars.first == Self.slash { scalars.removeFirst() }
        tokens = Self.tokens(scalars)
    }

    /// Whether the pattern fits.
    ///
    /// - Parameters:
    ///   - path: Path below the folder, without a slash at either end.
    ///   - isFolder: Whether it is a folder.
    /// - Returns: Whether it fits.
    /// - Complexity: Length of the pattern times length of the path, whatever the stars.
    func matches(_ path: [UInt8], isFolder: Bool) -> Bool {
        if isForFolders, !isFolder { return false }
        let names = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let subject =
            isForWholePath
            ? Array(names.map(Self.characters).joined(separator: [Self.slash]))
            : Self.characters(names.last ?? [])
        // reached[i]: the tokens so far fit the first i characters.
        var reached = [Bool](repeating: false, count: subject.count + 1)
        reached[0] = true
        for token in tokens { Self.advance(&reached, over: token, subject) }
        return reached[subject.count]
    }

    /// Scalars of a name, or its bytes above those of all scalars where it is no UTF-8.
    private static func characters(_ name: ArraySlice<UInt8>) -> [UInt32] {
        if let text = String(validating: name, as: UTF8.self) {
            return text.unicodeScalars.map(\.value)
        }
        return name.map { $0 < 0x80 ? UInt32($0) : 0x11_0000 + UInt32($0) }
    }

    private static func advance(_ reached: inout [Bool], over token: Token, _ text: [UInt32]) {
        let before = reached
        var hasBegun = before[0]
        switch token {
        case .character, .anyCharacter, .oneOf: reached[0] = false
        case .name, .path, .folders: break
        }
        for index in text.indices {
            switch token {
            case .character, .anyCharacter, .oneOf:
                reached[index + 1] = before[index] && fits(text[index], token)
            case .name:
                reached[index + 1] = before[index + 1] || reached[index] && text[index] != slash
            case .path: reached[index + 1] = before[index + 1] || reached[index]
            case .folders:
                reached[index + 1] = before[index + 1] || hasBegun && text[index] == slash
                hasBegun = hasBegun || before[index + 1]
            }
        }
    }

    private static func fits(_ character: UInt32, _ token: Token) -> Bool {
        switch token {
        case .character(let wanted): character == wanted
        case .anyCharacter: character != slash
        case .oneOf(let ranges, let isNegated):
            character != slash && ranges.contains { $0.contains(character) } != isNegated
        case .name, .path, .folders: false
        }
    }

    private static func tokens(_ pattern: [UInt32]) -> [Token] {
        var tokens: [Token] = []
        var rest = pattern[...]
        while let first = rest.first {
            if let (set, end) = set(rest) {
                tokens.append(set)
                rest = rest[end...]
            } else if first == star {
                let isAtName = rest.startIndex == 0 || pattern[rest.startIndex - 1] == slash
                let behind = rest.drop { $0 == star }
                let isDouble = behind.startIndex - rest.startIndex > 1
                let isFolders = isDouble && isAtName && behind.first == slash
                tokens.append(isFolders ? .folders : isDouble ? .path : .name)
                rest = isFolders ? behind.dropFirst() : behind
            } else {
                tokens.append(first == questionMark ? .anyCharacter : .character(first))
                rest = rest.dropFirst()
            }
        }
        return tokens
    }

    private static let star: UInt32 = 0x2A
    private static let questionMark: UInt32 = 0x3F

    /// The set that begins here, and where it ends; a bracket that is never closed is itself.
    private static func set(_ pattern: ArraySlice<UInt32>) -> (Token, end: Int)? {
        guard pattern.first == 0x5B else { return nil }
        var members = pattern.dropFirst()
        let isNegated = members.first == 0x21 || members.first == 0x5E
        if isNegated { members = members.dropFirst() }
        // A closing bracket that stands first is a member.
        guard let close = members.dropFirst().firstIndex(of: 0x5D) else { return nil }
        members = members[..<close]
        var ranges: [ClosedRange<UInt32>] = []
        while let first = members.popFirst() {
            guard members.count > 1, members.first == 0x2D, let last = members.dropFirst().first
            else {
                ranges.append(first...first)
                continue
            }
            if first <= last { ranges.append(first...last) }
            members = members.dropFirst(2)
        }
        return (.oneOf(ranges, isNegated: isNegated), close + 1)
    }
}
