# SPDX-License-Identifier: BSL-1.0
"""Measures the audit of a nation's year, beside its peers, on equal answers.

python3 tests/benchmarks/audit/run.py
python3 tests/benchmarks/audit/run.py --scale 0.01,0.1 --only zhibu,DuckDB

Scale 1 is the nation: 4.6 million branches and about 246 million records. zhibu alone is asked for
all of it, which takes some minutes; DuckDB, Polars and pandas for a tenth, SQLite and PostgreSQL
for a hundredth. Installs what is missing, prints Markdown, and writes what was measured to
build/audit-benchmark.json. Fails where engines do not agree; a peer that cannot be set up is named
with the reason.
"""

import argparse
import json
import shutil
import sys
from pathlib import Path
from typing import Dict, List, Sequence, Tuple

sys.path.append(str(Path(__file__).resolve().parents[1]))

import table
from engines import ENGINES, FOLDER, REPO, Line, Unavailable, measure, versions
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
    parser.add_argument("--scale", default="0.01,0.1", help="parts of the nation, as 0.01,0.1,1")
    parser.add_argument(
        "--only", type=names, default=list(ENGINES), help=f"some of {','.join(ENGINES)}"
    )
    return parser.parse_args()


def measure_scale(chosen: Sequence[str], scale: str) -> Tuple[List[Line], Dict[str, str]]:
    """What was measured, and why some of the engines were not."""
    lines: List[Line] = []
    missing: Dict[str, str] = {}
    for name in chosen:
        if float(scale) > ENGINES[name].most:
            continue
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
    measured = table.Measured(lines)
    nation = float(scale) == 1
    print(table.zhibu(measured, nation), table.others(measured, nation), sep="\n\n")
    print(f"\n{table.comparisons(measured, float(scale))}")
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
    print(
        f"\nBeside {versions()}. Ratios are of CPU time by one thread, the fastest of several "
        "passes (of pandas, Polars and the databases two or three). From records means: what was held, "
        "brought together and rolled up to all provinces, prefectures and counties. The peers are "
        "given the tree, and who owes what. A table of masks knows of one day; zhibu's state "
        "answers for any."
    )
    (REPO / "build" / "audit-benchmark.json").write_text(json.dumps(document, indent=1))
    return 1 if wrong else 0


sys.exit(main())
