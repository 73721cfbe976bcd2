"""All runs, interleaved: every tool once, then every tool again, so that a busy spell of the machine meets all alike."""

import sys

from . import workplace
from .catalogue import PEERS, Peer
from .corpora import Corpus
from .running import Run, load_run, perform, run_file, save_run


def run_all(corpus: Corpus, repeats: int, threads: int, missing: dict[str, str], only: set[str]) -> None:
    """Performs what was not performed yet with these very programs and records."""
    failed: set[str] = set()
    for repeat in range(repeats):
        for peer in PEERS:
            if peer.name in failed or (only and peer.name not in only):
                continue
            path = run_file(peer, corpus, threads, repeat)
            unable = peer.absent or missing.get(peer.part)
            fingerprint = "" if unable else _fingerprint(peer, corpus)
            kept = load_run(path)
            if kept and kept.fingerprint == fingerprint and not kept.failure:
                continue
            run = Run(fingerprint, failure=unable) if unable else perform(peer, corpus, threads, fingerprint)
            save_run(path, run)
            if run.failure:
                failed.add(peer.name)
            _tell(peer, corpus, run)


def _fingerprint(peer: Peer, corpus: Corpus) -> str:
    return f"{workplace.digest(*peer.sources)}-{corpus.digest}"


def _tell(peer: Peer, corpus: Corpus, run: Run) -> None:
    told = run.failure or f"{run.processor_seconds:.2f} CPU s, {run.peak_megabytes:.0f} MB"
    print(f"peers: {corpus.size} {peer.name}: {told}", file=sys.stderr, flush=True)
