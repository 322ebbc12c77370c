# SPDX-License-Identifier: BSL-1.0
#
# How each engine is set up and run. What is built and written goes to build/.

import json
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import Callable, Dict, Iterator, List, NamedTuple

HERE = Path(__file__).resolve().parent
REPO = HERE.parents[2]
BENCHMARK = REPO / "build" / "release" / "tests" / "benchmarks" / "audit_benchmark"
FOLDER = REPO / "build" / "audit"
PYTHON = "/usr/bin/python3"
VENV = REPO / "build" / "audit-venv"

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


def python_with(*packages: str) -> Path:
    """A Python of its own that has packages of PyPI."""
    if not VENV.exists():
        need("python3-venv")
        run(PYTHON, "-m", "venv", VENV)
    run(VENV / "bin" / "pip", "install", "--quiet", "numpy", *packages)
    return VENV / "bin" / "python"


def folder(scale: str) -> Path:
    made = FOLDER / scale
    made.mkdir(parents=True, exist_ok=True)
    return made


@contextmanager
def zhibu(scale: str) -> Iterator[List[object]]:
    need()
    run("cmake", "--preset", "release")
    run("cmake", "--build", "--preset", "release", "-j", "2", "--target", "audit_benchmark")
    yield [BENCHMARK, scale, folder(scale), *(["columns"] if float(scale) <= 0.1 else [])]


@contextmanager
def duckdb(scale: str) -> Iterator[List[object]]:
    yield [python_with("duckdb"), HERE / "duckdb_peer.py", folder(scale)]


@contextmanager
def polars(scale: str) -> Iterator[List[object]]:
    yield [python_with("polars"), HERE / "frames_peer.py", "Polars", folder(scale)]


@contextmanager
def pandas(scale: str) -> Iterator[List[object]]:
    yield [python_with("pandas"), HERE / "frames_peer.py", "pandas", folder(scale)]


@contextmanager
def sqlite(scale: str) -> Iterator[List[object]]:
    yield [python_with(), HERE / "rows_peer.py", "SQLite", folder(scale)]


@contextmanager
def postgresql(scale: str) -> Iterator[List[object]]:
    """A server of its own, which goes when it has been asked."""
    need("postgresql")
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not programs:
        raise Unavailable("there is no PostgreSQL under /usr/lib/postgresql")
    python = python_with("psycopg[binary]")
    as_other = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory(prefix="zhibu-postgresql-") as home:
        data = Path(home) / "data"
        if as_other:
            shutil.chown(home, "postgres")
        run(*as_other, programs[-1] / "initdb", "-D", data, "-U", "benchmark", "-A", "trust")
        control = [*as_other, programs[-1] / "pg_ctl", "-D", data, "-w", "-l", Path(home) / "log"]
        settings = f"-c listen_addresses= -k {home} -c shared_buffers=1GB"
        run(*control, "-o", settings, "start")
        try:
            yield [python, HERE / "rows_peer.py", "PostgreSQL", folder(scale), home]
        finally:
            run(*control, "-m", "fast", "stop")


class Engine(NamedTuple):
    command: Callable[[str], object]  # sets it up; a context manager of the command for a scale
    most: float  # the largest scale at which it is asked


# zhibu first: it writes what the others read.
ENGINES = {
    "zhibu": Engine(zhibu, 1),
    "DuckDB": Engine(duckdb, 0.1),
    "Polars": Engine(polars, 0.1),
    "pandas": Engine(pandas, 0.1),
    "SQLite": Engine(sqlite, 0.01),
    "PostgreSQL": Engine(postgresql, 0.01),
}


def measure(name: str, scale: str) -> List[Line]:
    with ENGINES[name].command(scale) as command:
        words = [str(word) for word in command]
        print(f"Measuring {name} at scale {scale}", file=sys.stderr, flush=True)
        done = subprocess.run(words, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        raise Unavailable(f"`{' '.join(words)}` failed with {done.returncode}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def versions() -> str:
    """Of what was installed from PyPI, and of PostgreSQL."""
    listed = subprocess.run([VENV / "bin" / "pip", "freeze"], stdout=subprocess.PIPE, text=True)
    names = ("duckdb", "polars", "pandas", "numpy")
    found = [line.replace("==", " ") for line in listed.stdout.splitlines()
             if line.partition("==")[0] in names]
    server = shutil.which("psql")
    if server:
        said = subprocess.run([server, "--version"], stdout=subprocess.PIPE, text=True).stdout
        found.append(said.strip().replace("psql (PostgreSQL)", "PostgreSQL"))
    return ", ".join(found)
