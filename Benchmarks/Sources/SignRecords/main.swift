// Signs the records of a file on one thread, as the search does on each: SignRecords FILE.
//
// `make peers` sets it beside the signatures of other tools. The last line printed holds the processor
// seconds of each stage as JSON, as the other tools tell theirs.

import Foundation
@_spi(Core) import LeitongCore
import LeitongFormats
import LeitongModel

guard CommandLine.arguments.count == 2 else { fatalError("SignRecords FILE") }
let path = CommandLine.arguments[1]

var stages = Stages()
let batch = try DocumentReader(options: ReadingOptions(inputFormat: .jsonLines))
    .read(InputFile(path: path))
stages.finish("read")

let folder = Folder(level: .none)
let shingler = Shingler(rule: .characters(5))
let hasher = MinHasher()
var text: [UInt8] = []
var folded = FoldedText()
var shingles = ShingleHashes()
var signature = [UInt32](repeating: 0, count: MinHasher.valueCount)
// What all signatures come to, so that none of them is left out as unused.
var sum: UInt32 = 0
for paragraph in batch.paragraphs.indices {
    batch.withText(ofParagraph: paragraph, scratch: &text) {
        folder.fold($0, into: &folded, keepingMap: false)
    }
    shingler.hash(folded, into: &shingles)
    hasher.sign(shingles, into: &signature)
    // Wrapping: only whether it was computed matters.
    sum &+= signature[0]
}
stages.finish("sign")
print("signatures of \(batch.paragraphs.count) paragraphs, together \(sum)")
print(stages.json)
