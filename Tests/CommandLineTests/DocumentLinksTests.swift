import Foundation
import TestSupport
import Testing

/// The pages of the project for people.
enum Pages {
    /// Paths of all of them, from the root of the project.
    static func all() -> [String] {
        let docs =
            FileManager.default.enumerator(atPath: Project.root.path + "/docs")?
            .compactMap { $0 as? String } ?? []
        return ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"]
            + docs.filter { $0.hasSuffix(".md") }.sorted().map { "docs/" + $0 }
    }

    static func text(of page: String) throws -> String {
        try String(contentsOf: Project.root.appendingPathComponent(page), encoding: .utf8)
    }

    /// The names by which a page's headings are linked to, as GitHub makes them.
    static func anchors(of page: String) throws -> Set<String> {
        let headings = try text(of: page).components(separatedBy: "\n").filter { $0.hasPrefix("#") }
        return Set(
            headings.map { heading in
                heading.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces).lowercased()
                    .replacingOccurrences(of: " ", with: "-")
                    .filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
            }
        )
    }
}

/// Links and names of files in the pages lead somewhere.
@Suite struct DocumentLinksTests {
    @Test func everyLinkLeadsToAPageAndAHeading() throws {
        for page in Pages.all() {
            for match in try Pages.text(of: page).matches(of: /\]\(([^)\s]+)\)/) {
                let link = String(match.1)
                if link.contains("://") { continue }
                let parts = link.components(separatedBy: "#")
                let folder = Project.root.appendingPathComponent(page).deletingLastPathComponent()
                let target =
                    parts[0].isEmpty
                    ? Project.root.appendingPathComponent(page)
                    : folder.appendingPathComponent(parts[0]).standardizedFileURL
                #expect(FileManager.default.fileExists(atPath: target.path), "\(page): \(link)")
                guard parts.count == 2 else { continue }
                let name = String(
                    target.path.dropFirst(Project.root.standardizedFileURL.path.count + 1)
                )
                #expect(try Pages.anchors(of: name).contains(parts[1]), "\(page): \(link)")
            }
        }
    }

    /// A name such as `Folding/Folder.swift` is the end of the path of a file.
    @Test func everyNamedSourceIsThere() throws {
        var paths: [String] = []
        for folder in ["Sources", "Tests", "Scripts", "Benchmarks", "Fuzzing"] {
            let files = FileManager.default.enumerator(atPath: Project.root.path + "/" + folder)
            paths += (files?.compactMap { $0 as? String } ?? []).map { "/\(folder)/\($0)" }
        }
        let known = Set(paths.flatMap { Self.ends(of: $0) })
        for page in Pages.all() {
            let names = try Pages.text(of: page)
                .matches(of: /`([A-Za-z0-9_+\/.-]+\.(?:swift|py|c|h|js|sh))`/)
            for name in names {
                #expect(known.contains(String(name.1)), "\(page): \(name.1)")
            }
        }
    }

    /// A path without its first folders, in each way.
    private static func ends(of path: String) -> [String] {
        let parts = path.components(separatedBy: "/")
        return parts.indices.map { parts[$0...].joined(separator: "/") }
    }
}
