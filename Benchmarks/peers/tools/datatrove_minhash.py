"""datatrove: its steps for signatures and buckets as a local pipeline, on files, as on a cluster.

Its n-grams are of words, and its tokeniser may be one's own: here every character is a word. Its normalisation is off.
"""

import struct
import tempfile
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from datatrove.data import Document
from datatrove.pipeline.dedup.minhash import MinhashConfig, MinhashDedupBuckets, MinhashDedupSignature
from datatrove.utils.hashing import HashConfig
from datatrove.utils.logging import logger
from datatrove.utils.text import TextNormConfig
from datatrove.utils.word_tokenizers import WordTokenizer

from work import SHINGLE_CHARACTERS, Pair, Stages, read_records, write_pairs

BANDS, ROWS = 14, 9


class CharacterTokenizer(WordTokenizer):
    """Takes every character for a word."""

    def word_tokenize(self, text: str) -> list[str]:
        return list(text)

    def sent_tokenize(self, text: str) -> list[str]:
        return [text]

    def span_tokenize(self, text: str) -> list[tuple[int, int]]:
        return [(0, len(text))]


def groups(path: Path) -> Iterator[list[int]]:
    """The texts of each bucket: its file links each to the next."""
    group: list[int] = []
    for _, first, _, second in struct.iter_unpack("<4I", path.read_bytes()):
        if group and group[-1] != first:
            yield group
            group = []
        group = group or [first]
        group.append(second)
    if group:
        yield group


logger.remove()
stages = Stages()
ids, texts = read_records()
stages.finish("read")

as_it_stands = TextNormConfig(
    lowercase=False,
    norm_whitespace=False,
    remove_punctuation=False,
    norm_unicode_diacritics=False,
    norm_numbers=False,
)
config = MinhashConfig(
    n_grams=SHINGLE_CHARACTERS,
    num_buckets=BANDS,
    hashes_per_bucket=ROWS,
    norm_config=as_it_stands,
    hash_config=HashConfig(precision=64, hash_fc="xxhash"),
)
with tempfile.TemporaryDirectory() as folder:
    documents = (Document(text=text, id=str(record)) for record, text in zip(ids, texts))
    MinhashDedupSignature(f"{folder}/signatures", config, CharacterTokenizer()).run(documents)
    stages.finish("sign")
    step = MinhashDedupBuckets(f"{folder}/signatures", f"{folder}/buckets", config=config)
    for bucket in range(BANDS):
        step.run(rank=bucket, world_size=BANDS)
    found: set[tuple[int, int]] = set()
    for path in Path(folder, "buckets").glob("*.dups"):
        for group in groups(path):
            found.update(combinations(sorted(group), 2))
    stages.finish("pair")
pairs: list[Pair] = [(first, second, None) for first, second in found]
write_pairs(ids, pairs)
stages.finish("write")
stages.report()
