/// Receives what a file of XML or HTML holds, in order.
protocol MarkupHandler {
    /// An element begins.
    ///
    /// - Parameters:
    ///   - name: Its name; in XML behind the usual prefix of its namespace and a colon.
    ///   - attributes: Names (in XML without a prefix) and values.
    mutating func start(_ name: String, _ attributes: MarkupAttributes)

    /// An element ends.
    mutating func end(_ name: String)

    /// Text, or a part of it; never ends inside a scalar.
    mutating func text(_ bytes: Span<UInt8>)
}

/// Attributes of one element.
struct MarkupAttributes {
    var values: [(name: String, value: String)] = []

    /// The value of an attribute; of two that have one name (in two namespaces), the first.
    subscript(_ name: String) -> String? {
        values.first { $0.name == name }?.value
    }
}
