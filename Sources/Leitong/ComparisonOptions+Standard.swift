extension ComparisonOptions {
    /// The standard values of options, for who shows them before there are any options: those load
    /// the model of ordinary prose.
    public enum Standard {
        /// ``ComparisonOptions/threshold``.
        public static let threshold = 0.7
        /// ``ComparisonOptions/minParagraph``.
        public static let minParagraph = 12
        /// ``ComparisonOptions/representativeLimit``.
        public static let representativeLimit = 16
        /// ``ComparisonOptions/minRun``.
        public static let minRun = 13
        /// ``ComparisonOptions/minPassage``.
        public static let minPassage = 0
        /// ``ComparisonOptions/placeLimit``.
        public static let placeLimit = 12
        /// ``ComparisonOptions/commonShare``.
        public static let commonShare = 0.5
    }
}
