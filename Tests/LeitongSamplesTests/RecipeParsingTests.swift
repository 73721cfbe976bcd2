import Testing

@testable import LeitongSamples

@Suite struct RecipeParsingTests {
    @Test func readsOwnTextAndDirectivesWithTheirLines() throws {
        let recipe = try Recipe(
            name: "r.txt",
            text: "标题\n\n@copy a.txt 3\n@redact a.txt 4 **\n张三 李四\n@contain a.txt 5 2 3\n前{}后\n"
        )
        #expect(recipe.steps.map(\.line) == [1, 2, 3, 4, 6])
        #expect(recipe.steps[1].action == .ownText(""))
        let source = Recipe.Source(file: "a.txt", line: 4)
        #expect(
            recipe.steps[3].action == .plant(.redact(mark: "**", words: ["张三", "李四"]), source)
        )
        let containing = Recipe.Change.contain(sentences: 2...3, before: "前", after: "后")
        #expect(
            recipe.steps[4].action == .plant(containing, Recipe.Source(file: "a.txt", line: 5))
        )
    }

    @Test(arguments: [
        ("@coppy a.txt 3", "recipes/r.txt:2: unknown directive @coppy"),
        ("@copy a.txt", "recipes/r.txt:2: expected @copy FILE PARAGRAPH"),
        ("@copy a.txt 0", "recipes/r.txt:2: expected @copy FILE PARAGRAPH"),
        ("@copy a.txt x", "recipes/r.txt:2: expected @copy FILE PARAGRAPH"),
        ("@edit a.txt 3", "recipes/r.txt:2: expected @edit FILE PARAGRAPH PERCENT"),
        (
            "@edit a.txt 3 101",
            "recipes/r.txt:2: PERCENT must be a number from 1 to 100, not 101"
        ),
        (
            "@wrap a.txt 3 wide",
            "recipes/r.txt:2: COLUMNS must be a number from 20 to 200, not wide"
        ),
        (
            "@contain a.txt 3 4 2\n前{}后",
            "recipes/r.txt:2: TO must be a number from 4 to 999, not 2"
        ),
        ("@contain a.txt 3 1 2\n前后", "recipes/r.txt:3: expected own text with {} once"),
        ("@contain a.txt 3 1 2\n{}前{}", "recipes/r.txt:3: expected own text with {} once"),
        (
            "@redact a.txt 3 **\n@copy a.txt 3",
            "recipes/r.txt:2: the next line must hold the words to hide"
        ),
        (
            "@traditional a.txt 3",
            "recipes/r.txt:2: the next line must hold the converted text"
        ),
    ])
    func namesFileAndLineOfAMistake(line: String, message: String) {
        let error = #expect(throws: CorpusError.self) {
            try Recipe(name: "r.txt", text: "标题\n" + line + "\n")
        }
        #expect(error?.description == message)
        #expect(error?.code == .malformedRecipe)
    }
}
