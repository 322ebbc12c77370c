# SPDX-License-Identifier: BSL-1.0
#
# What was measured, compared and laid out in Markdown.

from array import array
from pathlib import Path
from typing import Dict, Iterator, List, NamedTuple, Optional, Sequence

from engines import Line

# What is asked of zhibu, what it says in the table, and the seconds of the clock that two threads
# may take for the nation.
QUESTIONS = [
    ("arrival", "the year, from records as they arrived", 4.0),
    ("by unit", "the year, from records by unit", 1.0),
    ("state", "the year, from the state that is kept", 0.1),
]


class Comparison(NamedTuple):
    peer: str
    question: str  # as the peer has it
    given: str  # what the peer is given, and how it is asked
    ours: str  # zhibu's question
    least: float  # the ratio that is aimed at
    scale: float  # where that is


COMPARISONS = [
    Comparison("DuckDB", "mask", "records; a mask of months for each branch", "arrival", 10, 0.1),
    Comparison("DuckDB", "natural", "records; grouped by branch and window", "arrival", 30, 0.1),
    Comparison("Polars", "natural", "records; grouped by branch and window", "arrival", 100, 0.1),
    Comparison("pandas", "natural", "records; grouped by branch and window", "arrival", 100, 0.1),
    Comparison("SQLite", "natural", "records; grouped by branch and window", "arrival", 100, 0.01),
    Comparison("PostgreSQL", "natural", "records; grouped by branch and window", "arrival", 100,
               0.01),
    Comparison("DuckDB", "materialised", "the masks as a table, for this one day", "state", 50,
               0.1),
]


class Measured:
    """The lines of all engines, by engine and question."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.times: Dict[str, Dict[str, Line]] = {}
        self.sizes: Dict[str, Line] = {}
        for line in lines:
            if "question" in line:
                self.times.setdefault(str(line["engine"]), {})[str(line["question"])] = line
            else:
                self.sizes[str(line["memory"])] = line

    def seconds(self, engine: str, question: str, clock: str) -> Optional[float]:
        line = self.times.get(engine, {}).get(question)
        return float(str(line[clock])) if line else None

    def bytes(self, what: str) -> int:
        return int(str(self.sizes[what]["bytes"]))


def numbers(file: Path) -> "array[int]":
    """The numbers of a file of NumPy, of eight bytes each."""
    content = file.read_bytes()
    return array("q", content[10 + int.from_bytes(content[8:10], "little") :])


def disagreements(measured: Measured, folder: Path) -> Iterator[str]:
    """Where a peer's number for a committee and a rule is not zhibu's."""
    ours = numbers(folder / "zhibu.npy")
    for peer, questions in measured.times.items():
        for question, line in questions.items():
            if "answers" not in line:
                continue
            theirs = numbers(folder / str(line["answers"]))
            differ = sum(a != b for a, b in zip(ours, theirs)) + abs(len(ours) - len(theirs))
            if differ:
                yield f"{differ} of {len(ours)} numbers differ by {peer} ({question})"


def time(seconds: float) -> str:
    for unit, factor in (("s", 1.0), ("ms", 1e3), ("µs", 1e6)):
        if seconds * factor >= 1:
            return f"{number(seconds * factor)} {unit}"
    return f"{number(seconds * 1e9)} ns"


def number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def markdown(rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def bandwidth(measured: Measured, threads: int) -> float:
    """Bytes a second."""
    return measured.bytes("read") / (measured.seconds("memory", f"read, {threads}", "wall") or 1)


def zhibu(measured: Measured, nation: bool) -> str:
    head = ["zhibu", "records or branches", "bytes that it must read"]
    for threads in ("1 thread", "2 threads"):
        head += [threads, "of the bandwidth"]
    rows = [head + (["goal", ""] if nation else [])]
    rows.append(["---", *["---:"] * (len(rows[0]) - 1)])
    for question, title, goal in QUESTIONS:
        row = [title, f"{int(str(measured.sizes[question]['rows'])):,}",
               f"{measured.bytes(question):,}"]
        for threads in (1, 2):
            wall = measured.seconds("zhibu", f"{question}, {threads}", "wall") or 1
            share = measured.bytes(question) / bandwidth(measured, threads) / wall
            row += [time(wall), f"{share:.0%}"]
        rows.append(row + (verdict(wall <= goal, f"≤ {time(goal)}") if nation else []))
    return markdown(rows)


def verdict(is_met: bool, goal: str) -> List[str]:
    return [goal, "met" if is_met else "MISSED"]


def others(measured: Measured, nation: bool) -> str:
    """What is no question about the year, a line each."""
    one = measured.seconds("zhibu", "one record", "cpu") or 1
    drawn = measured.seconds("zhibu", "draw up", "cpu") or 1
    peak = measured.bytes("peak") / 2**30
    lines = [
        f"- One more record, of any branch: {time(one)} (goal: ≤ 1 µs, "
        f"{verdict(one <= 1e-6, '')[1]}).",
        f"- To draw up who owes what in the year, once: {time(drawn)}.",
        f"- Memory at most: {peak:.2f} GiB"
        + (f" (goal: ≤ 12 GiB, {verdict(peak <= 12, '')[1]})." if nation else "."),
        f"- This machine reads {bandwidth(measured, 1) / 1e9:.1f} GB a second by one thread and "
        f"{bandwidth(measured, 2) / 1e9:.1f} by two.",
    ]
    return "\n".join(lines)


def comparisons(measured: Measured, scale: float) -> str:
    rows = [["peer", "what it is given", "peer, CPU", "zhibu", "zhibu, CPU", "ratio", "goal", ""],
            ["---", "---", "---:", "---", "---:", "---:", "---:", "---"]]
    for peer, question, given, ours, least, at in COMPARISONS:
        theirs = measured.seconds(peer, question, "cpu")
        own = measured.seconds("zhibu", f"{ours}, 1", "cpu")
        if theirs is None or own is None:
            continue
        ratio = theirs / own
        title = {"arrival": "the same records, unsorted", "state": "its state"}[ours]
        goal = verdict(ratio >= least, f"≥ {least:.0f}×") if scale == at else ["—", ""]
        rows.append([peer, given, time(theirs), title, time(own), f"{number(ratio)}×", *goal])
    return markdown(rows) if len(rows) > 2 else "No peer was measured at this scale."
