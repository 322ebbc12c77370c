# SPDX-License-Identifier: BSL-1.0
"""The nation in pandas, from the columns that organization_benchmark wrote.

pandas_peer.py <folder>
"""

import json
import sys
import time
from datetime import date
from pathlib import Path
from typing import Callable, Dict, Tuple

import numpy as np
import pandas as pd

TODAY = (date(2024, 12, 31) - date(1970, 1, 1)).days
DAY_GONE_BY = (date(2019, 6, 30) - date(1970, 1, 1)).days
MOST_WITH_CODES = 20_000_000  # persons; each code is an object, and the nation's have no room

Frames = Dict[str, pd.DataFrame]
Seconds = Tuple[float, float]


def column(folder: Path, name: str) -> np.ndarray:
    return np.load(folder / f"{name}.npy")


def fastest(times: int, run: Callable[[], object]) -> Tuple[Seconds, object]:
    """The least seconds of wall and of CPU time, and what `run` returned."""
    walls, cpus = [], []
    for _ in range(times):
        wall, cpu = time.monotonic(), time.process_time()
        result = run()
        walls.append(time.monotonic() - wall)
        cpus.append(time.process_time() - cpu)
    return (min(walls), min(cpus)), result


def report(question: str, took: Seconds, answer: int, times: int = 1) -> None:
    line = {"engine": "pandas", "question": question, "wall": took[0] / times}
    print(json.dumps({**line, "cpu": took[1] / times, "answer": int(answer)}), flush=True)


def build(folder: Path) -> Frames:
    states = {name: column(folder, f"state_{name}") for name in ("unit", "parent", "from", "to")}
    stays = {name: column(folder, f"stay_{name}") for name in ("person", "unit", "from", "to")}
    names = ("name", "born_on", "retired_on", "admitted_on", "full_member_on")
    persons = pd.DataFrame({name: column(folder, f"person_{name}") for name in names})
    codes = column(folder, "person_code")
    if len(codes) <= MOST_WITH_CODES:
        persons.index = pd.Index(codes.astype(str), name="code")
        assert persons.index.is_unique  # which also builds the table behind the index
    return {"states": pd.DataFrame(states), "stays": pd.DataFrame(stays), "persons": persons}


def as_of(frame: pd.DataFrame, day: int) -> pd.DataFrame:
    return frame[(frame["from"] <= day) & (day < frame["to"])]


def levels(units: pd.DataFrame) -> pd.Series:
    """How deep each unit stands, found level by level."""
    parents = units.set_index("unit")["parent"]
    depth = pd.Series(-1, index=parents.index)
    level, now = 0, parents.index[parents == -1]
    while len(now):
        depth.loc[now] = level
        now = parents.index[parents.isin(now)]
        level += 1
    return depth


def view(frames: Frames, day: int) -> pd.DataFrame:
    """The units as they stand on a day, with their depth."""
    units = as_of(frames["states"], day).set_index("unit", drop=False)
    return units.assign(depth=levels(units))


def subtree(frames: Frames, top: int, day: int) -> pd.Index:
    units = as_of(frames["states"], day)
    now = units[units["unit"] == top]
    found = [now["unit"]]
    while len(now):
        now = units[units["parent"].isin(now["unit"])]
        found.append(now["unit"])
    return pd.Index(pd.concat(found))


def roll_up(units: pd.DataFrame, own: pd.Series) -> pd.Series:
    """The sum of `own` over each unit and all under it, level by level from the deepest."""
    sums = own.reindex(units.index, fill_value=0).astype("int64")
    for depth in range(int(units["depth"].max()), 0, -1):
        level = units[units["depth"] == depth]
        above = sums.loc[level.index].groupby(level["parent"]).sum()
        sums.loc[above.index] += above
    return sums


def count(frames: Frames, day: int, retired: bool) -> pd.Series:
    stays, persons = as_of(frames["stays"], day), frames["persons"]
    chosen = persons["full_member_on" if retired else "admitted_on"].to_numpy() <= day
    if retired:
        chosen &= persons["retired_on"].to_numpy() <= day
    return stays["unit"][chosen[stays["person"].to_numpy()]].value_counts(sort=False)


def province_members(frames: Frames, top: int, day: int) -> int:
    counts = count(frames, day, retired=False)
    return int(counts[counts.index.isin(subtree(frames, top, day))].sum())


def write(folder: Path, name: str, numbers: pd.Series, size: int) -> None:
    by_unit = np.zeros(size, dtype="int64")
    by_unit[numbers.index.to_numpy()] = numbers.to_numpy()
    np.save(folder / f"pandas_{name}.npy", by_unit)


def ask_for_persons(frames: Frames, folder: Path) -> None:
    codes = column(folder, "asked_code").astype(str)
    born_on = frames["persons"]["born_on"]

    def ask() -> int:
        return sum(int(born_on.at[code]) for code in codes)

    took, answer = fastest(1, ask)
    report("person by code", took, answer, len(codes))


def main(folder: Path) -> None:
    took, frames = fastest(1, lambda: build(folder))
    report("build", took, len(frames["persons"]))
    if frames["persons"].index.name == "code":
        ask_for_persons(frames, folder)
    took, units = fastest(2, lambda: view(frames, TODAY))
    report("as_of nation", took, len(units))

    size = int(frames["states"]["unit"].max()) + 1
    ones = pd.Series(1, index=units.index)
    took, sums = fastest(3, lambda: roll_up(units, ones))
    report("roll_up", took, sums.sum())
    write(folder, "units", sums, size)
    for name in ("members", "retired"):
        took, counts = fastest(2, lambda: count(frames, TODAY, name == "retired"))
        report(f"count {name}", took, counts.sum())
        write(folder, name, counts, size)

    top = int(column(folder, "province")[0])
    took, found = fastest(2, lambda: subtree(frames, top, TODAY))
    report("as_of province", took, len(found))
    took, answer = fastest(2, lambda: province_members(frames, top, DAY_GONE_BY))
    report("members of a province", took, answer)


main(Path(sys.argv[1]))
