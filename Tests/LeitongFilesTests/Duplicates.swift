import Leitong
import LeitongFiles
import TestSupport

/// Files with duplicates, read and compared.
enum Duplicates {
    static let a = "要深刻领会会议精神，联系岗位实际，把学习成果转化为推动工作的实际举措。"
    static let b = "全市一季度规模以上工业增加值同比增长百分之五点三，比上年全年加快半个百分点。"
    static let c = "山路十八弯，走到尽头是一座白墙黑瓦的祠堂，门前两棵老樟树遮住了半个院子。"

    static func loaded(_ files: [(String, [UInt8])]) async throws -> (
        Corpus, TemporaryFolder
    ) {
        let folder = try TemporaryFolder()
        for (name, bytes) in files { try folder.write(bytes, to: name) }
        return (try await Loader().load(paths: [folder.path]), folder)
    }

    static func deduplicated(
        _ corpus: Corpus,
        _ level: DeduplicationLevel
    ) async throws -> DeduplicatedDocuments {
        var options = DeduplicationOptions()
        options.level = level
        options.comparison.isExact = true
        return DeduplicatedDocuments(
            corpus,
            try await Deduplicator(options: options).deduplicate(corpus)
        )
    }
}
