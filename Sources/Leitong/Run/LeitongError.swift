public import LeitongStorage

/// Why a comparison could not be made.
public struct LeitongError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A stable code.
    public var code: Code
    /// One sentence for people.
    public var description: String

    /// Creates an error.
    public init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }

    /// What kind of error it is.
    public struct Code: Sendable, Equatable {
        let value: String

        /// An option has a value that cannot be honoured.
        public static let invalidOption = Code(value: "invalid-option")
        /// A section was asked for that the document does not have.
        public static let noSuchSection = Code(value: "no-such-section")
        /// Fewer documents than a comparison needs.
        public static let tooFewDocuments = Code(value: "too-few-documents")
        /// More documents than pairs can be scored for.
        public static let tooManyPairs = Code(value: "too-many-pairs")
        /// No room for what does not fit into memory.
        public static let noScratchSpace = Code(value: "no-scratch-space")
        /// Signatures that cannot be compared, or bytes that are none.
        public static let unlikeSignatures = Code(value: "unlike-signatures")
        /// More text than positions of passages can count.
        public static let tooMuchText = Code(value: "too-much-text")
    }
}

extension LeitongError {
    /// Says that there is no room for what does not fit into memory.
    public init(_ error: StorageError) {
        self.init(
            .noScratchSpace,
            "\(error.description); what does not fit into the memory limit is kept there: "
                + "--temporary-directory names another folder, --memory-limit allows more"
        )
    }
}
