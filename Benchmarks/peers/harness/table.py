"""The table in Markdown, from the runs that were kept."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from . import machine, workplace
from .catalogue import PEERS, Peer
from .corpora import Corpus
from .quality import Quality, judge, read_truth
from .running import Run, answer_file, load_run, run_file

COLUMNS = (
    "| tool | version | bands | signatures / CPU s | CPU s | of it start | × Leitong | wall s | peak MB "
    "| P | R | P, R by its estimate |"
)
RULE = "|:--|:--|:--|--:|--:|--:|--:|--:|--:|--:|--:|--:|"


@dataclass(frozen=True)
class Row:
    """All runs of one tool."""

    peer: Peer
    runs: list[Run]
    quality: Quality | None

    def middle(self, of: Callable[[Run], float]) -> float:
        """The median over the runs."""
        return median(map(of, self.runs))

    @property
    def processor_seconds(self) -> float:
        """Of a whole run."""
        return self.middle(lambda run: run.processor_seconds)


def write_table(corpora: list[Corpus], repeats: int, threads: int, command: str) -> Path:
    """Writes Results/DATE-COMMIT-peers.md."""
    runs: list[Run] = []
    body: list[str] = []
    for corpus in corpora:
        rows, failures = _rows(corpus, repeats, threads)
        runs += [run for row in rows for run in row.runs]
        body += _section(corpus, rows, failures)
    # Of the runs and not of the moment: the table may be made anew later.
    date = max((run.date for run in runs), default=machine.date())
    commits = sorted({run.commit for run in runs})
    lines = [f"# Leitong and its peers, {date}", ""]
    lines += [f"- {line}" for line in machine.description()]
    lines += [f"- Commit: {', '.join(commits)}"]
    lines += [
        f"- Command: `{command}`",
        f"- Load of the machine when a run began: up to {max((run.load for run in runs), default=0):.1f}",
        f"- Each tool by itself on {threads} core{'s' if threads > 1 else ''} and so many threads, "
        f"median of {repeats} runs, interleaved",
        "",
        "`Benchmarks/peers/README.md` tells what each does and how to read the columns.",
    ]
    workplace.RESULTS.mkdir(exist_ok=True)
    result = workplace.RESULTS / f"{date}-{(commits or [machine.commit()])[-1].split()[0]}-peers.md"
    result.write_text("\n".join(lines + body) + "\n", encoding="utf-8")
    return result


def _rows(corpus: Corpus, repeats: int, threads: int) -> tuple[list[Row], dict[str, str]]:
    truth = read_truth(corpus.truth)
    rows: list[Row] = []
    failures: dict[str, str] = {}
    for peer in PEERS:
        kept = [load_run(run_file(peer, corpus, threads, repeat)) for repeat in range(repeats)]
        runs = [run for run in kept if run and not run.failure]
        failure = next((run.failure for run in kept if run and run.failure), None)
        if failure or not runs:
            failures[peer.title] = failure or peer.absent or "not run"
        else:
            rows.append(Row(peer, runs, judge(peer, answer_file(peer, corpus, threads), truth)))
    rows.sort(key=lambda row: row.processor_seconds)
    return rows, failures


def _section(corpus: Corpus, rows: list[Row], failures: dict[str, str]) -> list[str]:
    truth = read_truth(corpus.truth)
    ours = next((row.processor_seconds for row in rows if row.peer.name == "leitong"), None)
    lines = ["", f"## {corpus.count:,} paragraphs, {len(truth):,} true pairs", "", COLUMNS, RULE]
    lines += [_line(corpus, row, ours) for row in rows]
    width = COLUMNS.count("|") - 1
    lines += [f"| {title} | {reason.replace('|', '/')} |" + " |" * (width - 2) for title, reason in failures.items()]
    return lines


def _line(corpus: Corpus, row: Row, ours: float | None) -> str:
    signing = row.middle(lambda run: run.stages.get("sign", 0.0))
    starting = row.middle(lambda run: run.stages.get("start", 0.0))
    seconds = row.processor_seconds
    whole = row.peer.answer.value != "nothing"
    cells = [
        row.peer.title,
        row.peer.version() or "–",
        row.peer.bands,
        f"{_rounded(corpus.count / signing):,}" if signing else "–",
        f"{seconds:.2f}",
        f"{starting:.2f}" if starting else "–",
        f"{seconds / ours:.1f}" if ours and whole else "–",
        f"{row.middle(lambda run: run.wall_seconds):.2f}",
        f"{row.middle(lambda run: run.peak_megabytes):,.0f}",
        *_quality_cells(row.quality),
    ]
    return "| " + " | ".join(cells) + " |"


def _quality_cells(quality: Quality | None) -> list[str]:
    if quality is None:
        return ["–"] * 3
    estimated = "–"
    if quality.estimated_recall is not None:
        estimated = f"{_share(quality.estimated_precision)}, {_share(quality.estimated_recall)}"
    return [_share(quality.precision), _share(quality.recall), estimated]


def _share(value: float | None) -> str:
    # Four decimals, so that one lost pair of ten thousand does not read as none.
    return "–" if value is None else f"{value:.4f}"


def _rounded(value: float) -> int:
    """To three digits: more are noise."""
    digits = len(str(int(value))) - 3
    return int(round(value, -digits)) if digits > 0 else int(value)
