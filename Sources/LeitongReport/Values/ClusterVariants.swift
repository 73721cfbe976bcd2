/// A cluster as one text with slots: what all copies say, and what each says where they differ.
///
/// ```swift
/// for cluster in report.clusters {
///     for slot in cluster.variants?.slots ?? [] {
///         print(slot.values.map(\.text))    // ["2023", "2024"]
///     }
/// }
/// ```
///
/// Piece, slot, piece, slot … piece, in order: the pieces with the first copy's values give its text
/// exactly. With another copy's values they give its text but for what folding drops, such as
/// punctuation: in the pieces that is the first copy's.
public struct ClusterVariants: Codable, Sendable, Equatable {
    /// What stands in every copy, as the first spells it: before, between and after the slots.
    ///
    /// One more than there are slots; the first and the last may be empty.
    public var pieces: [String]
    /// The places at which copies differ, at least one.
    public var slots: [Slot]

    enum CodingKeys: String, CodingKey {
        case pieces, slots
    }

    /// Creates a skeleton with its slots.
    public init(pieces: [String], slots: [Slot]) {
        self.pieces = pieces
        self.slots = slots
    }

    /// One place at which copies differ.
    public struct Slot: Codable, Sendable, Equatable {
        /// What stands there, in the order of their first holders, at least two.
        public var values: [Value]

        enum CodingKeys: String, CodingKey {
            case values
        }

        /// Creates a slot.
        public init(values: [Value]) {
            self.values = values
        }

        /// What stands in the slot in a copy.
        ///
        /// - Parameter member: Position among the cluster's members, from 0.
        /// - Returns: The value, or `nil` for a number that is no member's.
        /// - Complexity: Linear in the number of copies.
        public func value(ofMember member: Int) -> Value? {
            values.first { $0.members.contains(member) }
        }
    }

    /// What stands in a slot in some of the copies.
    public struct Value: Codable, Sendable, Equatable {
        /// The text as its first holder spells it; empty where nothing stands in the slot.
        public var text: String
        /// The copies that hold it, equal after folding: positions among the cluster's members, from
        /// 0 and rising.
        public var members: [Int]

        enum CodingKeys: String, CodingKey {
            case text, members
        }

        /// Creates a value.
        public init(text: String, members: [Int]) {
            self.text = text
            self.members = members
        }
    }

    /// Why a cluster of different texts has no variants.
    public enum Omission: String, Codable, Sendable {
        /// What is equal in all copies is less than half of the longest: not one text any more.
        case tooDifferent = "too-different"
        /// The different texts have over a million characters, or slots times copies is over a
        /// million.
        case tooLarge = "too-large"
    }
}
