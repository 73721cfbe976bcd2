import Foundation
import Leitong
import TestSupport
import Testing

@testable import LeitongFiles

/// Where records stand in their files, in bytes of the file as it is.
@Suite struct RecordPlacesTests {
    private static let lines = [
        #"{"id":"a","text":"渡口新修的石阶一共三十六级"}"#, "no record",
        #"  {"id":"b","text":"涨水的时候\n只露出最上面的五级"} "#, "",
        #"{"id":"c","text":"每一级都刻着捐资人的名字"}"#,
    ]

    /// Ways to write a text, with what the name of the encoding begins with.
    private static let encodings: [(name: String, encode: @Sendable (String) -> [UInt8])] = [
        ("UTF-8", { Array($0.utf8) }),
        ("UTF-8", { [0xEF, 0xBB, 0xBF] + Array($0.utf8) }),
        ("UTF-16", { [0xFF, 0xFE] + $0.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }),
        ("UTF-16", { [0xFE, 0xFF] + $0.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } }),
        (
            "GB18030",
            { Array($0.data(using: String.Encoding(rawValue: 0x8000_0632)) ?? Data()) }
        ),
    ]

    @Test(arguments: 0..<5, ["\n", "\r\n"])
    func aPlaceHoldsTheBytesOfTheRecord(encoding: Int, end: String) async throws {
        let (name, encode) = Self.encodings[encoding]
        let folder = try TemporaryFolder()
        try folder.write("一篇不是记录的文章", to: "0.txt")
        let bytes = encode(Self.lines.joined(separator: end))
        try folder.write(bytes, to: "1.jsonl")
        try folder.write(bytes, to: "2.jsonl")
        let corpus = try await Loader().load(paths: [folder.path])
        try #require(corpus.units.count == 7)
        #expect(corpus.batch.documents[1].encoding.hasPrefix(name))
        var places = RecordPlaces(corpus)
        let none = places.place(of: 0)
        #expect(none == nil, "a text is no record")
        for (document, line) in zip(1..<7, [0, 2, 4, 0, 2, 4]) {
            let found = places.place(of: document)
            let place = try #require(found)
            let text = Self.text(Array(bytes[place]), encoding)
            // A line ends before its line feed; what stands before that is white space of the record.
            let isCut = end == "\r\n" && line < 4
            #expect(text == Self.lines[line] + (isCut ? "\r" : ""))

        }
    }

    private static func text(_ bytes: [UInt8], _ encoding: Int) -> String? {
        switch encoding {
        case 0: String(decoding: bytes, as: UTF8.self)
        case 1: String(decoding: bytes, as: UTF8.self).replacing("\u{FEFF}", with: "")
        case 2:
            String(data: Data(bytes), encoding: .utf16LittleEndian)?.replacing("\u{FEFF}", with: "")
        case 3:
            String(data: Data(bytes), encoding: .utf16BigEndian)?.replacing("\u{FEFF}", with: "")
        default: String(data: Data(bytes), encoding: String.Encoding(rawValue: 0x8000_0632))
        }
    }

    /// In UTF-8 nothing needs to be read again; in another encoding it must, and be what it was.
    @Test func aFileThatChangedHasNoPlaces() async throws {
        let folder = try TemporaryFolder()
        let text = Self.lines.joined(separator: "\n")
        try folder.write(Self.encodings[2].encode(text), to: "a.jsonl")
        try folder.write(text, to: "b.jsonl")
        let corpus = try await Loader().load(paths: [folder.path])
        try folder.write("another text", to: "a.jsonl")
        try folder.write("another text", to: "b.jsonl")
        var places = RecordPlaces(corpus)
        let found = (0..<6).map { places.place(of: $0) != nil }
        #expect(found == [false, false, false, true, true, true])
    }
}
