"""The folder for everything that is not committed: environments, programs, corpora, results."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

PEERS = Path(__file__).resolve().parent.parent
ROOT = PEERS.parent.parent
TOOLS = PEERS / "tools"
RESULTS = PEERS.parent / "Results"
WORK = Path(os.environ.get("PEERS_WORK", PEERS.parent / ".peers")).resolve()
LEITONG = ROOT / ".build/release/leitong"
SIGN_RECORDS = PEERS.parent / ".build/release/SignRecords"
COMPILER = os.environ.get("CXX", "g++")
ENVIRONMENTS = ("common", "datatrove", "text-dedup")


def python(environment: str) -> Path:
    """The interpreter of one environment."""
    return WORK / "environments" / environment / "bin/python"


def reference(name: str) -> Path:
    """One of our programs in C++."""
    return WORK / "reference" / name


def requirements(environment: str) -> Path:
    """What is installed into an environment, with versions."""
    return PEERS / "requirements" / f"{environment}.txt"


def installed_version(environment: str, package: str) -> str | None:
    """The version of a package as it was installed, or nothing."""
    code = f"from importlib.metadata import version; print(version({package!r}))"
    command: list[str | Path] = [python(environment), "-c", code]
    try:
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return None


def set_up() -> dict[str, str]:
    """Makes what is missing. The answer holds, for each part that could not be made, the reason."""
    WORK.mkdir(parents=True, exist_ok=True)
    failures: dict[str, str] = {}
    _attempt("system packages", failures, "system", _install_system_packages)
    for environment in ENVIRONMENTS:
        _attempt(f"environment {environment}", failures, environment, lambda: _install(environment))
    for name in ("minhash", "join"):
        _attempt(f"reference {name}", failures, name, lambda: _compile(name))
    _attempt("SignRecords", failures, "SignRecords", _build_sign_records)
    return failures


def digest(*paths: Path) -> str:
    """What tells whether a result was made by these very files."""
    sum_of_all = hashlib.sha256()
    for path in paths:
        with open(path, "rb") as file:
            sum_of_all.update(hashlib.file_digest(file, "sha256").digest())
    return sum_of_all.hexdigest()[:16]


def _attempt(title: str, failures: dict[str, str], key: str, make: Callable[[], None]) -> None:
    try:
        make()
    except (OSError, subprocess.CalledProcessError) as error:
        output = getattr(error, "stderr", None) or str(error)
        failures[key] = (output.strip().splitlines() or [str(error)])[-1]
        print(f"peers: {title}: {failures[key]}", file=sys.stderr)


def _run(*command: str | Path) -> None:
    subprocess.run(command, check=True, capture_output=True, text=True)


def _is_current(stamp: Path, wanted: str) -> bool:
    return stamp.exists() and stamp.read_text() == wanted


def _install_system_packages() -> None:
    """What Debian has apart: a compiler for C++, and the making of environments."""
    packages = ["g++"] if shutil.which(COMPILER) is None else []
    packages += ["python3-venv"] if find_spec("ensurepip") is None else []
    if packages:
        as_root = [] if os.geteuid() == 0 else ["sudo"]
        _run(*as_root, "apt-get", "install", "-y", "-qq", *packages)


def _install(environment: str) -> None:
    folder = WORK / "environments" / environment
    stamp, wanted = folder / "installed", digest(requirements(environment))
    if _is_current(stamp, wanted):
        return
    print(f"peers: installing {environment}", file=sys.stderr)
    shutil.rmtree(folder, ignore_errors=True)
    _run(sys.executable, "-m", "venv", folder)
    _run(python(environment), "-m", "pip", "install", "--quiet", "--prefer-binary", "-r", requirements(environment))
    stamp.write_text(wanted)


def _compile(name: str) -> None:
    source, target = PEERS / "reference" / f"{name}.cpp", reference(name)
    stamp, wanted = target.with_suffix(".stamp"), digest(source, source.with_name("records.hpp"))
    if _is_current(stamp, wanted):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    _run(COMPILER, "-std=c++20", "-O3", "-march=native", "-o", target, source)
    stamp.write_text(wanted)


def _build_sign_records() -> None:
    print("peers: building SignRecords", file=sys.stderr)
    _run("swift", "build", "--package-path", PEERS.parent, "-c", "release", "--product", "SignRecords")
