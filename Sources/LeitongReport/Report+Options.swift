/// The options that decide what a run finds, with their defaults filled in.
public struct RunOptions: Codable, Sendable, Equatable {
    /// Lowest Jaccard similarity of two paragraphs that is reported.
    public var threshold: Double
    /// Paragraphs of fewer folded characters are left out.
    public var minParagraph: Int
    /// `none` or `standard`.
    public var fold: String
    /// Length rule of shingles: `width 10` or `5 characters`.
    public var shingle: String
    /// Whether every pair is listed instead of each copy against its nearest.
    public var allPairs: Bool
    /// `minhash` (nominates, then verifies) or `exact` (prefix-filter join).
    public var method: String
    /// Seed of the signature's hash functions.
    public var seed: UInt64
    /// Texts of a very large group of candidates that the others of the group are compared with;
    /// without effect where `all_pairs` is set.
    public var representatives: Int
    /// The options of passages; absent where only paragraphs are looked for.
    public var passages: PassageOptions?
    /// Paths that all other documents were compared with, and with nothing else; absent otherwise.
    public var against: [String]?
    /// Number of pairs that alone were compared; absent otherwise.
    public var pairs: Int?
    /// Paths of the files whose text counts nowhere; absent where none were given.
    public var templates: [String]?

    private enum CodingKeys: String, CodingKey {
        case threshold, fold, shingle, method, seed, representatives, passages, against
        case pairs, templates
        case minParagraph = "min_paragraph"
        case allPairs = "all_pairs"
    }

    /// Creates a set of options.
    public init(
        threshold: Double,
        minParagraph: Int,
        fold: String,
        shingle: String,
        allPairs: Bool,
        method: String,
        seed: UInt64,
        representatives: Int = 16,
        passages: PassageOptions? = nil,
        against: [String]? = nil,
        pairs: Int? = nil,
        templates: [String]? = nil
    ) {
        self.threshold = threshold
        self.minParagraph = minParagraph
        self.fold = fold
        self.shingle = shingle
        self.allPairs = allPairs
        self.method = method
        self.seed = seed
        self.representatives = representatives
        self.passages = passages
        self.against = against
        self.pairs = pairs
        self.templates = templates
    }
}

/// The options that decide which passages are found, and what they are taken for.
public struct PassageOptions: Codable, Sendable, Equatable {
    /// Shortest run of Chinese characters that is sure to be found.
    public var minRun: Int
    /// Passages of fewer matched characters are not reported.
    public var minPassage: Int
    /// Text in more places is compared with its first place, and reported once with all places.
    public var placeLimit: Int
    /// Matches that tell less, in bits, are set phrases.
    public var setPhraseBits: Double
    /// Text that tells this much, in bits, is never a set phrase.
    public var richBits: Double
    /// Documents that may hold a run before it counts for less.
    public var knownDocuments: Int
    /// Documents that must hold a quoted run.
    public var quotedDocuments: Int
    /// Copies of at least this identity are near, all others rewritten.
    public var nearIdentity: Double
    /// The model of ordinary prose: `official-prose`, or the file it was read from.
    public var background: String
    /// Share of the documents above which the text that they hold is common to them.
    public var commonShare: Double
    /// Whether common text counts as copied all the same.
    public var countCommon: Bool
    /// Whether what stands under the heading of a bibliography counts as copied all the same.
    public var countBibliography: Bool

    private enum CodingKeys: String, CodingKey {
        case minRun = "min_run"
        case minPassage = "min_passage"
        case placeLimit = "place_limit"
        case setPhraseBits = "set_phrase_bits"
        case richBits = "rich_bits"
        case knownDocuments = "known_documents"
        case quotedDocuments = "quoted_documents"
        case nearIdentity = "near_identity"
        case background
        case commonShare = "common_share"
        case countCommon = "count_common"
        case countBibliography = "count_bibliography"
    }

    /// Creates a set of options.
    public init(
        minRun: Int,
        minPassage: Int,
        placeLimit: Int,
        setPhraseBits: Double,
        richBits: Double,
        knownDocuments: Int,
        quotedDocuments: Int,
        nearIdentity: Double,
        background: String = "official-prose",
        commonShare: Double = 0.5,
        countCommon: Bool = false,
        countBibliography: Bool = false
    ) {
        self.minRun = minRun
        self.minPassage = minPassage
        self.placeLimit = placeLimit
        self.setPhraseBits = setPhraseBits
        self.richBits = richBits
        self.knownDocuments = knownDocuments
        self.quotedDocuments = quotedDocuments
        self.nearIdentity = nearIdentity
        self.background = background
        self.commonShare = commonShare
        self.countCommon = countCommon
        self.countBibliography = countBibliography
    }
}

/// What is sure to be found, and with which probability.
public struct Guarantee: Codable, Sendable, Equatable {
    /// One sentence for people.
    public var text: String
    /// Bands of the signature; absent with `--exact`.
    public var bands: Int?
    /// Signature values in a band; absent with `--exact`.
    public var rowsPerBand: Int?
    /// Probability that a pair of a given similarity is found, at a few similarities.
    public var curve: [CurvePoint]
    /// Letters of the shortest run that is sure to be found in text without Chinese characters;
    /// absent where only paragraphs are looked for.
    public var minNarrowRun: Int?

    private enum CodingKeys: String, CodingKey {
        case text, bands, curve
        case rowsPerBand = "rows_per_band"
        case minNarrowRun = "min_narrow_run"
    }

    /// Creates a guarantee.
    public init(text: String, bands: Int? = nil, rowsPerBand: Int? = nil, curve: [CurvePoint] = [])
    {
        self.text = text
        self.bands = bands
        self.rowsPerBand = rowsPerBand
        self.curve = curve
    }

    /// One point of the curve.
    public struct CurvePoint: Codable, Sendable, Equatable {
        /// Jaccard similarity of a pair.
        public var jaccard: Double
        /// Probability that the pair becomes a candidate.
        public var probability: Double

        /// Creates a point.
        public init(jaccard: Double, probability: Double) {
            self.jaccard = jaccard
            self.probability = probability
        }
    }
}

/// Totals of a run.
public struct Summary: Codable, Sendable, Equatable {
    /// Files and records read.
    public var documents = 0
    /// Speeches found inside compiled files.
    public var sections = 0
    /// Paragraphs read.
    public var paragraphs = 0
    /// Folded characters of all paragraphs.
    public var characters = 0
    /// Paragraphs compared.
    public var comparedParagraphs = 0
    /// Paragraphs left out because they are shorter than `min_paragraph`.
    public var shortParagraphs = 0
    /// Texts that differ from one another after folding.
    public var distinctParagraphs = 0
    /// Paragraphs without a copy that were compared with some only of very many that are somewhat
    /// like them; 0 with `all_pairs`.
    public var partlyComparedParagraphs = 0
    /// Paragraphs that have at least one copy.
    public var copiedParagraphs = 0
    /// Groups of copies.
    public var clusters = 0
    /// Match rows in the report of `find`, pairs in that of `score`.
    public var matches = 0
    /// Passages reported, by class.
    public var copiedPassages = 0
    /// Set phrases reported as passages.
    public var setPhrasePassages = 0
    /// Quotations reported as passages.
    public var quotations = 0
    /// Passages of text that most documents hold.
    public var commonPassages = 0
    /// Passages of text of templates.
    public var templatePassages = 0
    /// Runs of text reported once with all their places.
    public var phrases = 0
    /// Characters of all documents that count: those of templates are left out.
    public var countedCharacters = 0
    /// Characters of text that most documents hold, and that no copy holds.
    public var commonCharacters = 0
    /// Characters of text of templates.
    public var templateCharacters = 0
    /// Pairs of documents that share no copy and are not listed, as there are very many.
    public var unlistedPairs = 0
    /// Passages left out because they have fewer matched characters than `min_passage`.
    public var shortPassages = 0
    /// Inputs that could not be used.
    public var skipped = 0
    /// Files below a folder that its `.leitongignore`, `--include` or `--exclude` left out.
    public var ignored = 0
    /// Other names of files that were read: links and other paths to them.
    public var furtherNames = 0

    private enum CodingKeys: String, CodingKey {
        case documents, sections, paragraphs, characters, clusters, matches, skipped, ignored
        case quotations, phrases
        case furtherNames = "further_names"
        case commonPassages = "common_passages"
        case templatePassages = "template_passages"
        case countedCharacters = "counted_characters"
        case commonCharacters = "common_characters"
        case templateCharacters = "template_characters"
        case unlistedPairs = "unlisted_pairs"
        case copiedPassages = "copied_passages"
        case setPhrasePassages = "set_phrase_passages"
        case shortPassages = "short_passages"
        case comparedParagraphs = "compared_paragraphs"
        case shortParagraphs = "short_paragraphs"
        case distinctParagraphs = "distinct_paragraphs"
        case partlyComparedParagraphs = "partly_compared_paragraphs"
        case copiedParagraphs = "copied_paragraphs"
    }

    /// Creates totals of zero.
    public init() {}
}
