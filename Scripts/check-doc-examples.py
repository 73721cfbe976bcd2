#!/usr/bin/env python3
"""Makes a program of the examples in the docs, to be compiled and run: check-doc-examples.py FOLDER

An example is a block marked as Swift in a docstring of Sources, or in a page (README.md, docs, a DocC
catalogue). Each becomes the body of a function in a file of its own, so that it sees what it imports
and nothing else; an error is told with file and line of the example. `import Leitong` goes without
saying, as does the import of the module whose docstring it is. What examples take as given, such as
`speech` or `corpus`, is declared in Tests/Library/Given.swift. An example that says behind a `print`
what that prints is run too, and has to print it.

Not compiled is a block that begins with `// Package.swift`: it is part of a manifest.

A public type that people see by `import Leitong` or `import LeitongFiles`, and that is nested in no
other, has to have an example in its docstring.
"""

import json
import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Modules that `import Leitong` brings whole, and all of which it brings types, by Sources/Leitong/Exports.swift.
UMBRELLA = {"Leitong", "LeitongReport", "LeitongRun"}
SEEN = sorted(UMBRELLA | {"LeitongCore", "LeitongModel", "LeitongStorage", "LeitongFiles"})
LIBRARY = ROOT / "Tests" / "Library"
FENCE = re.compile(r"\s*```(\w*)\s*$")
IMPORT = re.compile(r"import (\w+)\s*$")
# Names that an example declares at its outermost level: that it does not go on to use them is no fault.
DECLARED = re.compile(r"(?:async )?(?:let|var) (?:(\w+)|\(([\w, ]+)\))\b")
PRINTED = re.compile(r"\s*print\(.*\)\s{2,}// (.+)$")
TYPE = re.compile(
    r"(?P<before>(?:@\w+(?:\(\w+\))? )*)public (?:final |indirect )?"
    r"(?:struct|enum|class|actor|protocol) (?P<name>\w+)"
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

    @property
    def name(self):
        return "_".join(re.findall(r"\w+", str(self.path.with_suffix("")))) + f"_{self.line}"

    @property
    def results(self):
        """What it says that it prints."""
        return [found[1] for found in map(PRINTED.match, self.code) if found]

    def source(self):
        """The Swift file of this example."""
        names = []
        for text in self.code:
            found = DECLARED.match(text)
            if found:
                names += [name.strip() for name in (found[1] or found[2]).split(",")]
        return "\n".join(
            [f"import {module}" for module in sorted(self.modules)]
            + ["", f"func {self.name}() async throws {{"]
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
    """Public types that people see without an example in their docstring, with their places."""
    for module in SEEN:
        for path in sorted((ROOT / "Sources" / module).rglob("*.swift")):
            doc = []
            for number, line in enumerate(path.read_text().split("\n"), 1):
                text = line.strip()
                if text.startswith("///"):
                    doc.append(text)
                    continue
                found = TYPE.match(line)
                if found and "_spi" not in found["before"] and "/// ```swift" not in doc:
                    yield f"{path.relative_to(ROOT)}:{number}: {found['name']} has no example"
                if not line.startswith("@"):
                    doc = []


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    made = [each for path, module in files() for each in examples(path, module) if not each.is_manifest]
    for example in made:
        (folder / f"{example.name}.swift").write_text(example.source())
    for name in ["Given.swift", "Results.swift"]:
        shutil.copy(LIBRARY / name, folder)
    run = [example for example in made if example.results]
    calls = [
        f'try await expect({json.dumps(each.results, ensure_ascii=False)}, of: "{each.path}:{each.line}", {each.name})'
        for each in run
    ]
    (folder / "main.swift").write_text("\n".join(["try await prepare()", *calls, ""]))
    bare = list(bare_types())
    if bare or not run:
        sys.exit("\n".join(bare) or "no examples to run found: did their form change?")
    print(f"{len(made)} examples, {len(run)} of them to be run")


if __name__ == "__main__":
    main()
