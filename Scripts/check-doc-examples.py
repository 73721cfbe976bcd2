#!/usr/bin/env python3
"""Makes a Swift file of every example in the docs, to be compiled: check-doc-examples.py FOLDER

An example is a block marked as Swift in a docstring of Sources, or in a page (README.md, docs, a DocC
catalogue). Each becomes the body of a function in a file of its own, so that it sees what it imports
and nothing else; an error is told with file and line of the example. `import Leitong` goes without
saying, as does the import of the module whose docstring it is. What examples take as given, such as
`speech` or `corpus`, is declared in Tests/Library/Given.swift.

Not compiled is a block that begins with `// Package.swift`: it is part of a manifest.

With --list-bare it names the public types of what people see whose docstring has no example of its own.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# What `import Leitong` brings, by Sources/Leitong/Exports.swift.
UMBRELLA = {"Leitong", "LeitongCore", "LeitongModel", "LeitongReport", "LeitongStorage"}
SEEN = ["Leitong", "LeitongModel", "LeitongReport", "LeitongFiles"]
FENCE = re.compile(r"\s*```(\w*)\s*$")
IMPORT = re.compile(r"import (\w+)\s*$")
# Names that an example declares at its outermost level: that it does not go on to use them is no fault.
DECLARED = re.compile(r"(?:async )?(?:let|var) (?:(\w+)|\(([\w, ]+)\))\b")
TYPE = re.compile(
    r"(?P<indent>\s*)(?:@\w+(?:\(\w+\))? )*public (?:final |indirect )?(?:struct|enum|class|actor|protocol) (?P<name>\w+)"
)


class Example:
    """A block of code, and where it stands."""

    def __init__(self, path, line, module):
        self.path = path
        self.line = line
        self.modules = {"Leitong"} | ({module} if module not in UMBRELLA else set())
        self.code = []

    def add(self, text):
        """Takes a line; an import counts for the file, and leaves an empty line in the body."""
        found = IMPORT.match(text)
        if found:
            self.modules.add(found[1])
        self.code.append("" if found else text)

    @property
    def is_manifest(self):
        return self.code[:1] == ["// Package.swift"]

    def source(self):
        """The Swift file of this example."""
        names = []
        for text in self.code:
            found = DECLARED.match(text)
            if found:
                names += [name.strip() for name in (found[1] or found[2]).split(",")]
        return "\n".join(
            [f"import {module}" for module in sorted(self.modules)]
            + ["", "private func example() async throws {"]
            + [f'#sourceLocation(file: "{self.path}", line: {self.line})']
            + self.code
            + ["#sourceLocation()"]
            + [f"    _ = {name}" for name in dict.fromkeys(names) if name != "_"]
            + ["}", ""]
        )


def lines_of_docs(path):
    """Numbers and texts of the lines of a file in which examples can stand; `None` parts blocks."""
    for number, line in enumerate(path.read_text().split("\n"), 1):
        if path.suffix == ".md":
            yield number, line
        else:
            text = line.strip()
            yield number, text[3:].removeprefix(" ") if text.startswith("///") else None


def examples(path, module):
    """The examples of a file, in order."""
    current, is_open = None, False
    for number, text in lines_of_docs(path):
        fence = FENCE.match(text) if text is not None else None
        if is_open and (fence or text is None):
            if text is None:
                sys.exit(f"{path}:{number}: the block above is not closed")
            if current:
                yield current
            current, is_open = None, False
        elif fence:
            is_open = True
            if fence[1] == "swift":
                current = Example(path.relative_to(ROOT), number + 1, module)
        elif current:
            current.add(text)
    if is_open:
        sys.exit(f"{path}: the last block is not closed")


def files():
    """The files that hold examples, with the module that each belongs to."""
    for folder in sorted((ROOT / "Sources").iterdir()):
        for path in sorted([*folder.rglob("*.swift"), *folder.rglob("*.docc/**/*.md")]):
            yield path, folder.name
    for path in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        yield path, "Leitong"


def bare_types():
    """Public types of what people see without an example in their docstring, with their places."""
    for module in SEEN:
        for path in sorted((ROOT / "Sources" / module).rglob("*.swift")):
            doc = []
            for number, line in enumerate(path.read_text().split("\n"), 1):
                text = line.strip()
                if text.startswith("///"):
                    doc.append(text)
                    continue
                found = TYPE.match(line)
                if found and "/// ```swift" not in doc:
                    nested = " (nested)" if found["indent"] else ""
                    yield f"{path.relative_to(ROOT)}:{number}: {found['name']}{nested}"
                if not text.startswith("@"):
                    doc = []


def main():
    if sys.argv[1:] == ["--list-bare"]:
        print("\n".join(bare_types()))
        return
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for path, module in files():
        for example in examples(path, module):
            if example.is_manifest:
                continue
            name = re.sub(r"\W+", "-", f"{example.path.with_suffix('')}-{example.line}")
            (folder / f"{name}.swift").write_text(example.source())
            count += 1
    if count == 0:
        sys.exit("no examples found: did their form change?")
    print(f"{count} examples")


if __name__ == "__main__":
    main()
