import ArgumentParser
import Leitong

extension RangedSetting {
    /// Refuses a value that the library cannot honour.
    ///
    /// - Parameters:
    ///   - value: The value; `nil` is the library's own.
    ///   - argument: Name of the argument.
    /// - Throws: `ValidationError` in the argument's name.
    func check(_ value: Double?, _ argument: String) throws {
        guard let value, !allows(value) else { return }
        throw ValidationError("\(argument) must be \(allowedWords)")
    }

    /// Refuses a whole number that the library cannot honour.
    func check(_ value: Int?, _ argument: String) throws {
        try check(value.map(Double.init), argument)
    }
}
