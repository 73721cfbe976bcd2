import ArgumentParser

struct CorpusCommand: AsyncParsableCommand { func run() async throws {} }
