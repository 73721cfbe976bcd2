#!/usr/bin/env python3
"""Makes Sources/LeitongCore/Folding/FoldingTable+Data.swift from Unicode's data files.

Usage: Scripts/generate-folding-table.py [--unicode /usr/share/unicode]

Reads UnicodeData.txt, DerivedNormalizationProps.txt and EquivalentUnifiedIdeograph.txt (Debian: package unicode-data)
and writes, as text that FoldingTable parses on first use:
  dropped         scalars that leave nothing: NFKC_Casefold maps them to nothing, or to white space, punctuation,
                  symbols or controls only; the tatweel, and the points of Arabic and Hebrew
  mapped          scalars that become others: NFKC_Casefold without what is dropped, in NFC; those with an iota
                  below decomposed; CJK radicals their ideographs; the Persian yeh and kaf the Arabic ones
  classes         canonical combining classes other than 0
  decompositions  full canonical decompositions
  compositions    pairs that compose, without the exclusions
"""
import argparse
import os

HERE = os.path.dirname(os.path.abspath(__file__))
TARGET = os.path.join(HERE, "..", "Sources", "LeitongCore", "Folding", "FoldingTable+Data.swift")
KEPT = {"L", "M", "N"}          # letters, marks, numbers
KEPT_OTHERS = {"Co", "Cn"}      # private use and unassigned: perhaps ideographs newer than the table
# The iota below is a mark, but its case folding is a letter: marks that follow it in the text belong before it.
# So it stays a mark until a group is in canonical order, when Composer turns it into the letter.
IOTA_BELOW = 0x345
RADICALS = range(0x2E80, 0x2FE0)
# Kangxi radicals stand in texts taken out of PDF for the form of their ideograph that the font drew. Unicode's data
# name one form of these; all forms fold to the one in use, so that the radical is equal to whichever was meant.
FORMS = {0x6236: 0x6237, 0x6238: 0x6237, 0x9751: 0x9752, 0x9EC3: 0x9EC4}
# Keyboards for Persian and Urdu write yeh and kaf with letters of their own, that look alike within a word.
LETTERS = {0x6CC: 0x64A, 0x6A9: 0x643, 0x6AA: 0x643}
TATWEEL = 0x640
# Arabic and Hebrew are written with points or without. Madda and hamza (0653 to 0655) make other letters.
POINTS = [range(0x591, 0x5C8), range(0x610, 0x61B), range(0x64B, 0x653), range(0x656, 0x660), range(0x670, 0x671),
          range(0x6D6, 0x6EE), range(0x8CA, 0x900)]


def read_unicode_data(folder):
    """Category, combining class and canonical decomposition by scalar."""
    category, combining, decomposition = {}, {}, {}
    first = None
    with open(os.path.join(folder, "UnicodeData.txt"), encoding="ascii") as lines:
        for line in lines:
            fields = line.rstrip("\n").split(";")
            scalar = int(fields[0], 16)
            if fields[1].endswith(", First>"):
                first = scalar
                continue
            for one in range(first if first is not None else scalar, scalar + 1):
                category[one] = fields[2]
            first = None
            if fields[3] != "0":
                combining[scalar] = int(fields[3])
            if fields[5] and not fields[5].startswith("<"):
                decomposition[scalar] = [int(part, 16) for part in fields[5].split()]
    return category, combining, decomposition


def read_properties(folder):
    """NFKC_Casefold by scalar, the composition exclusions, and the version of the data."""
    casefold, excluded, version = {}, set(), ""
    with open(os.path.join(folder, "DerivedNormalizationProps.txt"), encoding="utf-8") as lines:
        for line in lines:
            if not version and line.startswith("# DerivedNormalizationProps-"):
                version = line.split("-", 1)[1].split(".txt")[0]
            fields = [field.strip() for field in line.split("#")[0].split(";")]
            if len(fields) < 2:
                continue
            ends = [int(end, 16) for end in fields[0].split("..")]
            scalars = range(ends[0], ends[-1] + 1)
            if fields[1] == "NFKC_CF":
                for scalar in scalars:
                    casefold[scalar] = [int(part, 16) for part in fields[2].split()]
            elif fields[1] == "Full_Composition_Exclusion":
                excluded.update(scalars)
    return casefold, excluded, version


def read_radicals(folder):
    """The ideograph of each radical that has one."""
    result = {}
    with open(os.path.join(folder, "EquivalentUnifiedIdeograph.txt"), encoding="utf-8") as lines:
        for line in lines:
            fields = [field.strip() for field in line.split("#")[0].split(";")]
            if len(fields) == 2:
                ends = [int(end, 16) for end in fields[0].split("..")]
                for scalar in range(ends[0], ends[-1] + 1):
                    if scalar in RADICALS:
                        result[scalar] = int(fields[1], 16)
    return result


def full_decomposition(scalar, decomposition):
    if scalar not in decomposition:
        return [scalar]
    return [part for one in decomposition[scalar] for part in full_decomposition(one, decomposition)]


def runs(values):
    """Groups a {scalar: value} map into (first, last, value) with equal values."""
    result = []
    for scalar in sorted(values):
        if result and result[-1][1] == scalar - 1 and result[-1][2] == values[scalar]:
            result[-1][1] = scalar
        else:
            result.append([scalar, scalar, values[scalar]])
    return result


def ends(first, last):
    return f"{first:X}" if first == last else f"{first:X}-{last:X}"


def wrapped(items, width=96):
    lines, line = [], ""
    for item in items:
        if line and len(line) + 1 + len(item) > width:
            lines.append(line)
            line = ""
        line = f"{line} {item}" if line else item
    return "\n".join(f"        {line}" for line in lines + [line])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--unicode", default="/usr/share/unicode", help="folder of Unicode's data files")
    options = parser.parse_args()
    category, combining, decomposition = read_unicode_data(options.unicode)
    casefold, excluded, version = read_properties(options.unicode)
    radicals = read_radicals(options.unicode)

    def is_kept(scalar):
        name = category.get(scalar, "Cn")
        return name[0] in KEPT or name in KEPT_OTHERS

    def kept(sequence):
        """What is kept of a sequence; a mark goes with the space or symbol it stands on."""
        result, base_is_dropped = [], False
        for one in sequence:
            if category.get(one, "Cn")[0] != "M":
                base_is_dropped = not is_kept(one)
            if is_kept(one) and not base_is_dropped:
                result.append(one)
        return result

    def is_point(scalar):
        return scalar == TATWEEL or category.get(scalar) == "Mn" and any(scalar in points for points in POINTS)

    def last_step(sequence):
        """What Leitong does besides Unicode: points go, and forms of one letter or ideograph become one."""
        return [FORMS.get(one, LETTERS.get(one, one)) for one in sequence if not is_point(one)]

    dropped, offsets, sequences = {}, {}, {}
    for scalar in range(0x110000):
        if 0xD800 <= scalar < 0xE000:
            continue
        parts = full_decomposition(scalar, decomposition)
        if IOTA_BELOW in parts:
            result = [folded for part in parts
                      for folded in ([part] if part == IOTA_BELOW else casefold.get(part, [part]))]
        else:
            result = kept([radicals[scalar]] if scalar in radicals else casefold.get(scalar, [scalar]))
        result = last_step(result)
        if not result:
            dropped[scalar] = True
        elif len(result) == 1:
            if result[0] != scalar:
                offsets[scalar] = result[0] - scalar
        else:
            sequences[scalar] = result
    mapped = [f"{ends(first, last)}={first + offset:X}" for first, last, offset in runs(offsets)]
    mapped += [f"{scalar:X}={'+'.join(f'{one:X}' for one in sequence)}" for scalar, sequence in sorted(sequences.items())]
    compositions = [f"{pair[0]:X}+{pair[1]:X}={scalar:X}" for scalar, pair in sorted(decomposition.items())
                    if len(pair) == 2 and scalar not in excluded]
    decompositions = []
    for scalar in sorted(decomposition):
        parts = full_decomposition(scalar, decomposition)
        decompositions.append(f"{scalar:X}={'+'.join(f'{one:X}' for one in parts)}")
    literals = [
        ("dropped", "Scalars that leave nothing.", [ends(first, last) for first, last, _ in runs(dropped)]),
        ("mapped", "Scalars that become others; of a range the first, the others at the same distance.", mapped),
        ("classes", "Canonical combining classes other than 0.",
         [f"{ends(first, last)}={value}" for first, last, value in runs(combining)]),
        ("decompositions", "Full canonical decompositions.", decompositions),
        ("compositions", "Pairs of scalars that compose.", compositions),
    ]
    with open(TARGET, "w", encoding="ascii", newline="\n") as file:
        file.write("// swift-format-ignore-file\n")
        file.write(f"// Made by Scripts/generate-folding-table.py from Unicode {version}. Do not edit.\n\n")
        file.write("extension FoldingTable {\n")
        file.write("    /// Version of the Unicode data that folding uses.\n")
        file.write(f'    public static let unicodeVersion = "{version}"\n')
        for name, words, items in literals:
            file.write(f"\n    /// {words}\n    static let {name}Text: StaticString = \"\"\"\n{wrapped(items)}\n        \"\"\"\n")
        file.write("}\n")
    print(f"{TARGET}: Unicode {version}, {os.path.getsize(TARGET)} bytes")


main()
