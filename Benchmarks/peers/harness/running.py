"""One run of one tool: its processor seconds, its time, its memory."""

import json
import os
import signal
import subprocess
import threading
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

from . import machine, workplace
from .catalogue import Peer
from .corpora import Corpus

LIMIT_SECONDS = float(os.environ.get("PEERS_LIMIT", "3600"))
THREAD_VARIABLES = (
    "DAFT_NUM_THREADS",
    "MKL_NUM_THREADS",
    "NUMBA_NUM_THREADS",
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "POLARS_MAX_THREADS",
    "RAYON_NUM_THREADS",
)


@dataclass
class Run:
    """What one run cost, or why it failed."""

    fingerprint: str
    date: str = field(default_factory=machine.date)
    commit: str = field(default_factory=machine.commit)
    processor_seconds: float = 0.0
    wall_seconds: float = 0.0
    peak_megabytes: float = 0.0
    load: float = 0.0
    """Of the machine, when the run began."""
    stages: dict[str, float] = field(default_factory=dict)
    failure: str | None = None


def run_file(peer: Peer, corpus: Corpus, threads: int, repeat: int) -> Path:
    """Where a run is kept, so that an interrupted comparison goes on where it stopped."""
    return workplace.WORK / "results" / f"{corpus.size}-{threads}t" / f"{peer.name}.{repeat}.json"


def answer_file(peer: Peer, corpus: Corpus, threads: int) -> Path:
    """What the tool found in its last run."""
    return workplace.WORK / "results" / f"{corpus.size}-{threads}t" / f"{peer.name}.found"


def load_run(path: Path) -> Run | None:
    """A run that was kept."""
    return Run(**json.loads(path.read_text())) if path.exists() else None


def save_run(path: Path, run: Run) -> None:
    """Keeps a run; a file is there only when whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".unfinished")
    unfinished.write_text(json.dumps(asdict(run), indent=1))
    unfinished.rename(path)


def perform(peer: Peer, corpus: Corpus, threads: int, fingerprint: str) -> Run:
    """Runs the tool once, on as many cores as it may have threads."""
    output = answer_file(peer, corpus, threads)
    output.parent.mkdir(parents=True, exist_ok=True)
    log = output.with_suffix(".log")
    run = Run(fingerprint, load=os.getloadavg()[0])
    cores = sorted(os.sched_getaffinity(0))[-threads:]
    environment = {**os.environ, **{name: str(threads) for name in THREAD_VARIABLES}}
    began = time.monotonic()
    with open(log, "w", encoding="utf-8") as errors:
        process = subprocess.Popen(
            ["taskset", "--cpu-list", ",".join(map(str, cores)), *peer.command(corpus.records, output, threads)],
            stdout=subprocess.PIPE,
            stderr=errors,
            env=environment,
            cwd=workplace.WORK,
            start_new_session=True,
        )
        killer = threading.Timer(LIMIT_SECONDS, os.killpg, (process.pid, signal.SIGKILL))
        killer.start()
        printed = process.stdout.read() if process.stdout else b""
        # wait4 counts what the process spent and all of its own that it waited for. The memory is the largest of them,
        # and never less than this harness had when it started them: so nothing large is read before all have run.
        _, status, usage = os.wait4(process.pid, 0)
        killer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
    run.wall_seconds = round(time.monotonic() - began, 4)
    run.processor_seconds = round(usage.ru_utime + usage.ru_stime, 4)
    run.peak_megabytes = round(usage.ru_maxrss / 1024, 1)
    if process.returncode != 0:
        run.failure = _reason(process.returncode, run.wall_seconds, log)
    elif printed.strip():
        run.stages = json.loads(printed.splitlines()[-1])
    return run


def _reason(exit_code: int, seconds: float, log: Path) -> str:
    if seconds >= LIMIT_SECONDS:
        return f"not finished in {LIMIT_SECONDS:.0f} s"
    lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return f"exit {exit_code}: {lines[-1] if lines else 'no message'}"
