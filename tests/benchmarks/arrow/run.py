# SPDX-License-Identifier: BSL-1.0
"""Measures records and findings as Arrow tables, in and out, beside DuckDB.

python3 tests/benchmarks/arrow/run.py
python3 tests/benchmarks/arrow/run.py --records 1000000 --units 20000

Makes the records of invented branches, takes them in from a polars frame, gives them out again, and
prints Markdown: for each way the best of three, and what DuckDB takes to read the same frame into a
table, or to write it out of one. What comes out is held against what went in. Needs the preset
release to be built, and installs polars, pyarrow and DuckDB under build/.
"""

import argparse
import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any, Callable, Dict, Tuple

sys.path.append(str(Path(__file__).resolve().parents[1]))

from machine import machine

REPO = Path(__file__).resolve().parents[3]
BUILD = REPO / "build" / "release" / "python"
VENV = REPO / "build" / "venv-arrow"
PACKAGES = ["duckdb", "numpy", "polars", "pyarrow"]
KEYS = ["members_meeting", "committee_meeting", "party_lecture", "themed_party_day"]


def best_of(times: int, act: Callable[[], Any]) -> Tuple[float, Any]:
    best, result = float("inf"), None
    for _ in range(times):
        result = None  # what was made before is gone when the next is measured
        start = time.perf_counter()
        result = act()
        best = min(best, time.perf_counter() - start)
    return best, result


def made_up(records: int, units: int) -> Tuple[Any, Any]:
    """The branches, and what was held in them: codes, days and numbers drawn at random."""
    import numpy
    import polars

    draw = numpy.random.default_rng(2017)
    codes = polars.Series("code", [f"U{number:07}" for number in range(units)])
    branches = polars.DataFrame({"code": codes, "name": codes + "党支部"}).with_columns(
        polars.lit("branch").alias("kind"), polars.lit(date(2010, 1, 1)).alias("from")
    )
    due = draw.integers(3, 50, records, dtype=numpy.int32)
    held = polars.DataFrame({
        "code": polars.Series(range(records)).cast(polars.String).str.zfill(9),
        "unit": codes.gather(draw.integers(0, units, records)),
        "activities": polars.Series(KEYS).gather(draw.integers(0, len(KEYS), records)),
        "held_on": polars.Series(draw.integers(17167, 17532, records, dtype=numpy.int32))
        .cast(polars.Date),
        "due": due,
        "present": due - draw.integers(0, 3, records, dtype=numpy.int32),
    })
    return branches, held


def measure(records: int, units: int) -> Dict[str, Tuple[int, float, float]]:
    import duckdb
    import polars
    import pyarrow

    import zhibu

    branches, held = made_up(records, units)
    nobody = polars.DataFrame({"code": [], "name": [], "sex": [], "born": [], "retirement": []})
    found: Dict[str, Tuple[int, float, float]] = {}

    def roster_in() -> zhibu.Roster:
        return zhibu.Roster.from_arrow({"units": branches, "persons": nobody})

    def by_duckdb(sql: str) -> Callable[[], Any]:
        def run() -> Any:
            connection = duckdb.connect()
            connection.register("held", held)
            connection.register("branches", branches)
            return connection.sql(f"create table it as {sql}")
        return run

    seconds, roster = best_of(3, roster_in)
    found["units in"] = units, seconds, best_of(3, by_duckdb("from branches"))[0]
    joined = "select held.*, branches.name from held join branches on held.unit = branches.code"
    peer = best_of(3, by_duckdb(joined))[0]  # it, too, looks up the unit of each record
    seconds, books = best_of(3, lambda: zhibu.Records.from_arrow(held, roster))
    found["records in, from polars"] = records, seconds, peer
    labelled = held.with_columns(polars.col("unit", "activities").cast(polars.Categorical))
    seconds, _ = best_of(3, lambda: zhibu.Records.from_arrow(labelled, roster))
    found["records in, codes as categories"] = records, seconds, peer
    connection = duckdb.connect()
    connection.register("held", held)
    connection.sql("create table it as from held")
    seconds, table = best_of(3, lambda: pyarrow.table(books))
    found["records out, to pyarrow"] = (
        records, seconds, best_of(3, lambda: connection.sql("from it").to_arrow_table())[0])
    again = polars.DataFrame(table)
    assert again["code"].equals(held["code"]) and again["held_on"].equals(held["held_on"])
    assert again["unit"].equals(held["unit"]) and again["due"].equals(held["due"])
    assert again["activities"].list.first().equals(held["activities"])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--records", type=int, default=10_000_000)
    parser.add_argument("--units", type=int, default=200_000)
    asked = parser.parse_args()
    if not list((BUILD / "zhibu").glob("_core*")):
        sys.exit("not built; accepted: after cmake --workflow --preset release")
    if Path(sys.prefix) != VENV:
        if not (VENV / "bin" / "python").exists():
            subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
        python = VENV / "bin" / "python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        os.environ["PYTHONPATH"] = str(BUILD)
        os.execv(python, [str(python), *sys.argv])
    print(f"{machine()}\n")
    print("| what | rows | zhibu | DuckDB | ratio |")
    print("|---|---|---|---|---|")
    for what, (rows, zhibus, peers) in measure(asked.records, asked.units).items():
        print(f"| {what} | {rows:,} | {zhibus:.2f} s | {peers:.2f} s | {peers / zhibus:.1f}× |")


main()
