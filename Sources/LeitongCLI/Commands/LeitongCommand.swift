import ArgumentParser
import Foundation
import Leitong

/// The command `leitong`.
@main
struct LeitongCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leitong",
        abstract: "Find copied and near-copied text in speeches, reports and notes.",
        discussion: """
            Leitong (雷同) reads folders of documents and shows which paragraphs recur, where each \
            copy stands and what was changed, and how much of one document stands in another. \
            Chinese official prose comes first; every language works.

              leitong find speeches/               which paragraphs were copied, and where
              leitong score a.txt b.txt            how much the two share
              leitong score speeches/              all pairs
              leitong score all.txt#3 all.txt#6    two sections of a compiled file
              leitong dedup pages.jsonl -o out.jsonl   the same without duplicates
              leitong inspect speeches/            what is understood of each file

            Exit status: 0 finished; 1 the limit of --fail-above was passed; 2 wrong use, or \
            nothing could be read; 3 finished, but some input was skipped (each is named on \
            standard error and in the report).
            """,
        version: LeitongVersion.current,
        subcommands: [
            FindCommand.self, ScoreCommand.self, DedupCommand.self, InspectCommand.self,
            CorpusCommand.self, BackgroundCommand.self,
        ]
    )

    /// Parses and runs; every error ends here as words on standard error and an exit status.
    static func main() async {
        // A reader that went away is an error of writing, and a success, not a signal.
        signal(SIGPIPE, SIG_IGN)
        // A file that may not become so large is an error of writing too.
        signal(SIGXFSZ, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            ErrorExit.leave(error)
        }
    }
}
