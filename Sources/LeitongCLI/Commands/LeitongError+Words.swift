import Leitong

extension LeitongError {
    /// The sentence of the library, and which arguments settle the matter.
    var commandLineWords: String { description + remedy }

    private var remedy: String {
        switch self {
        case .unreachableRecall: ": raise --threshold or give --exact"
        case .tooMuchText: "; --only paragraphs takes any number"
        case .noScratchSpace:
            ": --temporary-directory names another folder, --memory-limit allows more"
        default: ""
        }
    }
}
