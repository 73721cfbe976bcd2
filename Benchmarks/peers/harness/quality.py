"""How much of the truth a tool found, and how much of what it found is true."""

from collections.abc import Set
from dataclasses import dataclass
from pathlib import Path

from .catalogue import Answer, Peer
from .corpora import Pair, Pairs, read_pairs

THRESHOLD = 0.7


@dataclass(frozen=True)
class Quality:
    """Shares from 0 to 1, or nothing where none was found."""

    precision: float | None
    recall: float | None
    estimated_precision: float | None = None
    """Of what the tool's own estimate puts at the threshold or over it."""
    estimated_recall: float | None = None


def judge(peer: Peer, found: Path, truth: Pairs) -> Quality | None:
    """Holds an answer against all true pairs."""
    if peer.answer is Answer.NOTHING or not found.exists():
        return None
    if peer.answer is Answer.FLAGS:
        return _judge_flags({int(line) for line in found.read_text().split()}, truth)
    pairs = peer.read(found)
    precision, recall = _shares(pairs.keys(), truth)
    below = [pair for pair, estimate in pairs.items() if estimate is not None and estimate < THRESHOLD]
    if not below:
        return Quality(precision, recall)
    return Quality(precision, recall, *_shares(pairs.keys() - set(below), truth))


def read_truth(path: Path) -> Pairs:
    """All true pairs."""
    return read_pairs(path)


def _shares(found: Set[Pair], truth: Pairs) -> tuple[float | None, float | None]:
    right = sum(pair in truth for pair in found)
    return right / len(found) if found else None, right / len(truth) if truth else None


def _judge_flags(flagged: set[int], truth: Pairs) -> Quality:
    """A flag is right if its text has a true partner; a pair is found if one of it is flagged."""
    partnered = {text for pair in truth for text in pair}
    found = sum(a in flagged or b in flagged for a, b in truth)
    return Quality(
        len(flagged & partnered) / len(flagged) if flagged else None,
        found / len(truth) if truth else None,
    )
