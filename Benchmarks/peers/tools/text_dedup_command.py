"""text-dedup: its own command, which keeps one text of each group and tells no pairs.

It splits at everything that is no letter or digit and makes n-grams of words: each character becomes a word, a mark
becomes its code, so that its windows are the same five characters as everybody's.
"""

import json
import os
import re
import subprocess
import sys
import tempfile

import datasets

from work import SHINGLE_CHARACTERS, THRESHOLD, VALUES, Stages, read_records, write_flags

MARK = re.compile(r"\W")


def as_words(text: str) -> str:
    """Every character as a word of its own."""
    return " ".join(f"u{ord(character):x}" if MARK.match(character) else character for character in text)


stages = Stages()
ids, texts = read_records()
stages.finish("read")
with tempfile.TemporaryDirectory() as folder:
    with open(f"{folder}/words.jsonl", "w", encoding="utf-8") as output:
        for record, text in zip(ids, texts):
            output.write(json.dumps({"id": record, "text": as_words(text)}, ensure_ascii=False) + "\n")
    stages.finish("words")
    command = [sys.executable, "-m", "text_dedup.minhash", "--path", "json", "--data_files", f"{folder}/words.jsonl"]
    command += ["--split", "train", "--cache_dir", f"{folder}/cache", "--output", f"{folder}/kept", "--column", "text"]
    command += ["--ngram", str(SHINGLE_CHARACTERS), "--num_perm", str(VALUES), "--threshold", str(THRESHOLD)]
    command += ["--num_proc", "1", "--hash_func", "xxh3"]
    offline = {"HF_DATASETS_OFFLINE": "1", "HF_HUB_OFFLINE": "1", "HF_HOME": f"{folder}/home"}
    subprocess.run(command, check=True, stdout=sys.stderr, env={**os.environ, **offline})
    stages.finish("all")
    kept = set(datasets.load_from_disk(f"{folder}/kept")["id"])
write_flags(record for record in ids if record not in kept)
stages.finish("write")
stages.report()
