#!/usr/bin/env python3
"""Counts the instructions of the hot paths by callgrind and holds them against the recorded ones.

    check.py            exit 1 if a subject takes more instructions than recorded, beyond the tolerance
    check.py --record   writes instructions.txt anew

Counts do not depend on how busy or how fast a machine is. They do depend on the compiler and on the instruction set, so
both are recorded with them, and told where they differ.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
RECORD = HERE / "instructions.txt"
PROGRAM = HERE / ".build/release/HotPaths"
TOLERANCE = 0.03
HEADER = """\
# Instructions of one pass of each hot path, counted by callgrind: written by `make benchmark-check RECORD=1`.
# Benchmarks/README.md tells how to read them.
"""


@dataclass
class Counts:
    """What was counted, and what the counts depend on."""

    compiler: str
    kernel: str
    """The form of the MinHash kernel that was chosen: tells the instruction set that callgrind offers."""
    instructions: dict[str, int]

    def write(self) -> None:
        """Records the counts."""
        lines = [f"compiler\t{self.compiler}", f"kernel\t{self.kernel}"]
        lines += [f"{subject}\t{count}" for subject, count in self.instructions.items()]
        RECORD.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")

    @classmethod
    def read(cls) -> "Counts":
        """The recorded counts."""
        lines = RECORD.read_text(encoding="utf-8").splitlines()
        rows = dict(line.split("\t") for line in lines if not line.startswith("#"))
        return cls(rows.pop("compiler"), rows.pop("kernel"), {subject: int(count) for subject, count in rows.items()})


def install_valgrind() -> None:
    """From Debian's packages; nobody else needs it, so that `make setup` leaves it out."""
    header = Path("/usr/include/valgrind/callgrind.h")
    if shutil.which("valgrind") and header.exists():
        return
    if not shutil.which("apt-get"):
        sys.exit("benchmark-check: valgrind and its header callgrind.h are needed; this works on Linux only")
    print("benchmark-check: installing valgrind", file=sys.stderr)
    as_root = [] if os.geteuid() == 0 else ["sudo"]
    subprocess.run([*as_root, "apt-get", "update", "-qq"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([*as_root, "apt-get", "install", "-y", "-qq", "valgrind"], check=True, stdout=subprocess.DEVNULL)


def build() -> None:
    """Builds the counted program as everything is built that is measured."""
    command: list[str | Path] = ["swift", "build", "--package-path", HERE, "-c", "release", "--product", "HotPaths"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        sys.exit(result.stdout + result.stderr)


def count() -> Counts:
    """Runs the program once under callgrind, which writes a file for each subject."""
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder, "HotPaths")
        # Valgrind stumbles over debugging information that is younger than itself.
        subprocess.run(["strip", "--strip-debug", "-o", program, PROGRAM], check=True)
        command: list[str | Path] = ["valgrind", "--tool=callgrind", "--instr-atstart=no"]
        command += [f"--callgrind-out-file={folder}/counts", program]
        # Swift seeds its hash tables at random otherwise.
        environment = {**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1"}
        result = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if result.returncode != 0:
            sys.exit(result.stdout + result.stderr)
        files = sorted(Path(folder).glob("counts.*"), key=lambda path: int(path.suffix[1:]))
        texts = [path.read_text(encoding="utf-8", errors="replace") for path in files]
    instructions = {
        found("^desc: Trigger: Client Request: (.*)$", text): int(found("^totals: ([0-9]+)$", text)) for text in texts
    }
    if not instructions:
        sys.exit("benchmark-check: nothing was counted: HotPaths was built without valgrind's header; remove .build")
    compiler = subprocess.run(["swift", "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0]
    kernel = next(match for text in texts for match in re.findall(r"leitong_minhash\.\S+|leitong_minhash$", text, re.M))
    return Counts(compiler, kernel, instructions)


def found(pattern: str, text: str) -> str:
    """The group of a pattern that is there."""
    match = re.search(pattern, text, re.M)
    if match is None:
        sys.exit(f"benchmark-check: callgrind's file has no {pattern}")
    return match.group(1)


def compare(recorded: Counts, now: Counts) -> bool:
    """Prints the table. The answer is whether no subject got slower."""
    width = max(map(len, now.instructions))
    print(f"{'subject':<{width}}  {'recorded':>12}  {'now':>12}  ratio")
    slower, faster = [], []
    for subject, instructions in now.instructions.items():
        before = recorded.instructions.get(subject)
        ratio = instructions / before if before else None
        note = ""
        if ratio is None:
            note = "  new: record it"
        elif ratio > 1 + TOLERANCE:
            slower.append(subject)
            note = "  SLOWER"
        elif ratio < 1 - TOLERANCE:
            faster.append(subject)
            note = "  faster: record it"
        shown = "–" if ratio is None else f"{ratio:.3f}"
        print(f"{subject:<{width}}  {before or '–':>12}  {instructions:>12}  {shown:>5}{note}")
    lost = recorded.instructions.keys() - now.instructions.keys()
    for subject in sorted(lost):
        print(f"{subject:<{width}}  recorded, and counted no more")
    for name, was, is_now in (("Compiler", recorded.compiler, now.compiler), ("Kernel", recorded.kernel, now.kernel)):
        if was != is_now:
            print(f"{name} differs, and counts with it: recorded with {was}, now {is_now}")
    print(f"Tolerance {TOLERANCE:.0%}: {len(slower)} slower, {len(faster)} faster.")
    return not slower and not lost


def main() -> None:
    """Counts, and records or compares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", action="store_true", help="write instructions.txt anew")
    arguments = parser.parse_args()
    install_valgrind()
    build()
    now = count()
    if arguments.record:
        now.write()
        print(f"Recorded {len(now.instructions)} subjects in {RECORD.relative_to(HERE.parent)}")
    elif not RECORD.exists():
        sys.exit("benchmark-check: nothing is recorded: make benchmark-check RECORD=1")
    elif not compare(Counts.read(), now):
        sys.exit(1)


if __name__ == "__main__":
    main()
