/// Numbers of a fixed count of decimals, and large ones as readers expect them.
package enum DecimalNumber {
    /// 10 to the power of a count of decimals.
    private static func scale(_ decimals: Int) -> Int {
        (0..<decimals).reduce(1) { product, _ in product * 10 }
    }

    /// Rounds a number.
    ///
    /// - Parameters:
    ///   - value: The number.
    ///   - decimals: Decimals that stay.
    ///   - rule: The nearest, unless something else is asked for.
    /// - Returns: The number of at most so many decimals.
    package static func rounded(
        _ value: Double,
        to decimals: Int,
        _ rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero
    ) -> Double {
        let scale = Double(scale(decimals))
        return (value * scale).rounded(rule) / scale
    }

    /// Rounds a number down, so that no more is promised than is true.
    ///
    /// What lies under a step by the error of binary fractions alone, as 0.29 does, is at the step.
    ///
    /// - Parameters:
    ///   - value: The number.
    ///   - decimals: Decimals that stay.
    /// - Returns: The highest number of so many decimals that is not above it.
    package static func roundedDown(_ value: Double, to decimals: Int) -> Double {
        let scale = Double(scale(decimals))
        return (value * scale + 1e-9).rounded(.down) / scale
    }

    /// Writes a number that is not negative with all its decimals.
    ///
    /// - Parameters:
    ///   - value: A number.
    ///   - decimals: At least one.
    /// - Returns: The nearest number of so many decimals: `0.8400`.
    package static func fixed(_ value: Double, decimals: Int) -> String {
        let scale = scale(decimals)
        let scaled = Int((value * Double(scale)).rounded())
        let digits = String(scaled % scale)
        return "\(scaled / scale)." + String(repeating: "0", count: decimals - digits.count)
            + digits
    }

    /// Writes a number with commas between thousands: `24,310`.
    package static func grouped(_ number: Int) -> String {
        var digits = ""
        for (position, digit) in String(number.magnitude).reversed().enumerated() {
            if position > 0, position.isMultiple(of: 3) { digits.append(",") }
            digits.append(digit)
        }
        return (number < 0 ? "-" : "") + String(digits.reversed())
    }
}
