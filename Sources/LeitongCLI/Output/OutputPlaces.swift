import Foundation
import Leitong
import LeitongModel

/// Where below an output folder each input file is written: its path below the deepest folder that
/// holds all that was given.
struct OutputPlaces {
    /// Names of the folders that lead to that folder.
    private let base: [[UInt8]]

    private static let slash = UInt8(ascii: "/")

    /// Finds the folder.
    ///
    /// - Parameter arguments: Files, folders and patterns.
    init(arguments: [String]) {
        let folders = arguments.filter { $0 != "-" }.map { Self.folder(of: $0) }
        var base = folders.first ?? []
        for folder in folders {
            base = zip(base, folder).prefix { $0 == $1 }.map(\.0)
        }
        self.base = base
    }

    /// Path of each file below the output folder.
    ///
    /// - Throws: ``CommandError`` for standard input, which has no name, and for two of one name.
    func places(of files: [InputFile]) throws -> [[UInt8]] {
        var taken: [[UInt8]: String] = [:]
        return try files.map { file in
            guard !file.isStandardInput else {
                throw CommandError(
                    "-: standard input has no name to be written under; --output must be a file"
                )
            }
            let names = Self.names(file.systemPath)
            let isBelow = names.starts(with: base)
            let place = Array(
                (isBelow ? names.dropFirst(base.count) : names[...])
                    .joined(separator: [Self.slash])
            )
            if let other = taken.updateValue(file.path, forKey: place) {
                throw CommandError(
                    "\(other) and \(file.path) are one file, or would be written as one"
                )
            }
            return place
        }
    }

    /// The folder that an argument is or lies in; of a pattern the one that it is looked for in.
    private static func folder(of argument: String) -> [[UInt8]] {
        var isFolder = ObjCBool(false)
        let exists = unsafe FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder)
        if exists, isFolder.boolValue { return names(Array(argument.utf8)) }
        let plain = exists ? argument[...] : argument.prefix { !"*?[".contains($0) }
        // What follows the last slash is a file, or the start of a pattern.
        let parent = plain.lastIndex(of: "/").map { plain[...$0] } ?? "."
        return names(Array(parent.utf8))
    }

    /// Names of an absolute path, without `.` and with `..` resolved.
    private static func names(_ path: [UInt8]) -> [[UInt8]] {
        let current = Array(FileManager.default.currentDirectoryPath.utf8)
        let absolute = path.first == slash ? path : current + [slash] + path
        var names: [[UInt8]] = []
        for name in absolute.split(separator: slash) where !name.elementsEqual(".".utf8) {
            if name.elementsEqual("..".utf8) {
                _ = names.popLast()
            } else {
                names.append(Array(name))
            }
        }
        return names
    }
}
