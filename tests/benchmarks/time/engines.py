# SPDX-License-Identifier: BSL-1.0
#
# How each engine is set up and run. What is built or installed goes to build/.

import json
import os
import shutil
import subprocess
import sys
from itertools import zip_longest
from pathlib import Path
from typing import Callable, Dict, List, NamedTuple, Optional

HERE = Path(__file__).resolve().parent
REPO = HERE.parents[2]
RELEASE = REPO / "build" / "release"
BENCHMARK = RELEASE / "tests" / "benchmarks" / "time_benchmark"
PEERS = REPO / "build" / "peers"
RULES = HERE / "rules.txt"

Measurement = Dict[str, object]  # engine, version, rule, count, sum, ns; differ where counted


class Unavailable(Exception):
    """An engine cannot be set up or does not run; the message says why."""


def run(*command: object, cwd: Path = REPO) -> None:
    """Runs a step of a set-up. What it prints goes to standard error."""
    words = [str(word) for word in command]
    print("$", *words, file=sys.stderr, flush=True)
    said = []
    try:
        with subprocess.Popen(
            words, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        ) as process:
            for line in process.stdout or ():
                sys.stderr.write(line)
                said.append(line.strip())
    except FileNotFoundError:
        raise Unavailable(f"{words[0]} is not installed") from None
    if process.returncode:
        telling = next((line for line in said if "error" in line.lower()), " ".join(said[-1:]))
        raise Unavailable(f"`{' '.join(words)}` failed with {process.returncode}: {telling}")


def need(*packages: str) -> None:
    """Installs packages of Debian, where this is one; see need of cmake/setup.sh."""
    if shutil.which("apt-get"):
        run("bash", "-c", 'source cmake/setup.sh && need "$@"', "need", *packages)


def configure() -> None:
    need()
    run("cmake", "--preset", "release")


def build(target: str) -> None:
    configure()
    run("cmake", "--build", "--preset", "release", "-j", "2", "--target", target)


def cached(variable: str) -> Optional[str]:
    """What CMake found when the release was configured; nothing where it was not."""
    cache = RELEASE / "CMakeCache.txt"
    for line in cache.read_text().splitlines() if cache.exists() else []:
        if line.startswith(variable + ":"):
            return line.partition("=")[2]
    return None


def copy(peer: str) -> Path:
    """Copies a peer's folder to where it is built, so that the sources stay clean."""
    return Path(shutil.copytree(HERE / "peers" / peer, PEERS / peer, dirs_exist_ok=True))


def set_up_cpp() -> List[str]:
    need("libical-dev", "libicu-dev")
    build("time_benchmark")
    return [
        str(BENCHMARK),
        # so that a slow spell of the machine hits all alike
        "--benchmark_enable_random_interleaving=true",
        "--benchmark_repetitions=11",
        "--benchmark_min_time=0.05",
        "--benchmark_format=json",
    ]


def set_up_python(script: str) -> List[str]:
    configure()
    home = PEERS / "python"
    python = home / "bin" / "python"
    if not python.exists():
        run(cached("Python_EXECUTABLE") or sys.executable, "-m", "venv", home)
    # not the script pip, which remembers where the folder once was
    run(python, "-m", "pip", "install", "-q", "-r", HERE / "peers" / "requirements.txt")
    return [str(python), str(HERE / "peers" / script)]


def set_up_python_with_zhibu(script: str) -> List[str]:
    build("_core")
    return set_up_python(script)


def set_up_javascript(script: str) -> List[str]:
    need("nodejs:node", "npm:npm")
    home = copy("javascript")
    run("npm", "install", "--silent", "--no-audit", "--no-fund", cwd=home)
    return ["node", str(home / script), str(RULES)]


def set_up_rust_rrule() -> List[str]:
    need("cargo:cargo")
    home = copy("rust_rrule")
    run("cargo", "build", "--release", "--quiet", "-j", "2", "--target-dir", "target", cwd=home)
    return [str(home / "target" / "release" / "rust_rrule_peer"), str(RULES)]


def set_up_lib_recur() -> List[str]:
    need("default-jdk-headless:javac", "maven:mvn")
    home = copy("lib_recur")
    run("mvn", "-q", "-B", "compile", "dependency:copy-dependencies", cwd=home)
    classes = f"{home / 'target' / 'classes'}:{home / 'target' / 'dependency'}/*"
    return ["java", "-cp", classes, "LibRecurPeer", str(RULES)]


def days_of_zhibu(rule: str) -> List[int]:
    """The days that zhibu finds for a rule; none where time_benchmark is not built."""
    if not BENCHMARK.exists():
        return []
    done = subprocess.run([str(BENCHMARK), "--days", rule], stdout=subprocess.PIPE, text=True)
    return [int(line) for line in done.stdout.splitlines()]


def read_lines(output: str) -> List[Measurement]:
    """The measurements of a peer; days that it sent along are counted against zhibu's."""
    measurements = [json.loads(line) for line in output.splitlines()]
    for measurement in measurements:
        if days := measurement.pop("days", None):
            expected = days_of_zhibu(measurement["rule"])
            if expected:
                measurement["differ"] = sum(a != b for a, b in zip_longest(days, expected))
    return measurements


def read_google_benchmark(output: str) -> List[Measurement]:
    """The fastest repetition of each benchmark of time_benchmark."""
    document = json.loads(output)
    fastest: Dict[str, Measurement] = {}
    for row in document["benchmarks"]:
        if row["run_type"] != "iteration":
            continue
        engine, _, rule = row["run_name"].partition("/")
        version = document["context"].get(f"version of {engine.split()[0]}", "")
        measurement = {"engine": engine, "version": version, "rule": rule}
        measurement.update({key: int(row[key]) for key in ("count", "sum", "differ") if key in row})
        measurement["ns"] = row["cpu_time"] / row["count"]
        known = fastest.setdefault(row["run_name"], measurement)
        known["ns"] = min(known["ns"], measurement["ns"])
    return list(fastest.values())


class Program(NamedTuple):
    """One program of one or more engines."""

    set_up: Callable[[], List[str]]  # installs and builds what is missing; returns the command
    read: Callable[[str], List[Measurement]] = read_lines


PROGRAMS = {
    "cpp": Program(set_up_cpp, read_google_benchmark),
    "zhibu_python": Program(lambda: set_up_python_with_zhibu("zhibu_peer.py")),
    "lib_recur": Program(set_up_lib_recur),
    "rust_rrule": Program(set_up_rust_rrule),
    "dateutil": Program(lambda: set_up_python("dateutil_peer.py")),
    "rrule_js": Program(lambda: set_up_javascript("rrule_peer.js")),
    "rrule_temporal": Program(lambda: set_up_javascript("rrule_temporal_peer.js")),
    "calendars": Program(lambda: set_up_python_with_zhibu("calendars_peer.py")),
}


def measure(program: Program, command: List[str], core: int) -> List[Measurement]:
    """Runs a program on one core."""
    path = f"{RELEASE / 'python'}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"
    done = subprocess.run(
        command,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
        preexec_fn=lambda: os.sched_setaffinity(0, {core}),
    )
    if done.returncode:
        raise Unavailable(f"`{' '.join(command)}` failed with {done.returncode}")
    return program.read(done.stdout)
