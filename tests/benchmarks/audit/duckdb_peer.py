# SPDX-License-Identifier: BSL-1.0
#
# The year of the nation's branches in DuckDB, in memory and by one thread: as one writes it first,
# as an expert does, and from a table that has for each branch and rule the months in which it was
# met, which is as near as it comes to the state that zhibu keeps. The table knows of one day only.
#
# duckdb_peer.py <folder>

import sys
from pathlib import Path

import duckdb
import numpy as np
from peer import AS_OF, BEGIN, RULES, Tree, column, fastest, report

IN_TIME = f"held_on BETWEEN DATE '{BEGIN}' AND DATE '{AS_OF}'"

NATURAL = f"""
WITH windows AS (
  SELECT DISTINCT unit, activity, (month(held_on) - 1) // months AS win
  FROM held JOIN rule USING (activity) WHERE {IN_TIME}),
of_unit AS (
  SELECT unit, activity, count(*) AS n, count(*) FILTER (win < closed) AS met
  FROM windows JOIN rule USING (activity) GROUP BY ALL)
SELECT top, activity, sum(n), sum(met), count(*) FILTER (met = closed)
FROM of_unit JOIN unit USING (unit) JOIN rule USING (activity) WHERE top >= 0 GROUP BY ALL
"""

MASKS = f"""
SELECT unit, activity, bit_or((1 << (month(held_on) - 1))::SMALLINT) AS mask
FROM held WHERE activity <= 6 AND {IN_TIME} GROUP BY unit, activity
"""

COUNTED = """
SELECT top, activity,
  CASE months WHEN 1 THEN bit_count(mask) WHEN 3 THEN
    (mask & 7 > 0)::INT + (mask & 56 > 0)::INT + (mask & 448 > 0)::INT + (mask & 3584 > 0)::INT
    ELSE 1 END AS n,
  CASE months WHEN 1 THEN bit_count((mask & 1023)::SMALLINT) WHEN 3 THEN
    (mask & 7 > 0)::INT + (mask & 56 > 0)::INT + (mask & 448 > 0)::INT ELSE 0 END AS met, closed
FROM {masks} JOIN rule USING (activity)
"""

MASK = f"""
WITH masks AS ({MASKS}),
of_unit AS ({COUNTED.format(masks="masks JOIN unit USING (unit)")} WHERE top >= 0)
SELECT top, activity, sum(n), sum(met), count(*) FILTER (met = closed) FROM of_unit GROUP BY ALL
"""

MATERIALISED = f"""
WITH of_unit AS ({COUNTED.format(masks="kept")})
SELECT top, activity, sum(n), sum(met), count(*) FILTER (met = closed) FROM of_unit GROUP BY ALL
"""


def load(folder: Path) -> duckdb.DuckDBPyConnection:
    base = duckdb.connect()
    base.execute("SET threads = 1")
    held = {name: column(folder, name) for name in ("unit", "activity", "held_on")}
    held["held_on"] = held["held_on"].astype("datetime64[D]").astype("datetime64[s]")
    base.execute("CREATE TABLE held AS SELECT unit, activity, held_on::DATE AS held_on FROM held")
    tops = column(folder, "unit_top")
    units = {"unit": np.arange(len(tops), dtype="uint32"), "top": tops}
    base.execute("CREATE TABLE unit AS SELECT * FROM units")
    base.execute("CREATE TABLE rule(activity UTINYINT, months INT, closed INT)")
    base.executemany("INSERT INTO rule VALUES (?, ?, ?)", RULES)
    return base


def main(folder: Path) -> None:
    base, tree = load(folder), Tree(folder)

    def ask(sql: str) -> np.ndarray:
        columns = base.execute(sql).fetchnumpy().values()
        return tree.answers(np.column_stack([np.asarray(c, dtype="int64") for c in columns]))

    for name, sql in (("natural", NATURAL), ("mask", MASK)):
        took, found = fastest(3, lambda: ask(sql))
        report(folder, "DuckDB", name, took, found)
    base.execute(f"CREATE TABLE kept AS SELECT top, activity, mask FROM ({MASKS}) "
                 "JOIN unit USING (unit) WHERE top >= 0")
    took, found = fastest(9, lambda: ask(MATERIALISED))
    report(folder, "DuckDB", "materialised", took, found)


main(Path(sys.argv[1]))
