"""Who takes part, how each is called, and what one has to know to read its row."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from . import workplace
from .corpora import Pairs, leitong_command, read_leitong, read_pairs


class Answer(Enum):
    """What a tool tells."""

    PAIRS = "pairs"
    FLAGS = "flags"
    NOTHING = "nothing"


Command = list[str | Path]


@dataclass(frozen=True)
class Peer:
    """One row of the table."""

    name: str
    title: str
    version: Callable[[], str | None]
    """Nothing if it is not there."""
    command: Callable[[Path, Path, int], Command]
    """Of the records, the file for the answer and the number of threads."""
    sources: tuple[Path, ...]
    """What a result depends on beside the records."""
    bands: str
    part: str
    """What of the workplace has to have been made."""
    answer: Answer = Answer.PAIRS
    read: Callable[[Path], Pairs] = read_pairs
    absent: str | None = None
    """Why it takes no part at all."""


def _tool(
    script: str,
    title: str,
    package: str,
    bands: str,
    *arguments: str,
    name: str | None = None,
    environment: str = "common",
    answer: Answer = Answer.PAIRS,
) -> Peer:
    path = workplace.TOOLS / f"{script}.py"
    return Peer(
        name=name or script.replace("_", "-"),
        title=title,
        version=lambda: workplace.installed_version(environment, package),
        command=lambda records, output, _: [workplace.python(environment), path, records, output, *arguments],
        sources=(path, workplace.TOOLS / "work.py", workplace.TOOLS / "bands.py", workplace.requirements(environment)),
        bands=bands,
        part=environment,
        answer=answer,
    )


def _reference(program: str, title: str, bands: str, *arguments: str, name: str) -> Peer:
    return Peer(
        name=name,
        title=title,
        version=lambda: "–",
        command=lambda records, output, _: [workplace.reference(program), records, output, *arguments],
        sources=(workplace.reference(program),),
        bands=bands,
        part=program,
    )


def _absent(name: str, reason: str) -> Peer:
    return Peer(name, name, lambda: None, lambda *_: [], (), "–", name, Answer.NOTHING, absent=reason)


PEERS = [
    Peer(
        name="leitong",
        title="**Leitong**",
        version=lambda: "–",
        command=leitong_command,
        sources=(workplace.LEITONG,),
        bands="26 × 4",
        part="leitong",
        read=read_leitong,
    ),
    Peer(
        name="leitong-exact",
        title="**Leitong** `--exact`",
        version=lambda: "–",
        command=lambda *task: [*leitong_command(*task), "--exact"],
        sources=(workplace.LEITONG,),
        bands="none",
        part="leitong",
        read=read_leitong,
    ),
    Peer(
        name="leitong-signatures",
        title="**Leitong**, signatures only",
        version=lambda: "–",
        command=lambda records, output, _: [workplace.SIGN_RECORDS, records],
        sources=(workplace.SIGN_RECORDS,),
        bands="–",
        part="SignRecords",
        answer=Answer.NOTHING,
    ),
    _reference("minhash", "C++ reference, exact check", "25 × 5", "25", "5", name="reference-25x5"),
    _reference("minhash", "C++ reference, exact check", "14 × 9", "14", "9", name="reference-14x9"),
    _reference("join", "C++ exact join, no sketch", "none", name="join"),
    _tool("rensa_hashed", "rensa, shingles hashed outside", "rensa", "14 × 9 (h)", "14", "9", name="rensa-hashed-14x9"),
    _tool("rensa_hashed", "rensa, shingles hashed outside", "rensa", "25 × 5 (h)", "25", "5", name="rensa-hashed-25x5"),
    _tool("rensa_objects", "rensa, its Python interface", "rensa", "16 × 8"),
    _tool("chdb_minhash", "chdb, ngramMinHashUTF8", "chdb", "2 keys of 6"),
    _tool("gaoya_index", "gaoya", "gaoya", "its own: 32 × 4"),
    _tool("daft_minhash", "daft", "daft", "14 × 9 (h)"),
    _tool("tors_minhash", "tors", "tors", "14 × 9"),
    _tool("near_dupes_call", "near-dupes, exact check", "near-dupes", "its own"),
    _tool("datatrove_minhash", "datatrove", "datatrove", "14 × 9", environment="datatrove"),
    _tool("datasketch_minhash", "datasketch", "datasketch", "its own: 14 × 9"),
    _tool(
        "text_dedup_command",
        "text-dedup (flags)",
        "text-dedup",
        "its own: 14 × 9",
        environment="text-dedup",
        answer=Answer.FLAGS,
    ),
    _absent("onion", "neither on PyPI nor in Debian"),
]
