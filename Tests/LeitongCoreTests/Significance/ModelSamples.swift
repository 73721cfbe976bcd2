@_spi(Core) @testable import LeitongCore

/// Six sentences of ordinary prose, and the models of them.
enum ModelSamples {
    static let documents = [
        "各级各部门要加强领导，确保工作落到实处。", "要加强领导，抓好落实，确保取得实效。",
        "各部门要抓好落实，加强督促检查。", "加强领导是抓好落实的保证。",
        "各级要确保工作落到实处，加强督促检查。", "工作落到实处，领导要带头。",
    ]
    .map(foldedScalars)

    /// The file of a model.
    static func file(order: Int = 6, maxBytes: Int = 100_000) -> [UInt8] {
        var builder = BackgroundModelBuilder(order: order)
        for document in documents { builder.add(document.span) }
        return builder.finish(maxBytes: maxBytes)
    }
}

/// Surprisal of each scalar of a text.
func surprisals(of text: [UInt32], _ model: BackgroundModel) -> [Float] {
    var bits: [Float] = []
    model.surprisals(of: text.span, from: 0, into: &bits)
    return bits
}

/// The scalars of a text as it is compared.
func foldedScalars(_ text: String) -> [UInt32] {
    var folded = FoldedText()
    var scalars: [UInt32] = []
    Folder(level: .standard).fold(Array(text.utf8).span, into: &folded, keepingMap: false)
    folded.decodeScalars(into: &scalars)
    return scalars
}
