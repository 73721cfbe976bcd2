"""Candidates from a matrix of signatures, for tools that make signatures and leave the rest to the caller.

Locality-sensitive hashing by bands (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, chapter 3), with numpy
alone: no loop in Python runs over texts or pairs.
"""

from itertools import count

import numpy as np

from work import Pair


def similar_pairs(signatures: np.ndarray, bands: int, rows: int) -> list[Pair]:
    """Pairs that agree in all rows of some band, with the share of equal values as the estimate."""
    pairs = _candidates(signatures, bands, rows)
    first, second = (pairs >> 32).astype(np.int64), (pairs & 0xFFFF_FFFF).astype(np.int64)
    estimates = _estimates(signatures, first, second)
    return list(zip(first.tolist(), second.tolist(), estimates.tolist()))


def _candidates(signatures: np.ndarray, bands: int, rows: int) -> np.ndarray:
    # Sums of products with random 64-bit multipliers: two bands that differ collide with a probability near 2^-64.
    multipliers = np.random.default_rng(1).integers(1, 2**63, rows, dtype=np.uint64) * np.uint64(2) + np.uint64(1)
    found = [np.empty(0, np.uint64)]
    for band in range(bands):
        part = signatures[:, band * rows : (band + 1) * rows].astype(np.uint64)
        keys = (part * multipliers).sum(axis=1, dtype=np.uint64)
        order = np.argsort(keys, kind="stable").astype(np.uint64)
        keys = keys[order.astype(np.int64)]
        # The sort is stable, so that the smaller position stands first among equal keys.
        for distance in count(1):
            at = np.flatnonzero(keys[distance:] == keys[:-distance])
            if at.size == 0:
                break
            found.append(order[at] << np.uint64(32) | order[at + distance])
    return np.unique(np.concatenate(found))


def _estimates(signatures: np.ndarray, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    estimates = np.empty(first.size)
    step = 100_000
    for start in range(0, first.size, step):
        part = slice(start, start + step)
        estimates[part] = (signatures[first[part]] == signatures[second[part]]).mean(axis=1)
    return estimates
