import ArgumentParser
import Foundation
import Leitong

/// Which documents are compared with which.
struct PairingArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Compare all other documents with those at this path only, and not with each other. A file "
                + "that is given as new as well is new only. Repeatable.",
            valueName: "path"
        ),
        completion: .file()
    )
    var against: [String] = []

    @Option(
        help: ArgumentHelp(
            "Compare only the pairs in this file: two paths or record ids a line, parted by a tab. "
                + "Without paths of its own, the command reads the files named there.",
            valueName: "file"
        ),
        completion: .file()
    )
    var pairs: String?

    mutating func validate() throws {
        guard against.isEmpty || pairs == nil else {
            throw ValidationError("--against and --pairs exclude each other")
        }
    }

    /// Refuses a command without documents: only a file of pairs names some by itself.
    func requireDocuments(besides paths: [String]) throws {
        guard !paths.isEmpty || pairs != nil else {
            throw ValidationError("Missing expected argument '<path> ...'")
        }
    }

    /// The pairing these arguments mean.
    ///
    /// - Throws: ``CommandError`` for a file of pairs that cannot be read or understood.
    func pairing() throws -> Pairing {
        if !against.isEmpty { return .against(against) }
        guard let pairs else { return .all }
        guard let data = FileManager.default.contents(atPath: pairs) else {
            throw CommandError("\(pairs): cannot be read")
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw CommandError("\(pairs): is not UTF-8")
        }
        var listed: [NamedPair] = []
        for (index, line)
            in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated() where !line.allSatisfy(\.isWhitespace)
        {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            let origin = "\(pairs):\(index + 1)"
            guard fields.count == 2, !fields[0].isEmpty, !fields[1].isEmpty else {
                throw CommandError("\(origin): not two paths parted by a tab")
            }
            listed.append(NamedPair(String(fields[0]), String(fields[1]), origin: origin))
        }
        guard !listed.isEmpty else { throw CommandError("\(pairs): holds no pair") }
        return .listed(listed)
    }
}

extension Pairing {
    /// Paths to read besides those given as arguments.
    ///
    /// - Parameter isAlone: Whether there are no others: then the pairs name what is read.
    /// - Returns: Paths in the order to read them.
    func paths(alone isAlone: Bool) -> [String] {
        switch self {
        case .all: []
        case .against(let paths): paths
        case .listed(let pairs):
            isAlone ? Array(Set(pairs.flatMap { [$0.first, $0.second] })).sorted() : []
        }
    }
}
