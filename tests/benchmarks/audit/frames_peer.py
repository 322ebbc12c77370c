# SPDX-License-Identifier: BSL-1.0
#
# The year of the nation's branches in Polars or in pandas, as one writes it.
#
# frames_peer.py Polars|pandas <folder>

import os
import sys
from datetime import date
from pathlib import Path

os.environ["POLARS_MAX_THREADS"] = "1"

import numpy as np
from peer import AS_OF, BEGIN, RULES, Tree, column, fastest, report

NAMES = ("activity", "months", "closed")


def columns(folder: Path) -> dict:
    held = {name: column(folder, name) for name in ("unit", "activity", "held_on")}
    held["held_on"] = held["held_on"].astype("datetime64[D]").astype("datetime64[ms]")
    return held


def in_polars(folder: Path):
    import polars as pl

    tree, tops = Tree(folder), column(folder, "unit_top")
    held = pl.DataFrame(columns(folder)).with_columns(pl.col("held_on").cast(pl.Date))
    unit = pl.DataFrame({"unit": np.arange(len(tops), dtype="uint32"), "top": tops})
    rule = pl.DataFrame(dict(zip(NAMES, zip(*RULES)))).cast(
        {"activity": pl.UInt8, "months": pl.Int8, "closed": pl.Int64})
    window = (pl.col("held_on").dt.month() - 1) // pl.col("months")

    def ask() -> np.ndarray:
        days = pl.col("held_on").is_between(date.fromisoformat(BEGIN), date.fromisoformat(AS_OF))
        windows = (held.lazy().filter(days).join(rule.lazy(), on="activity")
                   .select("unit", "activity", "closed", window.alias("win")).unique())
        of_unit = windows.group_by("unit", "activity", "closed").agg(
            pl.len().alias("n"), (pl.col("win") < pl.col("closed")).sum().alias("met"))
        rows = (of_unit.join(unit.lazy().filter(pl.col("top") >= 0), on="unit")
                .group_by("top", "activity")
                .agg(pl.col("n").sum(), pl.col("met").sum(),
                     (pl.col("met") == pl.col("closed")).sum().alias("complete")))
        return tree.answers(rows.collect().to_numpy())

    return ask


def in_pandas(folder: Path):
    import pandas as pd

    tree, tops = Tree(folder), column(folder, "unit_top")
    held = pd.DataFrame(columns(folder))
    unit = pd.DataFrame({"unit": np.arange(len(tops), dtype="uint32"), "top": tops})
    rule = pd.DataFrame(RULES, columns=list(NAMES)).astype({"activity": "uint8"})

    def ask() -> np.ndarray:
        rows = held[held["held_on"].between(BEGIN, AS_OF)].merge(rule, on="activity")
        rows["win"] = (rows["held_on"].dt.month - 1) // rows["months"]
        rows = rows[["unit", "activity", "closed", "win"]].drop_duplicates()
        rows["met"] = rows["win"] < rows["closed"]
        of_unit = rows.groupby(["unit", "activity", "closed"], as_index=False).agg(
            n=("win", "size"), met=("met", "sum"))
        of_unit = of_unit.merge(unit[unit["top"] >= 0], on="unit")
        of_unit["complete"] = of_unit["met"] == of_unit["closed"]
        rows = of_unit.groupby(["top", "activity"], as_index=False).agg(
            n=("n", "sum"), met=("met", "sum"), complete=("complete", "sum"))
        return tree.answers(rows.to_numpy())

    return ask


def main(engine: str, folder: Path) -> None:
    ask = {"Polars": in_polars, "pandas": in_pandas}[engine](folder)
    took, found = fastest(2, ask)
    report(folder, engine, "natural", took, found)


main(sys.argv[1], Path(sys.argv[2]))
