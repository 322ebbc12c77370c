# SPDX-License-Identifier: BSL-1.0
#
# What the peers have in common: the question, the columns that zhibu wrote, the answers.
#
# The question: of each province, prefecture and county with all under it, and of each of seven
# rules, how many windows were met by the evening of AS_OF, how many had closed unmet, and how many
# branches had one that was. Each peer groups its records by branch; what is left to add up over the
# tree is a few thousand rows, which NumPy does for all of them.

import json
import time
from pathlib import Path
from typing import Callable, Tuple

import numpy as np

BEGIN, AS_OF = "2025-01-01", "2025-11-30"

# In the order of rules.toml: the number of the activity, the months of a window, and how many
# windows had closed.
RULES = [(1, 1, 10), (2, 1, 10), (4, 1, 10), (0, 3, 3), (3, 3, 3), (5, 12, 0), (6, 12, 0)]

Seconds = Tuple[float, float]


def column(folder: Path, name: str) -> np.ndarray:
    return np.load(folder / f"{name}.npy")


def fastest(times: int, run: Callable[[], object],
            cpu: Callable[[], float] = time.process_time) -> Tuple[Seconds, object]:
    """The least seconds of wall and of CPU time, and what `run` returned."""
    walls, cpus = [], []
    for _ in range(times):
        wall, begin = time.monotonic(), cpu()
        result = run()
        walls.append(time.monotonic() - wall)
        cpus.append(cpu() - begin)
    return (min(walls), min(cpus)), result


class Tree:
    """The provinces, prefectures and counties, and how many branches stand right under each."""

    def __init__(self, folder: Path) -> None:
        tops = column(folder, "unit_top")
        self.above = column(folder, "top_above")
        self.branches = np.bincount(tops[tops >= 0], minlength=len(self.above))
        depth = np.zeros(len(self.above), dtype=int)
        for top in np.flatnonzero(self.above >= 0):
            depth[top] = depth[self.above[top]] + 1
        self.levels = [np.flatnonzero(depth == level) for level in range(depth.max(), 0, -1)]

    def answers(self, rows: np.ndarray) -> np.ndarray:
        """Three numbers for each top and rule, from rows of (top, activity, windows met, of them
        closed, branches that met all closed ones)."""
        closed = np.array([closed for _, _, closed in RULES])
        found = np.zeros((len(self.above), len(RULES), 3), dtype=np.int64)
        found[:, :, 1] = self.branches[:, None] * closed
        found[:, :, 2] = self.branches[:, None] * (closed > 0)
        top, activity, met, met_closed, complete = np.asarray(rows, dtype=np.int64).T
        rule = np.argsort([activity for activity, _, _ in RULES])[activity]
        complete = complete * (closed > 0)[rule]
        found[top, rule] += np.stack([met, -met_closed, -complete], axis=1)
        for level in self.levels:
            np.add.at(found, self.above[level], found[level])
        return found


def report(folder: Path, engine: str, question: str, took: Seconds, found: np.ndarray) -> None:
    """Writes the answers, and a line of JSON for run.py, which compares them."""
    file = f"{engine}_{question}.npy"
    np.save(folder / file, found)
    print(json.dumps({"engine": engine, "question": question, "wall": took[0], "cpu": took[1],
                      "answers": file}), flush=True)
