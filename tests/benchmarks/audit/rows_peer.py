# SPDX-License-Identifier: BSL-1.0
#
# The year of the nation's branches in SQLite or in PostgreSQL, as one writes it.
#
# rows_peer.py SQLite <folder>
# rows_peer.py PostgreSQL <folder> <folder of its socket>

import os
import sqlite3
import sys
from pathlib import Path

import numpy as np
from peer import AS_OF, BEGIN, RULES, Tree, column, fastest, report

QUERY = """
WITH windows AS (
  SELECT DISTINCT unit, h.activity AS activity, ({month} - 1) / months AS win
  FROM held h JOIN rule r ON r.activity = h.activity WHERE held_on BETWEEN '{begin}' AND '{as_of}'),
of_unit AS (
  SELECT unit, w.activity AS activity, closed, count(*) AS n,
    sum(CASE WHEN win < closed THEN 1 ELSE 0 END) AS met
  FROM windows w JOIN rule r ON r.activity = w.activity GROUP BY unit, w.activity, closed)
SELECT top, activity, sum(n), sum(met), sum(CASE WHEN met = closed THEN 1 ELSE 0 END)
FROM of_unit JOIN unit ON unit.id = of_unit.unit WHERE top >= 0 GROUP BY top, activity
"""


def query(month: str) -> str:
    return QUERY.format(month=month, begin=BEGIN, as_of=AS_OF)


def units(folder: Path):
    return enumerate(column(folder, "unit_top").tolist())


def held(folder: Path):
    days = np.datetime_as_string(column(folder, "held_on").astype("datetime64[D]"))
    return zip(column(folder, "unit").tolist(), column(folder, "activity").tolist(), days.tolist())


def in_sqlite(folder: Path) -> None:
    tree = Tree(folder)
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE held(unit INTEGER, activity INTEGER, held_on TEXT)")
    base.execute("CREATE TABLE unit(id INTEGER PRIMARY KEY, top INTEGER)")
    base.execute("CREATE TABLE rule(activity INTEGER PRIMARY KEY, months INTEGER, closed INTEGER)")
    base.executemany("INSERT INTO held VALUES (?, ?, ?)", held(folder))
    base.executemany("INSERT INTO unit VALUES (?, ?)", units(folder))
    base.executemany("INSERT INTO rule VALUES (?, ?, ?)", RULES)
    base.execute("ANALYZE")
    sql = query("CAST(substr(held_on, 6, 2) AS INTEGER)")
    took, found = fastest(2, lambda: tree.answers(base.execute(sql).fetchall()))
    report(folder, "SQLite", "natural", took, found)


def cpu_of(process: int) -> float:
    """Seconds of CPU time that another process has taken."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def in_postgresql(folder: Path, socket: str) -> None:
    import psycopg

    tree = Tree(folder)
    base = psycopg.connect(host=socket, user="benchmark", dbname="postgres", autocommit=True)
    for setting in ("work_mem = '1GB'", "jit = off", "max_parallel_workers_per_gather = 0"):
        base.execute(f"SET {setting}")
    base.execute("CREATE UNLOGGED TABLE held(unit int, activity smallint, held_on date)")
    base.execute("CREATE UNLOGGED TABLE unit(id int PRIMARY KEY, top int)")
    base.execute("CREATE UNLOGGED TABLE rule("
                 "activity smallint PRIMARY KEY, months int, closed int)")
    for table, rows in (("held", held(folder)), ("unit", units(folder)), ("rule", RULES)):
        with base.cursor().copy(f"COPY {table} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        base.execute(f"ANALYZE {table}")
    sql = query("extract(month FROM held_on)::int")
    backend = base.info.backend_pid
    took, found = fastest(2, lambda: tree.answers(base.execute(sql).fetchall()),
                          lambda: cpu_of(backend))
    report(folder, "PostgreSQL", "natural", took, found)


if sys.argv[1] == "SQLite":
    in_sqlite(Path(sys.argv[2]))
else:
    in_postgresql(Path(sys.argv[2]), sys.argv[3])
