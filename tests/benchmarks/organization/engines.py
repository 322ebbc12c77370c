# SPDX-License-Identifier: BSL-1.0
#
# How each engine is set up and run. What is built and written goes to build/.

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Callable, Dict, List, NamedTuple

HERE = Path(__file__).resolve().parent
REPO = HERE.parents[2]
BENCHMARKS = REPO / "build" / "release" / "tests" / "benchmarks"
FOLDER = REPO / "build" / "organization"
PYTHON = "/usr/bin/python3"  # the one that has the system's packages

Line = Dict[str, object]  # a measurement as an engine prints it


class Unavailable(Exception):
    """An engine cannot be set up or does not run; the message says why."""


def run(*command: object) -> None:
    """Runs a step of a set-up. What it prints goes to standard error."""
    words = [str(word) for word in command]
    print("$", *words, file=sys.stderr, flush=True)
    if subprocess.run(words, cwd=REPO, stdout=sys.stderr.fileno()).returncode:
        raise Unavailable(f"`{' '.join(words)}` failed")


def need(*packages: str) -> None:
    """Installs packages of Debian, where this is one; see need of cmake/setup.sh."""
    if shutil.which("apt-get"):
        run("bash", "-c", 'source cmake/setup.sh && need "$@"', "need", *packages)


def build(target: str) -> Path:
    run("cmake", "--preset", "release")
    run("cmake", "--build", "--preset", "release", "-j", "2", "--target", target)
    return BENCHMARKS / target


def folder(scale: str) -> Path:
    made = FOLDER / scale
    made.mkdir(parents=True, exist_ok=True)
    return made


def set_up_zhibu(scale: str) -> List[object]:
    need()
    return [build("organization_benchmark"), scale, folder(scale)]


def set_up_sqlite(scale: str) -> List[object]:
    need("libsqlite3-dev")
    return [build("organization_sqlite"), scale, folder(scale)]


def set_up_pandas(scale: str) -> List[object]:
    need("python3-pandas")
    return [PYTHON, HERE / "pandas_peer.py", folder(scale)]


class Engine(NamedTuple):
    set_up: Callable[[str], List[object]]  # installs and builds; returns the command for a scale
    version: Callable[[], str]


def said(*command: str) -> str:
    return subprocess.run(command, stdout=subprocess.PIPE, text=True).stdout.strip()


# zhibu first: it writes what pandas reads.
ENGINES = {
    "zhibu": Engine(set_up_zhibu, lambda: ""),
    "SQLite": Engine(
        set_up_sqlite, lambda: said(PYTHON, "-c", "import sqlite3 as s; print(s.sqlite_version)")
    ),
    "pandas": Engine(
        set_up_pandas, lambda: said(PYTHON, "-c", "import pandas as p; print(p.__version__)")
    ),
}


def measure(name: str, scale: str) -> List[Line]:
    words = [str(word) for word in ENGINES[name].set_up(scale)]
    print(f"Measuring {name} at scale {scale}", file=sys.stderr, flush=True)
    done = subprocess.run(words, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        raise Unavailable(f"`{' '.join(words)}` failed with {done.returncode}")
    return [json.loads(line) for line in done.stdout.splitlines()]
