public import LeitongModel
public import LeitongStorage

/// Why a comparison could not be made: a code with the values it is about.
///
/// ```swift
/// var options = ComparisonOptions()
/// options.threshold = 1.5
/// do {
///     print(try await Finder(options: options).find(in: corpus).summary.matches)
/// } catch LeitongError.outOfRange(let setting) {
///     print(setting, "must be", setting.allowedWords)    // threshold must be over 0 and at most 1
/// } catch let error as LeitongError {
///     print(error.description)
/// }
/// ```
///
/// The description is one sentence for people; it names no option of any program. A program that has a
/// remedy says so behind it.
public enum LeitongError: Error, Sendable, Equatable {
    /// An option has a value that cannot be honoured.
    case outOfRange(RangedSetting)
    /// MinHash cannot find pairs at this threshold with this probability; an exact comparison can.
    case unreachableRecall(threshold: Double, recallTarget: Double)
    /// Runs as short or as long as this cannot be guaranteed, but those of a range.
    case noGuarantee(minRun: Int, possible: ClosedRange<Int>)
    /// An encoding that is not known.
    case unknownEncoding(String)
    /// A template that cannot be read.
    case unreadableTemplate(SkippedInput)
    /// Templates without text, by their names.
    case emptyTemplates([String])
    /// A document or section was asked for that there is not.
    case noSuchSection(String)
    /// Fewer documents than a comparison needs.
    case tooFewDocuments
    /// More documents than pairs can be scored for.
    case tooManyDocuments(count: Int, limit: Int)
    /// More characters than positions of passages can count.
    case tooMuchText(limit: Int)
    /// Signatures that were made with unlike seeds.
    case unlikeSignatures
    /// Bytes that are no signature, or one of another scheme.
    case noSignature
    /// No room for what does not fit into memory.
    case noScratchSpace(StorageError)
}

extension LeitongError: CustomStringConvertible {
    /// One sentence for people.
    public var description: String {
        switch self {
        case .outOfRange(let setting): "\(setting.name) must be \(setting.allowedWords)"
        case .unreachableRecall(let threshold, let recallTarget):
            "128 signature values cannot find pairs at \(threshold) with probability "
                + "\(recallTarget)"
        case .noGuarantee(let minRun, let possible):
            "runs of \(minRun) characters cannot be guaranteed: the shortest run must have "
                + "\(possible.lowerBound) to \(possible.upperBound)"
        case .unknownEncoding(let name): "unknown encoding \(name)"
        case .unreadableTemplate(let skipped): "template \(skipped.path): \(skipped.message)"
        case .emptyTemplates(let names):
            "template \(names.joined(separator: ", ")): holds no text"
        case .noSuchSection(let name): "\(name): no such section"
        case .tooFewDocuments: "score needs two documents to compare"
        case .tooManyDocuments(let count, let limit):
            "\(count) documents make \(count * (count - 1) / 2) pairs; "
                + "score takes up to \(limit) documents, find takes any number"
        case .tooMuchText(let limit):
            "these are too many characters to look for passages in at once; the limit is \(limit)"
        case .unlikeSignatures: "the signatures were made with unlike seeds"
        case .noSignature: "the bytes are no signature of this scheme"
        case .noScratchSpace(let error):
            "\(error.description); what does not fit into the memory limit is kept there"
        }
    }
}
