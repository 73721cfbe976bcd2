/// The students of a class, and what each copied.
enum EssayStudents {
    /// What somebody copied.
    struct Plan {
        var copier: String
        /// From whom, and how many paragraphs.
        var sources: [(name: String, paragraphs: Int)]
        var kind: Kind
    }

    /// How it was copied.
    enum Kind: String {
        /// The whole essay, other words for most that have a synonym.
        case wholeReworded = "whole-reworded"
        /// Paragraphs as they stand.
        case paragraphs
    }

    /// Everybody's name, the surname first.
    static let names = """
        abbot-wren acker-tobias amsel-greta barlow-finn beck-ottilie birch-rowan bloom-hettie brandt-emil
        calder-iris carver-noel cole-sabina crane-jasper dale-winona darrow-felix dent-marlow drake-philippa
        eads-corin ember-lucas fable-nora farrow-linus field-thea finch-otis flint-mabel frost-anton
        gale-petra garner-silas glass-edith grove-milo hale-bettina harrow-cyrus hearth-ada heron-jonas
        ivers-clementine jessop-ralph kettle-rosa kirk-valentin lark-dora lowell-ansel marsh-ingrid
        mead-casper moss-tilda north-hugo oakes-freya orchard-basil parrish-leonie penn-arlo quill-esther
        reed-magnus rowe-henrike sable-ivo sexton-blythe shore-edgar stone-mirabel thorn-wilfred tuck-annika
        vale-caspian ward-lottie wick-balthasar yarrow-june
        """
        .split(whereSeparator: \.isWhitespace).map(String.init)

    static let plans = [
        Plan(copier: "marsh-ingrid", sources: [("beck-ottilie", 6)], kind: .wholeReworded),
        Plan(copier: "thorn-wilfred", sources: [("dale-winona", 2)], kind: .paragraphs),
        Plan(
            copier: "finch-otis",
            sources: [("garner-silas", 1), ("kettle-rosa", 1), ("tuck-annika", 1)],
            kind: .paragraphs
        ),
        Plan(copier: "acker-tobias", sources: [("stone-mirabel", 1)], kind: .paragraphs),
        Plan(copier: "quill-esther", sources: [("flint-mabel", 3)], kind: .paragraphs),
        Plan(
            copier: "lowell-ansel",
            sources: [("hale-bettina", 1), ("cole-sabina", 1)],
            kind: .paragraphs
        ),
    ]

    /// Who quotes.
    static let quoting: Set<String> = [
        "abbot-wren", "bloom-hettie", "carver-noel", "drake-philippa", "farrow-linus", "grove-milo",
        "jessop-ralph", "lark-dora", "oakes-freya", "shore-edgar", "ward-lottie", "yarrow-june",
    ]

    static let title = "Speaking to the public"

    /// The task, which everybody wrote above the essay.
    static let prompt = """
        Write about a moment when you had to address an audience you did not know. Describe what you \
        wanted them to take home, explain how you prepared for it, and weigh whether a speaker owes \
        listeners comfort or candour. Use between three hundred and five hundred words.
        """

    /// A sentence of a book that does not exist.
    static let quotation = """
        Whoever steps onto a platform borrows an hour from every life in the hall, and the only \
        interest we may pay on that loan is to send each listener away less alone than he arrived.
        """

    /// Words and what stands for them in a reworded copy.
    static let synonyms = """
        talk=address
        speech=oration
        speak=hold forth
        asked=begged
        walked=strolled
        remember=recall
        moments=instants
        strange=peculiar
        fear=dread
        laughed=giggled
        whispered=murmured
        began=started
        failed=flopped
        simple=obvious
        worth=equal to
        taught=trained
        practise=rehearse
        write=draft
        cure=remedy
        needs=requires
        learned=discovered
        enough=sufficient
        habit=custom
        perhaps=maybe
        wrong=mistaken
        hope=wish
        quiet=hushed
        should=ought to
        told=instructed
        handed=passed
        dull=boring
        reach=win over
        matters=counts
        people=folk
        stands=remains
        trust=rely on
        ready=at hand
        stayed=lingered
        planned=prepared
        left=departed
        """
}
