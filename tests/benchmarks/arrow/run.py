# SPDX-License-Identifier: BSL-1.0
"""Measures records and rosters as Arrow tables, in and out, beside polars and DuckDB.

python3 tests/benchmarks/arrow/run.py
python3 tests/benchmarks/arrow/run.py --records 1000000 --units 20000

Makes the records of invented branches, takes them in from a polars frame, a query of DuckDB and a
file of Parquet, gives them out again, and prints Markdown: for each way the best of several passes,
by the clock and in CPU time of all threads, since a shared machine has slow spells. The peers do the
same work in the same run. polars looks up the number of each unit and activity, casts the other
columns and makes sure that no code stands twice and no more were present than due; DuckDB joins the
units into a table of its own, or writes its table out. What comes out is held against what went in.
Needs the preset release to be built, and installs polars, pyarrow and DuckDB under build/.
"""

import argparse
import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any, Callable, Iterator, List, NamedTuple, Optional, Tuple

sys.path.append(str(Path(__file__).resolve().parents[1]))

from machine import machine

REPO = Path(__file__).resolve().parents[3]
BUILD = REPO / "build" / "release" / "python"
VENV = REPO / "build" / "venv-arrow"
PARQUET = REPO / "build" / "records.parquet"
PACKAGES = ["duckdb", "numpy", "polars", "pyarrow"]
KEYS = ["members_meeting", "committee_meeting", "party_lecture", "themed_party_day"]


TIMES = 5
GOAL = 1.0  # seconds for all of them


class Took(NamedTuple):
    wall: float
    cpu: float


class Line(NamedTuple):
    what: str
    rows: int
    zhibu: Took
    polars: Optional[Took] = None
    duckdb: Optional[Took] = None


def best_of(act: Callable[[], Any]) -> Tuple[Took, Any]:
    passes, result = [], None
    for _ in range(TIMES):
        result = None  # what was made before is gone when the next is measured
        wall, cpu = time.perf_counter(), time.process_time()
        result = act()
        passes.append(Took(time.perf_counter() - wall, time.process_time() - cpu))
    return Took(*map(min, zip(*passes))), result


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


def by_polars(held: Any, branches: Any) -> Any:
    """What zhibu does with records that come in; `held` is a lazy frame."""
    import polars

    numbered = branches.lazy().select("code", polars.int_range(polars.len()).alias("number"))
    bits = {key: 1 << place for place, key in enumerate(KEYS)}
    found = held.join(numbered, left_on="unit", right_on="code", how="left").select(
        "code",
        polars.col("number").cast(polars.UInt32),
        polars.col("activities").replace_strict(bits, return_dtype=polars.UInt32),
        polars.col("held_on").cast(polars.Int32),
        polars.col("due", "present").cast(polars.Int64),
    ).collect()
    assert found["number"].null_count() == 0 and (found["present"] <= found["due"]).all()
    assert found["code"].n_unique() == found.height
    return found


def by_duckdb(sql: str, **tables: Any) -> Callable[[], Any]:
    import duckdb

    def run() -> Any:
        connection = duckdb.connect()
        for name, table in tables.items():
            connection.register(name, table)
        return connection.sql(f"create table it as {sql}")
    return run


def roster_in(branches: Any) -> Tuple[Line, Any]:
    import polars

    import zhibu

    nobody = polars.DataFrame({"code": [], "name": [], "sex": [], "born": [], "retirement": []})
    tables = {"units": branches, "persons": nobody}
    took, roster = best_of(lambda: zhibu.Roster.from_arrow(tables))
    peer, _ = best_of(by_duckdb("from branches", branches=branches))
    return Line("units in, from polars", branches.height, took, duckdb=peer), roster


def records_in(held: Any, branches: Any, roster: Any) -> Iterator[Line]:
    import duckdb
    import polars
    from pyarrow.parquet import ParquetFile

    import zhibu

    def taken(what: str, source: Callable[[], Any], frame: Callable[[], Any]) -> Line:
        took, _ = best_of(lambda: zhibu.Records.from_arrow(source(), roster))
        peer, _ = best_of(lambda: by_polars(frame(), branches))
        return Line(f"records in, {what}", held.height, took, peer, joined)

    def parquet() -> Any:
        import pyarrow

        file = ParquetFile(PARQUET)
        return pyarrow.RecordBatchReader.from_batches(file.schema_arrow, file.iter_batches())

    sql = "select held.*, branches.name from held join branches on held.unit = branches.code"
    joined, _ = best_of(by_duckdb(sql, held=held, branches=branches))
    yield taken("from polars", lambda: held, held.lazy)
    labelled = held.with_columns(polars.col("unit", "activities").cast(polars.Categorical))
    yield taken("codes as categories", lambda: labelled, held.lazy)
    del labelled
    connection = duckdb.connect()
    connection.register("held", held)
    connection.sql("create table it as from held")
    query = "select * from it"
    yield taken("a query of DuckDB", lambda: connection.sql(query),
                lambda: connection.sql(query).pl().lazy())
    held.write_parquet(PARQUET)
    yield taken("a file of Parquet", parquet, lambda: polars.scan_parquet(PARQUET))
    PARQUET.unlink()


def records_out(held: Any, roster: Any) -> Line:
    import duckdb
    import polars
    import pyarrow

    import zhibu

    connection = duckdb.connect()
    connection.register("held", held)
    connection.sql("create table it as from held")
    peer, _ = best_of(lambda: connection.sql("from it").to_arrow_table())
    books = zhibu.Records.from_arrow(held, roster)
    took, table = best_of(lambda: pyarrow.table(books))
    again = polars.DataFrame(table)
    assert all(again[it].equals(held[it]) for it in ("code", "unit", "held_on", "due", "present"))
    assert again["activities"].list.first().equals(held["activities"])
    return Line("records out, to pyarrow", held.height, took, duckdb=peer)


def measure(records: int, units: int) -> Iterator[Line]:
    branches, held = made_up(records, units)
    line, roster = roster_in(branches)
    yield line
    yield from records_in(held, branches, roster)
    yield records_out(held, roster)


def said(line: Line) -> str:
    cells: List[str] = [line.what, f"{line.rows:,}", f"{line.zhibu.wall:.2f} s",
                        f"{line.zhibu.cpu:.2f} s"]
    for peer in (line.polars, line.duckdb):
        cells += [f"{peer.wall:.2f} s", f"{peer.cpu:.2f} s",
                  f"{peer.cpu / line.zhibu.cpu:.1f}×"] if peer else ["—"] * 3
    return f"| {' | '.join(cells)} | {'met' if line.zhibu.wall <= GOAL else 'MISSED'} |"


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
    print("| what | rows | zhibu | CPU | polars | CPU | ÷ zhibu | DuckDB | CPU | ÷ zhibu "
          f"| goal: {GOAL:.0f} s |")
    print("| --- |" + " ---: |" * 9 + " --- |")
    for line in measure(asked.records, asked.units):
        print(said(line), flush=True)


main()
