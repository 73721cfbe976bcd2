/// Letters that look like letters of other scripts, and what stands for them all.
///
/// Source: The Unicode Consortium, UTS #39, confusables.txt. The data is text in
/// `ConfusableCharacters+Data.swift`; the script that makes it states each rule.
enum ConfusableCharacters {}
