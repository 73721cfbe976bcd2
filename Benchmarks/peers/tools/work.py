"""The work every tool is given, and the account it gives of it.

A tool is called as `TOOL.py INPUT OUTPUT`: INPUT holds {"id", "text"} a line; OUTPUT gets a line for each pair, two ids
and the similarity the tool estimates (or -), parted by tabs. A tool that only flags copies writes one id a line. The last
line on standard output is a JSON object with the processor seconds of each stage.
"""

import json
import resource
import sys
import time
from collections.abc import Iterable

THRESHOLD = 0.7
SHINGLE_CHARACTERS = 5
VALUES = 128
BATCH = 2_000

Pair = tuple[int, int, float | None]


class Stages:
    """Processor seconds of each stage, of this process and of those it waited for."""

    def __init__(self) -> None:
        self._seconds: dict[str, float] = {}
        self._mark = 0.0
        # Everything before the first stage: the interpreter, and the imports.
        self.finish("start")

    def finish(self, stage: str) -> None:
        """Books what was spent since the last call under this stage."""
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        now = time.process_time() + children.ru_utime + children.ru_stime
        self._seconds[stage] = self._seconds.get(stage, 0.0) + now - self._mark
        self._mark = now

    def report(self) -> None:
        """Tells the harness."""
        print(json.dumps({name: round(seconds, 4) for name, seconds in self._seconds.items()}))


def input_path() -> str:
    """The records to compare."""
    return sys.argv[1]


def output_path() -> str:
    """Where the pairs go."""
    return sys.argv[2]


def read_records() -> tuple[list[int], list[str]]:
    """Ids and texts, by the fastest JSON reader that PyPI has."""
    import orjson

    ids: list[int] = []
    texts: list[str] = []
    with open(input_path(), "rb") as lines:
        for line in lines:
            record = orjson.loads(line)
            ids.append(record["id"])
            texts.append(record["text"])
    return ids, texts


def shingles(text: str) -> list[str]:
    """All windows of five characters of the text as it stands."""
    return [text[at : at + SHINGLE_CHARACTERS] for at in range(len(text) - SHINGLE_CHARACTERS + 1)]


def batches(items: list[str]) -> Iterable[list[str]]:
    """The items in runs, so that no tool has to hold all shingles at once."""
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]


def write_pairs(ids: list[int], pairs: Iterable[Pair]) -> None:
    """Writes pairs of positions as pairs of ids."""
    with open(output_path(), "w", encoding="ascii") as output:
        for first, second, estimate in pairs:
            shown = "-" if estimate is None else f"{estimate:.4f}"
            output.write(f"{ids[first]}\t{ids[second]}\t{shown}\n")


def write_flags(flagged: Iterable[int]) -> None:
    """Writes the ids a tool would drop as copies."""
    with open(output_path(), "w", encoding="ascii") as output:
        output.writelines(f"{record}\n" for record in flagged)
