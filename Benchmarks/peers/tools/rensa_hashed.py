"""rensa's best case: no Python string for a shingle. numpy hashes all windows of a batch at once, rensa signs the hashes.

`rensa_hashed.py INPUT OUTPUT BANDS ROWS`: rensa's own index allows no bands that do not divide 128 and returns no
pairs for a matrix, so the bands are the harness's.
"""

import sys

import numpy as np
import rensa

from bands import similar_pairs
from work import SHINGLE_CHARACTERS, VALUES, Stages, batches, read_records, write_pairs

SEED = 42
MULTIPLIERS = np.random.default_rng(7).integers(1, 2**63, SHINGLE_CHARACTERS, dtype=np.uint64) | np.uint64(1)


def window_hashes(texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Hashes of the windows of all texts, one text after the other, and where each text's begin (and the last end)."""
    lengths = np.array([len(text) for text in texts])
    characters = np.frombuffer("".join(texts).encode("utf-32-le"), np.uint32).astype(np.uint64)
    count = len(characters) - SHINGLE_CHARACTERS + 1
    hashes = np.zeros(count, np.uint64)
    for offset, multiplier in enumerate(MULTIPLIERS):
        hashes += characters[offset : offset + count] * multiplier
    # The finisher of SplitMix64 (Steele, Lea and Flood, 2014), shortened: rensa takes the hashes as they are.
    hashes ^= hashes >> np.uint64(30)
    hashes *= np.uint64(0xBF58476D1CE4E5B9)
    hashes ^= hashes >> np.uint64(27)
    # A window that begins among a text's last four characters reaches into the next text.
    within = np.ones(len(characters), bool)
    ends = np.cumsum(lengths)
    for back in range(1, SHINGLE_CHARACTERS):
        within[ends - back] = False
    offsets = np.concatenate(([0], np.cumsum(lengths - SHINGLE_CHARACTERS + 1))).astype(np.uint64)
    return hashes[within[:count]], offsets


stages = Stages()
ids, texts = read_records()
stages.finish("read")

rows: list[np.ndarray] = []
for batch in batches(texts):
    hashes, offsets = window_hashes(batch)
    matrix = rensa.RMinHash.digest_matrix_from_flat_token_hashes(hashes, offsets, VALUES, SEED)
    rows.append(np.array(matrix.to_rows(), np.uint32))
stages.finish("sign")

pairs = similar_pairs(np.concatenate(rows), bands=int(sys.argv[3]), rows=int(sys.argv[4]))
stages.finish("pair")
write_pairs(ids, pairs)
stages.finish("write")
stages.report()
