/// Finds what runs along the pages: headers, footers, page numbers.
///
/// A line runs along if it is among the outermost of its page and stands, but for its numbers, at the
/// same height of another page near by; or if it reads like nothing but a page number.
enum RunningLines {
    /// Pages without such lines.
    static func removed(from pages: [PDFPage]) -> [PDFPage] {
        let edges = pages.map(edges)
        return pages.indices.map { index in
            var page = pages[index]
            // Books have other headers on the left than on the right.
            let near = [index - 2, index - 1, index + 1, index + 2].filter(pages.indices.contains)
            let running = edges[index]
                .filter { edge in
                    isPageNumber(edge.key)
                        || near.contains { edges[$0].contains { $0.isSame(as: edge) } }
                }
            let places = Set(running.map(\.line))
            page.lines = page.lines.indices.filter { !places.contains($0) }.map { page.lines[$0] }
            return page
        }
    }

    private struct Edge {
        var line: Int
        var key: String
        var top: Double

        func isSame(as other: Edge) -> Bool { key == other.key && abs(top - other.top) < 4 }
    }

    /// Lines at the upper and lower edge that are looked at.
    private static let edgeCount = 2

    private static func edges(of page: PDFPage) -> [Edge] {
        let order = page.lines.indices.sorted { page.lines[$0].top < page.lines[$1].top }
        let upper = order.prefix(edgeCount)
            .filter { page.lines[$0].bottom < page.height * 0.2 }
        let lower = order.suffix(edgeCount)
            .filter { page.lines[$0].top > page.height * 0.8 }
        return Set(upper + lower).sorted()
            .map { Edge(line: $0, key: key(page.lines[$0].text), top: page.lines[$0].top) }
    }

    /// A line without white space, each number as one mark.
    private static func key(_ text: String) -> String {
        var key = ""
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
            if scalar.properties.numericType == .decimal {
                if key.last != "#" { key += "#" }
            } else {
                key.unicodeScalars.append(scalar)
            }
        }
        return key
    }

    /// Whether a line at an edge says only a number, as pages are numbered.
    private static func isPageNumber(_ key: String) -> Bool {
        let bare = key.filter { !"-–—―－·•~".contains($0) }
        return ["#/#", "第#页", "第#页共#页", "第#页/共#页", "共#页第#页", "Page#", "Page#of#"].contains(bare)
            || bare == "#"
    }
}
