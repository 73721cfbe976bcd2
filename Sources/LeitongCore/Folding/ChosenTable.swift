/// A table as a type, so that the loop is compiled for each.
protocol ChosenTable {
    static var table: FoldingTable { get }
}

enum StandardTable: ChosenTable {
    static var table: FoldingTable { .standard }
}

enum VariantsTable: ChosenTable {
    static var table: FoldingTable { .variants }
}

enum ConfusablesTable: ChosenTable {
    static var table: FoldingTable { .confusables }
}
