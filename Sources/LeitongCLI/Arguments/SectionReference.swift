import Foundation

/// An argument that may name one section of a compiled file: `notes.txt#3`.
struct SectionReference {
    /// Path of the file or folder.
    let path: String
    /// Ordinal of the section, or `nil` for all of the path.
    let section: Int?

    /// Reads an argument; a file whose own name ends in `#3` is taken as that file.
    init(_ argument: String) {
        if let mark = argument.lastIndex(of: "#"),
            let ordinal = Int(argument[argument.index(after: mark)...]), ordinal > 0,
            !FileManager.default.fileExists(atPath: argument)
        {
            path = String(argument[..<mark])
            section = ordinal
        } else {
            path = argument
            section = nil
        }
    }

    /// The name of the unit in reports.
    var name: String {
        section.map { "\(path)#\($0)" } ?? path
    }
}
