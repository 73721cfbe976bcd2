import Foundation
import Synchronization

// Looks that examples of the docs print what they say behind a `print`.

/// Lines that the example under way has printed.
private let printed = Mutex<[String]>([])

/// Takes the place of Swift's own in the examples.
func print(_ items: Any..., separator: String = " ", terminator: String = "\n") {
    let line = items.map { "\($0)" }.joined(separator: separator)
    printed.withLock { $0.append(line) }
}

/// Runs an example; its lines must hold those that it says, in their order.
func expect(_ results: [String], of place: String, _ example: () async throws -> Void) async throws
{
    printed.withLock { $0.removeAll() }
    try await example()
    let lines = printed.withLock { $0 }
    var rest = lines[...]
    for result in results {
        guard let found = rest.firstIndex(of: result) else {
            Swift.print("\(place): it does not print \(result), but \(lines)")
            exit(1)
        }
        rest = rest[(found + 1)...]
    }
}
