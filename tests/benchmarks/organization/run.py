# SPDX-License-Identifier: BSL-1.0
"""Measures the organization layer on a generated nation, beside its peers, on equal answers.

python3 tests/benchmarks/organization/run.py
python3 tests/benchmarks/organization/run.py --scale 0.01,0.1 --only zhibu,pandas

Scale 1 is the nation: 5.25 million organizations and 100 million members. It needs 16 GB of memory
and 30 GB of disk, and takes half an hour. Installs what is missing, prints Markdown, and writes
what was measured to build/organization-benchmark.json. Fails where engines do not agree; a peer
that cannot be set up is named with the reason.
"""

import argparse
import json
import shutil
import sys
from pathlib import Path
from typing import Dict, List, Sequence, Tuple

sys.path.append(str(Path(__file__).resolve().parents[1]))

import table
from engines import ENGINES, FOLDER, REPO, Line, Unavailable, measure
from machine import machine


def names(text: str) -> List[str]:
    """The names given to --only; zhibu is always among them."""
    chosen = text.split(",")
    unknown = [name for name in chosen if name not in ENGINES]
    if unknown:
        raise argparse.ArgumentTypeError(
            f"no engine {', '.join(unknown)}; accepted: {', '.join(ENGINES)}"
        )
    return [name for name in ENGINES if name in chosen or name == "zhibu"]


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--scale", default="0.1", help="parts of the nation, as 0.01,0.1,1")
    parser.add_argument(
        "--only", type=names, default=list(ENGINES), help=f"some of {','.join(ENGINES)}"
    )
    return parser.parse_args()


def measure_scale(chosen: Sequence[str], scale: str) -> Tuple[List[Line], Dict[str, str]]:
    """What was measured, and why some of the engines were not."""
    lines: List[Line] = []
    missing: Dict[str, str] = {}
    for name in chosen:
        try:
            lines += measure(name, scale)
        except Unavailable as error:
            missing[name] = str(error)
    return lines, missing


def show(scale: str, lines: Sequence[Line], missing: Dict[str, str]) -> List[str]:
    """Prints what was measured at a scale; returns where engines do not agree."""
    print(f"\n## Scale {scale}\n\n{machine()}\n")
    for name, reason in missing.items():
        print(f"Not measured: {name}: {reason}\n")
    if "zhibu" in missing:
        return [missing["zhibu"]]
    measured = table.by_engine(lines)
    parts = [table.questions(measured, float(scale) == 1), table.memory(lines)]
    print("\n\n".join([*parts, table.archive(measured)]))
    wrong = list(table.disagreements(measured, FOLDER / scale))
    for line in wrong:
        print(f"\nDisagreement: {line}")
    return wrong


def main() -> int:
    arguments = parse_arguments()
    document: Dict[str, object] = {"machine": machine()}
    wrong: List[str] = []
    for scale in arguments.scale.split(","):
        lines, missing = measure_scale(arguments.only, scale)
        document[scale] = {"measurements": lines, "missing": missing}
        wrong += show(scale, lines, missing)
        shutil.rmtree(FOLDER / scale, ignore_errors=True)  # the nation's columns are large
    peers = ", ".join(f"{name} {ENGINES[name].version()}" for name in arguments.only[1:])
    print(
        f"\nBeside {peers or 'none'}. CPU time of one thread, the fastest of several passes; the "
        "archive by the clock. pandas is given neither names of units nor posts, and checks nothing."
    )
    (REPO / "build" / "organization-benchmark.json").write_text(json.dumps(document, indent=1))
    return 1 if wrong else 0


sys.exit(main())
