import ArgumentParser

/// A number of bytes as people write it: `2G`, `500M`, `1.5GiB`, `800MB`, `1073741824`.
struct ByteSize: Equatable, CustomStringConvertible {
    var byteCount: Int

    private static let prefixes = "KMGT"

    /// With the largest unit that leaves a whole number.
    var description: String {
        var number = byteCount
        var unit = ""
        for prefix in Self.prefixes where number > 0 && number % 1024 == 0 {
            number /= 1024
            unit = String(prefix)
        }
        return "\(number)\(unit)"
    }
}

extension ByteSize: ExpressibleByArgument {
    /// Reads a size: `K` to `T` and `KiB` to `TiB` are powers of 1024, `KB` to `TB` of 1000.
    init?(argument: String) {
        let digits = argument.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let unit = argument.dropFirst(digits.count).uppercased()
        guard let number = Double(digits), let factor = Self.factor(of: unit) else { return nil }
        let bytes = number * factor
        guard bytes < Double(1 << 60) else { return nil }
        byteCount = Int(bytes)
    }

    private static func factor(of unit: String) -> Double? {
        guard let first = unit.first, unit != "B" else { return 1 }
        guard let index = prefixes.firstIndex(of: first) else { return nil }
        let power = prefixes.distance(from: prefixes.startIndex, to: index) + 1
        let base: Double
        switch unit.dropFirst() {
        case "", "IB": base = 1024
        case "B": base = 1000
        default: return nil
        }
        return (0..<power).reduce(1) { factor, _ in factor * base }
    }
}
