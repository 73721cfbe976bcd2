import TestSupport

/// Random JSON objects, some of whose fields are called id, text and title.
enum JSONSamples {
    private static let keys = ["id", "text", "title", "a", "日期", "te\\u0078t", "i\\u0064"]
    private static let pieces = [
        "a", "字", "，", " ", "\\n", "\\\"", "\\\\", "\\/", "\\u4e2d", "\\ud83d\\ude00", "😀", "é",
        "\\t",
        "}", "{", "[", ",", ":", "\\u0000", "\u{7F}", "0",
    ]

    static func object(_ random: inout SplitMix64) -> String {
        let fields = (0..<Int.random(in: 0...5, using: &random))
            .map { _ in
                space(&random) + "\"\(keys.randomElement(using: &random) ?? "")\"" + space(&random)
                    + ":"
                    + space(&random) + value(&random, depth: 0) + space(&random)
            }
        return space(&random) + "{" + fields.joined(separator: ",") + "}" + space(&random)
    }

    private static func value(_ random: inout SplitMix64, depth: Int) -> String {
        switch Int.random(in: 0..<(depth > 3 ? 6 : 8), using: &random) {
        case 0: return ["true", "false", "null"].randomElement(using: &random) ?? "null"
        case 1:
            let numbers = ["0", "-1", "12.50", "1e5", "-0.25E-3", "9007199254740993"]
            return numbers.randomElement(using: &random) ?? "0"
        case 6:
            let values = (0..<Int.random(in: 0...3, using: &random))
                .map { _ in value(&random, depth: depth + 1) }
            return "[" + values.joined(separator: ",") + "]"
        case 7:
            let values = (0..<Int.random(in: 0...3, using: &random))
                .map { index in
                    "\"k\(index)\":" + value(&random, depth: depth + 1)
                }
            return "{" + values.joined(separator: ",") + "}"
        default:
            let text = (0..<Int.random(in: 0...12, using: &random))
                .map { _ in pieces.randomElement(using: &random) ?? "" }
            return "\"" + text.joined() + "\""
        }
    }

    private static func space(_ random: inout SplitMix64) -> String {
        ["", "", "", " ", "\t", "  "].randomElement(using: &random) ?? ""
    }

    /// Whether some `\uD8xx` to `\uDFxx` stands without its other half, or may do so.
    static func hasLoneSurrogate(_ bytes: [UInt8]) -> Bool {
        let line = String(decoding: bytes, as: UTF8.self).lowercased()
        let whole = line.replacing("\\ud83d\\ude00", with: "")
        return whole.contains("\\ud")
    }

    /// Whether a comma stands before a closing brace or bracket, or may do so.
    static func hasLateComma(_ bytes: [UInt8]) -> Bool {
        let plain = bytes.filter { $0 > 0x20 }
        return zip(plain, plain.dropFirst()).contains { $0 == 0x2C && ($1 == 0x7D || $1 == 0x5D) }
    }

    /// Whether a key may stand twice: the last counts here, any may in Foundation.
    static func hasTwins(_ bytes: [UInt8]) -> Bool {
        let line = String(decoding: bytes, as: UTF8.self)
            .replacing("\\u0078", with: "x").replacing("\\u0064", with: "d")
        return ["\"id\"", "\"text\""].contains { line.ranges(of: $0).count > 1 }
    }
}
