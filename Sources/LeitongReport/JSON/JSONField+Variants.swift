extension JSONField where Row == ClusterVariants {
    /// The members of the variants of a cluster.
    static let variants: [Self] = [
        Self(.pieces) { $1.appendJSON(array: $0.pieces) { $1.appendJSON($0) } },
        Self(.slots) { variants, out in
            out.appendJSON(array: variants.slots) {
                $1.appendJSON(object: $0, fields: JSONField<ClusterVariants.Slot>.slot)
            }
        },
    ]
}

extension JSONField where Row == ClusterVariants.Slot {
    /// The members of a slot.
    static let slot: [Self] = [
        Self(.values) { slot, out in
            out.appendJSON(array: slot.values) {
                $1.appendJSON(object: $0, fields: JSONField<ClusterVariants.Value>.value)
            }
        }
    ]
}

extension JSONField where Row == ClusterVariants.Value {
    /// The members of what stands in a slot.
    static let value: [Self] = [
        Self(.members) { $1.appendJSON(array: $0.members) { $1.append($0) } },
        .text(.text, \.text),
    ]
}
