#!/usr/bin/env python3
"""Makes the model of official prose anew, or the parts that it is judged by.

    background-model.py CORPORA --build LEITONG --output FILE    train it
    background-model.py CORPORA --parts FOLDER                   write the parts kept out of it

CORPORA is a folder with the collections named in SOURCES, each a file of JSON Lines ({"id", "text"}), as it is or
packed by xz. Whole stretches of the news and whole groups of the articles are kept out of the training, so that
what the model calls surprising can be judged by text that it has not seen; each stretch of the news is as far from
the next as its months say. The third part of either is for a last check: nothing is chosen by it.
"""
import argparse
import json
import lzma
import pathlib
import subprocess
import sys
import tempfile

# What each collection counts for: every document of it as so many. Chosen by measurement (docs/algorithms/significance.md).
SOURCES = {"cn_laws": 1, "gov_work_reports": 10, "party_articles": 12, "news_broadcast": 12}
MAX_BYTES = 8_000_000

# Parts kept out, by how the ids of their documents begin.
PARTS = {
    "news-a": ("news_broadcast", ("2015/201510", "2015/201511")),
    "news-b": ("news_broadcast", ("2016/201610", "2016/201611")),
    "news-c": ("news_broadcast", ("2018/201810", "2018/201811")),
    "articles-a": ("party_articles", ("cpcnews_gjwj", "cpcnews_jdsqdj")),
    "articles-b": ("party_articles", ("cpcnews_zjfd", "cpcnews_xsdt")),
    "articles-c": ("party_articles", ("cpcnews_ncjcdj",)),
}


def records(folder, source):
    """Lines of a collection with their ids."""
    path = folder / f"{source}.jsonl"
    lines = open(path, "rb") if path.exists() else lzma.open(f"{path}.xz", "rb")
    with lines:
        for line in lines:
            yield json.loads(line)["id"], line


def is_of(identifier, part, source):
    return part[0] == source and identifier.startswith(part[1])


def write_parts(corpora, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name, part in PARTS.items():
        with open(folder / f"{name}.jsonl", "wb") as file:
            file.writelines(line for identifier, line in records(corpora, part[0]) if is_of(identifier, part, part[0]))


def build(corpora, leitong, output):
    with tempfile.TemporaryDirectory() as folder:
        command = [leitong, "background", "build", "--max-size", str(MAX_BYTES), "--output", str(output)]
        for source, weight in SOURCES.items():
            path = pathlib.Path(folder, f"{source}.jsonl")
            with open(path, "wb") as file:
                file.writelines(
                    line
                    for identifier, line in records(corpora, source)
                    if not any(is_of(identifier, part, source) for part in PARTS.values())
                )
            command += [str(path), "--weight", str(weight)]
        return subprocess.run(command).returncode


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=pathlib.Path)
    parser.add_argument("--build", metavar="LEITONG", help="the program to train with")
    parser.add_argument("--output", type=pathlib.Path, help="where the model is written")
    parser.add_argument("--parts", metavar="FOLDER", type=pathlib.Path, help="where the parts kept out are written")
    arguments = parser.parse_args()
    if bool(arguments.build) != bool(arguments.output) or not (arguments.build or arguments.parts):
        parser.error("either --build with --output, or --parts, or all three")
    if arguments.parts:
        write_parts(arguments.corpora, arguments.parts)
    return build(arguments.corpora, arguments.build, arguments.output) if arguments.build else 0


if __name__ == "__main__":
    sys.exit(main())
