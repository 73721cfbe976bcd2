private import CXXHash

// The two loops that hash a text's shingles. They are the only unsafe code of shingling: XXH3 takes
// a pointer. Each reads bytes[starts[i] ..< starts[j]] with 0 <= i < j < starts.count, and the
// entries of `starts` rise and end at bytes.count, so every read lies inside `bytes`. Each adds the
// shingles of one stretch of the text behind those that are there.

extension Shingler {
    func hashRuns(
        of text: borrowing FoldedText,
        in stretch: Range<Int>,
        characters length: Int,
        into shingles: inout ShingleHashes
    ) {
        let starts = text.scalarStarts.span.extracting(stretch.lowerBound...stretch.upperBound)
        let shingleCount = starts.count - length
        guard shingleCount > 0 else { return }
        let before = shingles.count
        precondition(before + shingleCount <= shingles.storage.count)
        var hashes = shingles.storage.mutableSpan
        unsafe text.bytes.span.withUnsafeBufferPointer { bytes in
            unsafe starts.withUnsafeBufferPointer { starts in
                unsafe hashes.withUnsafeMutableBufferPointer { hashes in
                    // An empty text has no shingle, so that all three have an address.
                    guard let base = bytes.baseAddress, let first = starts.baseAddress,
                        let target = hashes.baseAddress
                    else { return }
                    unsafe leitong_xxh3_64_runs(base, first, shingleCount, length, target + before)
                }
            }
        }
        shingles.count = before + shingleCount
    }

    func hashRuns(
        of text: borrowing FoldedText,
        in stretch: Range<Int>,
        width: Int,
        into shingles: inout ShingleHashes
    ) {
        let starts = text.scalarStarts.span.extracting(stretch.lowerBound...stretch.upperBound)
        let scalarCount = starts.count - 1
        var shingleCount = shingles.count
        precondition(shingleCount + scalarCount <= shingles.storage.count)
        var hashes = shingles.storage.mutableSpan
        let source = text.bytes.span
        unsafe source.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            // [first, last) is the shortest run from `first` that is at least `width` wide.
            var last = 0
            var runWidth = 0
            for first in 0..<scalarCount {
                while runWidth < width, last < scalarCount {
                    runWidth += ScalarWidth.width(at: Int(starts[last]), in: source)
                    last += 1
                }
                guard runWidth >= width else { break }
                let start = Int(starts[first])
                let end = Int(starts[last])
                hashes[shingleCount] = unsafe leitong_xxh3_64(base + start, end - start)
                shingleCount += 1
                runWidth -= ScalarWidth.width(at: start, in: source)
            }
        }
        shingles.count = shingleCount
    }
}
