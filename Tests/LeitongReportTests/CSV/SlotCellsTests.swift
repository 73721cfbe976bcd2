import Testing

@testable import LeitongReport

@Suite struct SlotCellsTests {
    @Test func csvCellsNumberTheSlots() {
        let cells = SlotCells(Report.foundVariants.clusters)
        let members = Report.foundVariants.clusters[0].members
        #expect(cells.cell(for: members[1]) == "〔1〕2024〔2〕青屿市〔3〕51〔4〕营商环境改善，")
        #expect(cells.cell(for: members[2]) == "〔1〕2023〔2〕白鹭县〔3〕**〔4〕")
        #expect(cells.cell(for: Report.found.clusters[0].members[0]).isEmpty)
    }

    @Test func slotsThatNameNoMemberAreLeftOut() {
        var cluster = Report.foundVariants.clusters[0]
        cluster.variants?.slots[0].values[0].members.append(99)
        let cells = SlotCells([cluster])
        #expect(cells.cell(for: cluster.members[0]) == "〔1〕2023〔2〕青屿市〔3〕46〔4〕")
    }
}
