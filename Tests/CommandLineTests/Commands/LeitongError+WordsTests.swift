import Leitong
import Testing

@testable import LeitongCLI

@Suite struct LeitongErrorWordsTests {
    /// The library names no argument; the command says which settles the matter.
    @Test(arguments: [
        (LeitongError.unreachableRecall(threshold: 0.02, recallTarget: 0.9), "--threshold"),
        (.tooMuchText(limit: 7), "--only paragraphs"),
    ])
    func theCommandAddsItsArguments(error: LeitongError, argument: String) {
        #expect(!error.description.contains("--"))
        #expect(error.commandLineWords.hasPrefix(error.description))
        #expect(error.commandLineWords.contains(argument))
    }

    @Test func otherErrorsAreToldAsTheyAre() {
        for setting in RangedSetting.allCases {
            let error = LeitongError.outOfRange(setting)
            #expect(error.commandLineWords == error.description)
            #expect(error.description.contains(" must be \(setting.allowedWords)"))
        }
    }
}
