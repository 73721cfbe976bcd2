"""On what, when and from which state of the project a table was made."""

import os
import platform
import subprocess
from datetime import datetime, timezone

from . import workplace


def date() -> str:
    """Today, UTC."""
    return datetime.now(timezone.utc).date().isoformat()


def commit() -> str:
    """The short name of the commit, and whether the program or what is here has changed since."""
    changed = _told("git", "status", "--porcelain", "--", "Sources", "Package.swift", "Benchmarks/peers")
    return _told("git", "rev-parse", "--short", "HEAD") + (" with changes that are not committed" if changed else "")


def description() -> list[str]:
    """Lines for the head of a table."""
    return [
        f"Machine: {_processor()}, {os.cpu_count()} cores",
        f"System: {platform.system()} {platform.machine()}, Python {platform.python_version()}, "
        f"{_told('g++', '--version').splitlines()[0]}, {_told('swift', '--version').splitlines()[0]}",
    ]


def _processor() -> str:
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or "unknown"


def _told(*command: str) -> str:
    result = subprocess.run(command, cwd=workplace.ROOT, capture_output=True, text=True, check=False)
    return result.stdout.strip()
