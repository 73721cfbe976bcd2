import ArgumentParser
import Foundation
@_spi(Core) import LeitongCore

/// By what ordinary prose texts are weighed.
struct ModelArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Model of ordinary prose made by leitong background build; otherwise official Chinese "
                + "prose.",
            valueName: "file"
        ),
        completion: .file()
    )
    var background: String?

    /// The model that was named; `nil` for the usual one.
    ///
    /// - Throws: ``CommandError`` for a model that cannot be read.
    func model() throws -> BackgroundModel? {
        try background.map { try BackgroundModel(file: $0) }
    }
}

extension BackgroundModel {
    /// Reads the model that a user names.
    ///
    /// - Throws: ``CommandError`` that names the file and what is wrong with it.
    fileprivate init(file: String) throws {
        do {
            try self.init(bytes: [UInt8](try Data(contentsOf: URL(filePath: file))))
        } catch let error as FormatError {
            throw CommandError("\(file): \(error.words)")
        } catch {
            throw CommandError("\(file): cannot be read")
        }
    }
}

extension BackgroundModel.FormatError {
    /// What is wrong with a file, and what to do.
    fileprivate var words: String {
        switch self {
        case .notAModel: "is no model of prose (leitong background build makes one)"
        case .unknownVersion(let version):
            "is a model of version \(version), which this program cannot read; build it anew"
        case .wrongSize, .wrongChecksum, .wrongTable:
            "is a damaged model of prose; build it anew"
        }
    }
}
