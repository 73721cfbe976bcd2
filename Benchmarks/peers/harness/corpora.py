"""The records that are compared, made by `leitong corpus generate`, and the truth about them."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from . import workplace

SEED = 1


@dataclass(frozen=True)
class Corpus:
    """Some paragraphs, a fifth of them changed copies of others, by the name of their number: 10k, 100k, 1m."""

    size: str

    @property
    def count(self) -> int:
        """How many paragraphs."""
        return int(self.size[:-1]) * {"k": 1_000, "m": 1_000_000}[self.size[-1]]

    @property
    def records(self) -> Path:
        """{"id", "text"} a line."""
        return workplace.WORK / "corpora" / f"{self.size}.jsonl"

    @property
    def truth(self) -> Path:
        """Every pair at the threshold: two ids and the similarity, parted by tabs."""
        return workplace.WORK / "corpora" / f"{self.size}.truth.tsv"

    @property
    def digest(self) -> str:
        """Changes with the records."""
        return workplace.digest(self.records)

    def make(self) -> None:
        """Makes records and truth unless they are there."""
        self.records.parent.mkdir(parents=True, exist_ok=True)
        if not self.records.exists():
            print(f"peers: generating {self.count:,} paragraphs", file=sys.stderr)
            labels = self.records.with_suffix(".labels.jsonl")
            generate: list[str | Path] = [workplace.LEITONG, "corpus", "generate", str(self.count), "--seed", str(SEED)]
            generate += ["--corpus", workplace.ROOT / "corpus", "--output", self.records, "--labels", labels]
            subprocess.run(generate, check=True)
        if not self.truth.exists():
            self._make_truth()

    def _make_truth(self) -> None:
        """The exact join in C++ and `leitong find --exact` have to agree, pair for pair."""
        print(f"peers: finding the true pairs of {self.size}, twice", file=sys.stderr)
        joined = self.truth.with_suffix(".join")
        subprocess.run([workplace.reference("join"), self.records, joined], check=True, stdout=subprocess.DEVNULL)
        report = self.truth.with_suffix(".leitong")
        subprocess.run([*leitong_command(self.records, report), "--exact"], check=True)
        pairs, ours = read_pairs(joined), read_leitong(report)
        if pairs.keys() != ours.keys():
            differing = sorted(pairs.keys() ^ ours.keys())
            raise SystemExit(f"peers: the exact joins differ in {len(differing)} pairs, the first {differing[0]}")
        report.unlink()
        joined.rename(self.truth)


Pair = tuple[int, int]
Pairs = dict[Pair, float | None]


def leitong_command(records: Path, report: Path, threads: int = 1) -> list[str | Path]:
    """The task as our own program is told it: all pairs of paragraphs, on the text as it stands."""
    command: list[str | Path] = [workplace.LEITONG, "find", records, "--input-format", "jsonl"]
    command += ["--only", "paragraphs", "--all-pairs", "--threshold", "0.7"]
    command += ["--shingle-characters", "5", "--fold", "none", "--threads", str(threads)]
    return command + ["--format", "jsonl", "--output", report]


def read_pairs(path: Path) -> Pairs:
    """Pairs as the tools write them."""
    pairs: Pairs = {}
    with open(path, encoding="ascii") as lines:
        for line in lines:
            first, second, similarity = line.split("\t")
            a, b = sorted((int(first), int(second)))
            pairs[a, b] = None if similarity == "-\n" else float(similarity)
    return pairs


def read_leitong(path: Path) -> Pairs:
    """Pairs as `leitong find --format jsonl` writes them."""
    pairs: Pairs = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["type"] == "paragraph":
                a, b = sorted((int(row["a"]), int(row["b"])))
                pairs[a, b] = row["jaccard"]
    return pairs
