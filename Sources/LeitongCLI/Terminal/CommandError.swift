/// Why a command cannot do what it is asked to, in one sentence for standard error.
struct CommandError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
