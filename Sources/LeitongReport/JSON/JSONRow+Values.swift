// The values that are written as JSON objects, and the keys they have.

extension ReportSource: JSONRow {
    typealias CodingKeys = Report.CodingKeys
}
extension Report.Tool: JSONRow {}
extension RunOptions: JSONRow {}
extension PassageOptions: JSONRow {}
extension Guarantee: JSONRow {}
extension Guarantee.CurvePoint: JSONRow {}
extension Summary: JSONRow {}
extension ComparedDocument: JSONRow {}
extension DocumentSource: JSONRow {}
extension PairScore: JSONRow {}
extension SkippedEntry: JSONRow {}
extension TextWarning: JSONRow {}
extension ClusterVariants: JSONRow {}
extension ClusterVariants.Slot: JSONRow {}
extension ClusterVariants.Value: JSONRow {}
extension EarliestHolder: JSONRow {}
extension Cluster: JSONRow {
    typealias CodingKeys = JSONRowKey
}
extension ParagraphMatch: JSONRow {
    typealias CodingKeys = JSONRowKey
}
extension PassageMatch: JSONRow {
    typealias CodingKeys = JSONRowKey
}
extension Edit: JSONRow {
    typealias CodingKeys = JSONRowKey
}
extension Phrase: JSONRow {
    typealias CodingKeys = JSONRowKey
}
