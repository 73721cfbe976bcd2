#!/usr/bin/env python3
"""Refuses circles between the folders of a module: check-folders.py Sources/MODULE...

A folder needs another if one of its files names a type that the other declares. Names are read from
the sources without comments and strings: a type counts where it is declared outside of all others, so
that `Outer.Inner` is a reference to `Outer`; a private one, a generic parameter, and a type nested in
what the file declares or extends hide another of the same name. What an extension adds is not
followed to the folder that the extension stands in: the extended type is.
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

COMMENTS_AND_STRINGS = re.compile(
    r'//[^\n]*|/\*.*?\*/|""".*?"""|"(?:\\.|[^"\\\n])*"', re.DOTALL
)
DECLARATION = re.compile(
    r"(?P<before>[\w@() ]*)\b(?:struct|class|enum|protocol|actor|typealias)\s+(?P<name>[A-Z]\w*)"
)
IMPORT = re.compile(r"^[ \t]*(?:@\w+(?:\(\w+\))? +)*(?:public |package |internal )?import .*$", re.MULTILINE)
EXTENSION = re.compile(r"\bextension\s+([A-Z]\w*)")
GENERICS = re.compile(r"\b(?:func\s+\w+|init\??|struct\s+\w+|class\s+\w+|enum\s+\w+)\s*<([^>{]*)>")
REFERENCE = re.compile(r"(?<![\w.])[A-Z]\w*")


class Source:
    """A file: the types it declares for all of its module, and the names it uses."""

    def __init__(self, path, module):
        self.name = path.name
        self.folder = str(path.parent.relative_to(module))
        # What an import names is another module's.
        text = IMPORT.sub("", COMMENTS_AND_STRINGS.sub(" ", path.read_text()))
        self.types, self.own, self.nested = set(), set(), set()
        depth = 0
        for line in text.split("\n"):
            for found in DECLARATION.finditer(line):
                if depth > 0:
                    self.nested.add(found["name"])
                elif re.search(r"\b(?:file)?private\b(?!\()", found["before"]):
                    self.own.add(found["name"])
                else:
                    self.types.add(found["name"])
            depth += line.count("{") - line.count("}")
        self.extended = set(EXTENSION.findall(text))
        for parameters in GENERICS.findall(text):
            self.own.update(re.findall(r"(?:^|,)\s*([A-Z]\w*)", parameters))
        self.names = set(REFERENCE.findall(text))


def edges_between_folders(sources):
    """For each folder the folders it needs, each with the references that say so."""
    homes = {name: source for source in sources for name in source.types}
    nested_in = defaultdict(set)
    for source in sources:
        for name in source.types | source.extended:
            nested_in[name] |= source.nested
    edges = defaultdict(lambda: defaultdict(list))
    for source in sources:
        hidden = source.own | source.types | source.nested
        for name in source.types | source.extended:
            hidden |= nested_in[name]
        for name in sorted((source.names - hidden) & homes.keys()):
            if homes[name].folder != source.folder:
                edges[source.folder][homes[name].folder].append(f"{source.name} names {name}")
    return edges


def reached_from(folder, edges):
    """All folders that a folder needs, directly or by others."""
    reached, waiting = set(), [folder]
    while waiting:
        for needed in edges.get(waiting.pop(), {}):
            if needed not in reached:
                reached.add(needed)
                waiting.append(needed)
    return reached


def circles(module):
    """Lines that name each need which is part of a circle."""
    edges = edges_between_folders([Source(path, module) for path in sorted(module.rglob("*.swift"))])
    lines = []
    for folder in sorted(edges):
        for needed, references in sorted(edges[folder].items()):
            if folder in reached_from(needed, edges):
                lines.append(f"{module}: {folder} needs {needed}, which needs it:")
                lines.extend(f"    {reference}" for reference in references)
    return lines


def main():
    modules = [Path(argument) for argument in sys.argv[1:]]
    if not modules or not all(module.is_dir() for module in modules):
        sys.exit("usage: check-folders.py Sources/MODULE...")
    lines = [line for module in modules for line in circles(module)]
    if lines:
        sys.exit("\n".join(lines))


main()
