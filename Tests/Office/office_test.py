#!/usr/bin/env python3
"""Texts saved as LibreOffice saves them, in other encodings and in an archive: each is a whole copy of its text.

office_test.py [TEXT...], speeches of corpus/ without; LEITONG names the program, else .build/release/leitong.
Prints a line for each file: the share of the text found as copied there, and the paragraphs of both.
"""
import glob, json, os, re, shutil, subprocess, sys, tempfile, zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LEITONG = os.environ.get("LEITONG", os.path.join(ROOT, ".build/release/leitong"))
OFFICE = ["docx", "odt", "epub", "html", "rtf", "pdf"]
# The commonest characters come out right; a reversed table cannot know which of several words is meant.
TABLE = "Sources/LeitongCore/Folding/VariantCharacters+Data.swift"


def traditional():
    """For each Simplified character the first variant that Big5 has."""
    words = re.search(r'"""\n(.*?)"""', open(os.path.join(ROOT, TABLE), encoding="utf-8").read(), re.S)[1].split()
    return {word[0]: other for word in words for other in reversed(word[1:]) if holds(other)}


def holds(text):
    try:
        return bool(text.encode("big5-hkscs"))
    except UnicodeEncodeError:
        return False


def save(texts, folder):
    """Saves the texts in every format; each file is named after its text."""
    office(texts, folder, OFFICE)
    table = traditional()
    for text in texts:
        base = os.path.join(folder, stem(text))
        content = open(text, encoding="utf-8").read()
        encodings = {"gb18030": "gb18030", "utf16": "utf-16", "utf16le": "utf-16-le", "utf16be": "utf-16-be"}
        for name, encoding in encodings.items():
            write(f"{base}.{name}.txt", content.encode(encoding))
        # Big5 has no Simplified characters: the text is written in Traditional ones, and □ for what is left.
        old = "".join(table.get(c, c) if not holds(c) else c for c in content)
        lost = sum(not holds(c) for c in old)
        write(f"{base}.big5.txt", "".join(c if holds(c) else "□" for c in old).encode("big5-hkscs"))
        # As editors do who are told to save it anyway.
        write(f"{base}.big5-lossy.txt", content.encode("big5-hkscs", "replace"))
        if lost:
            print(f"{stem(text)}: Big5 has no character for {lost} of {len(old)}")
        with zipfile.ZipFile(f"{base}.zip", "w", zipfile.ZIP_DEFLATED) as file:
            file.write(text, "文件/a.txt")
    columns(texts, folder)


def columns(texts, folder):
    """Two columns: of a section in Writer."""
    for text in texts:
        page = os.path.join(folder, stem(text) + ".columns.fodt")
        lines = open(text, encoding="utf-8").read().splitlines()
        body = "".join(f"<text:p>{escaped(line)}</text:p>" for line in lines if line.strip())
        write(page, FLAT.replace("BODY", body).encode())
    office(sorted(glob.glob(folder + "/*.columns.fodt")), folder, ["pdf"])


FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles><style:style style:name="S" style:family="section"><style:section-properties>
<style:columns fo:column-count="2" fo:column-gap="8mm"/></style:section-properties></style:style></office:automatic-styles>
<office:body><office:text><text:section text:style-name="S" text:name="S">BODY</text:section></office:text></office:body></office:document>
"""


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def office(files, folder, formats):
    profile = "-env:UserInstallation=file://" + os.path.join(folder, "profile")
    for format in formats:
        command = ["soffice", profile, "--headless", "--convert-to", format, "--outdir", folder]
        if files[0].endswith(".txt"):
            command.insert(3, "--infilter=Text (encoded):UTF8")
        subprocess.run(command + files, check=True, capture_output=True, stdin=subprocess.DEVNULL, timeout=300)


def stem(path):
    return os.path.splitext(os.path.basename(path))[0]


def write(path, content):
    with open(path, "wb") as file:
        file.write(content)


def run(command, text, copy):
    options = ["--fold", "variants"] if ".big5" in copy else []
    output = subprocess.run([LEITONG, command, text, copy, "--format", "json", *options], capture_output=True).stdout
    return json.loads(output)


def compare(text, copy):
    """Whether a file is a whole copy of a text, and a line that says so."""
    report = run("find", text, copy)
    name = f"{os.path.basename(copy):36}"
    counts, shares, encodings = {text: 0, copy: 0}, {}, {}
    for path in counts:
        # A compiled text is several documents.
        parts = [one for one in report["documents"] if one["path"].startswith(path)]
        if not parts:
            return False, f"{name} skipped: {report['skipped']}"
        counts[path] = sum(one["paragraphs"] for one in parts)
        shares[path] = sum(one["copied_characters"] for one in parts) / sum(one["characters"] for one in parts)
        encodings[path] = parts[0]["encoding"]
    whole = resemblance(text, copy)
    limit = 0.98 if copy.endswith(".pdf") else 0.995
    # In columns more paragraphs end with a full line, which looks as if they went on.
    slack = 0.06 if ".columns." in copy else 0.02
    good = min(shares.values()) >= limit and abs(counts[text] - counts[copy]) <= counts[text] * slack
    # Of a PDF the words are there, but where a redaction mark ends a line a paragraph may break.
    good = good and (whole >= limit or copy.endswith((".pdf", ".big5.txt")))
    words = f"{shares[text]:7.2%} of the text, {shares[copy]:7.2%} of the file, {whole:7.2%} alike, "
    return good, f"{name} {words}{counts[text]} and {counts[copy]} paragraphs ({encodings[copy]})"


def resemblance(text, copy):
    """The least resemblance of a document and its copy, which stand in the same order."""
    report = run("score", text, copy)
    documents, pairs = report["documents"], report["pairs"]
    names = [[one["name"] for one in documents if one["path"].startswith(path)] for path in (text, copy)]
    found = {frozenset((pair["a"], pair["b"])): pair["resemblance"] for pair in pairs}
    return min(found.get(frozenset(both), 0) for both in zip(*names))


def main():
    texts = sys.argv[1:] or sorted(glob.glob(os.path.join(ROOT, "corpus/speeches/0[1-4]*.txt")))
    if not shutil.which("soffice"):
        sys.exit("office_test.py: soffice is missing (install libreoffice-writer)")
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        save([os.path.abspath(text) for text in texts], folder)
        for text in texts:
            for copy in sorted(glob.glob(os.path.join(folder, stem(text) + ".*"))):
                if copy.endswith(".fodt"):
                    continue
                good, words = compare(os.path.abspath(text), copy)
                # What Big5 lost is shown, not asked for.
                good = good or ".big5-lossy" in copy
                bad += not good
                print(words + ("" if good else "   WRONG"))
    print(f"{bad} wrong" if bad else "all are whole copies")
    sys.exit(bool(bad))


if __name__ == "__main__":
    main()
