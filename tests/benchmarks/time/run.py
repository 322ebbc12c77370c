# SPDX-License-Identifier: BSL-1.0
"""Measures the time layer beside its peers: on one core, in CPU time, on answers that are compared.

python3 tests/benchmarks/time/run.py
python3 tests/benchmarks/time/run.py --only cpp,dateutil

Installs what is missing, prints Markdown, and writes what was measured to
build/time-benchmark.json. Fails where engines do not agree; a peer that cannot be set up is named
with the reason.
"""

import argparse
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Dict, List, Sequence, Tuple

sys.path.append(str(Path(__file__).resolve().parents[1]))

from engines import PROGRAMS, REPO, Measurement, Unavailable, cached, measure
from machine import cpu, system
from table import disagreements, rows_of, tables


def names(text: str) -> List[str]:
    """The names given to --only."""
    chosen = text.split(",")
    unknown = [name for name in chosen if name not in PROGRAMS]
    if unknown:
        raise argparse.ArgumentTypeError(
            f"no engine {', '.join(unknown)}; accepted: {', '.join(PROGRAMS)}"
        )
    return chosen


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--only", type=names, default=list(PROGRAMS), help=f"some of {','.join(PROGRAMS)}"
    )
    return parser.parse_args()


def compiler() -> str:
    command = [cached("CMAKE_CXX_COMPILER") or "c++", "--version"]
    try:
        return subprocess.run(command, capture_output=True, text=True).stdout.partition("\n")[0]
    except OSError:
        return "unknown compiler"


def machine() -> Dict[str, str]:
    return {
        "cpu": cpu(),
        "system": system(),
        "compiler": compiler(),
        "date": date.today().isoformat(),
    }


def versions(measurements: Sequence[Measurement]) -> str:
    found: Dict[str, object] = {}
    for m in measurements:  # the ways to call zhibu are of one version
        found.setdefault(str(m["engine"]).split()[0], m["version"])
    return ", ".join(f"{engine} {version}".strip() for engine, version in found.items())


def measure_all(chosen: Sequence[str]) -> Tuple[List[Measurement], Dict[str, str]]:
    """What was measured, and why some of the engines were not."""
    core = max(os.sched_getaffinity(0))
    measurements: List[Measurement] = []
    missing: Dict[str, str] = {}
    for name in chosen:
        try:
            command = PROGRAMS[name].set_up()
            print(f"Measuring {name} on core {core}", file=sys.stderr, flush=True)
            measurements += measure(PROGRAMS[name], command, core)
        except Unavailable as error:
            missing[name] = str(error)
    return measurements, missing


def main() -> int:
    (REPO / "build").mkdir(exist_ok=True)
    measurements, missing = measure_all(parse_arguments().only)
    where = machine()
    rows = rows_of(measurements)
    wrong = disagreements(rows)
    document = {**where, "measurements": measurements, "missing": missing, "disagreements": wrong}
    (REPO / "build" / "time-benchmark.json").write_text(json.dumps(document, indent=1) + "\n")

    print(f"{where['cpu']}, one core; {where['system']}; {where['compiler']}; {where['date']}.")
    if measurements:
        print(f"{versions(measurements)}.\n\n{tables(rows)}")
    for name, reason in missing.items():
        print(f"\nNot measured: {name}: {reason}")
    for line in wrong:
        print(f"\nDisagreement: {line}")
    return 1 if wrong else 0


sys.exit(main())
