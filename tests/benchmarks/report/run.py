# SPDX-License-Identifier: BSL-1.0
"""Measures all ledgers of a county's year, and those of a hundred such counties.

python3 tests/benchmarks/report/run.py
python3 tests/benchmarks/report/run.py --counties 1,10,100

Writes the counties under build/, draws up each kind of ledger for all of them together, as Markdown
and as CSV, and prints Markdown. Needs the preset release to be built.
"""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Dict, List, Tuple

sys.path.append(str(Path(__file__).resolve().parents[1]))

import counties
from machine import machine

REPO = Path(__file__).resolve().parents[3]
PROGRAM = REPO / "build" / "release" / "tests" / "benchmarks" / "ledgers_benchmark"
FOLDER = REPO / "build" / "counties"

Measured = Dict[str, Tuple[int, float]]  # what was done: its rows, its seconds


def measure(number: int) -> Measured:
    counties.write(FOLDER, number)
    done = subprocess.run(
        [PROGRAM, FOLDER, counties.YEAR], check=True, capture_output=True, encoding="utf-8"
    )
    shutil.rmtree(FOLDER)
    lines = (line.split() for line in done.stdout.splitlines())
    return {what: (int(rows), float(seconds)) for what, rows, seconds in lines}


def summary(number: int, measured: Measured) -> str:
    ledgers = [it for it in measured if it not in ("load", "bytes", "peak")]
    rows = sum(measured[it][0] for it in ledgers)
    seconds = sum(measured[it][1] for it in ledgers)
    slowest = max(ledgers, key=lambda it: measured[it][1])
    return (
        f"| {number} | {measured['load'][0]:,} | {measured['load'][1]:.2f} s | {len(ledgers)} "
        f"| {rows:,} | {seconds:.2f} s | {slowest} {measured[slowest][1]:.2f} s "
        f"| {measured['peak'][0]:,} MiB |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--counties", default="1,100", help="how many, as 1,100")
    if not PROGRAM.exists():
        sys.exit("not built; accepted: after cmake --workflow --preset release")
    print(f"{machine()}\n")
    print("| counties | records | load | ledgers | rows | all ledgers | slowest | peak |")
    print("|---|---|---|---|---|---|---|---|")
    numbers: List[int] = [int(number) for number in parser.parse_args().counties.split(",")]
    for number in numbers:
        print(summary(number, measure(number)), flush=True)


main()
