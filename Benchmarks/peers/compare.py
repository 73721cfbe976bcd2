#!/usr/bin/env python3
"""Runs Leitong and its peers side by side and writes the table: `make peers`, or compare.py [SIZE...]."""

import argparse
import re

from harness import workplace
from harness.catalogue import PEERS
from harness.corpora import Corpus
from harness.schedule import run_all
from harness.table import write_table


def size(word: str) -> str:
    """10k, 100k, 1m and the like."""
    if not re.fullmatch(r"[1-9][0-9]*[km]", word.lower()):
        raise argparse.ArgumentTypeError(f"{word} is no size such as 10k or 1m")
    return word.lower()


def main() -> None:
    """Sets up, runs what was not run yet, writes the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=size, default=["10k", "100k"], metavar="SIZE")
    parser.add_argument("--repeats", type=int, default=3, help="runs of each (3)")
    parser.add_argument("--threads", type=int, default=1, help="threads and cores of each (1)")
    parser.add_argument("--only", nargs="+", default=[], choices=[peer.name for peer in PEERS], metavar="PEER")
    parser.add_argument("--table", action="store_true", help="run nothing: make the table of what was kept")
    arguments = parser.parse_args()

    corpora = [Corpus(name) for name in arguments.sizes]
    if not arguments.table:
        missing = workplace.set_up()
        for corpus in corpora:
            corpus.make()
        for corpus in corpora:
            run_all(corpus, arguments.repeats, arguments.threads, missing, set(arguments.only))
    command = f'make peers SIZES="{" ".join(arguments.sizes)}" REPEATS={arguments.repeats} THREADS={arguments.threads}'
    print(write_table(corpora, arguments.repeats, arguments.threads, command))


if __name__ == "__main__":
    main()
