# SPDX-License-Identifier: BSL-1.0
#
# What was measured, compared and laid out in Markdown.

from array import array
from itertools import zip_longest
from pathlib import Path
from typing import Dict, Iterator, List, Optional, Sequence, Tuple

from engines import Line

PEERS = ["SQLite", "pandas"]
ANSWERS = ["units", "members", "retired"]  # of which each engine writes a number for every unit

# The question, what it says in the table, and the seconds that it may take in the nation.
QUESTIONS: List[Tuple[str, str, Optional[float]]] = [
    ("build", "build from columns", 60),
    ("as_of nation", "the nation as of a day", 3),
    ("as_of province", "a province as of a day", 0.1),
    ("is_within", "whether a unit stands under another", 10e-9),
    ("roll_up", "roll-up of a count over all units", 50e-3),
    ("count members", "members of each unit", None),
    ("count retired", "retired full members of each unit", None),
    ("members of a province", "members of a province on a day gone by", None),
    ("person by code", "a person by code", 300e-9),
]

Measured = Dict[str, Dict[str, Line]]  # by engine and question


def by_engine(lines: Sequence[Line]) -> Measured:
    found: Measured = {}
    for line in lines:
        if "question" in line:
            found.setdefault(str(line["engine"]), {})[str(line["question"])] = line
    return found


def numbers(file: Path) -> "array[int]":
    """The numbers of a file of NumPy, of eight bytes each."""
    content = file.read_bytes()
    return array("q", content[10 + int.from_bytes(content[8:10], "little") :])


def disagreements(measured: Measured, folder: Path) -> Iterator[str]:
    """Where a peer's answer, or its number for a unit, is not zhibu's."""
    for peer in PEERS:
        for question, line in measured.get(peer, {}).items():
            expected = measured["zhibu"][question]["answer"]
            if line["answer"] != expected:
                yield f"{question}: {line['answer']} by {peer}, where {expected} is expected"
        for answer in ANSWERS if peer in measured else []:
            ours, theirs = (numbers(folder / f"{e}_{answer}.npy") for e in ("zhibu", peer))
            if differ := sum(a != b for a, b in zip_longest(ours, theirs)):
                yield f"{answer}: {differ} of {len(ours)} units differ by {peer}"


def time(seconds: float) -> str:
    for unit, factor in (("s", 1.0), ("ms", 1e3), ("µs", 1e6)):
        if seconds * factor >= 1:
            return f"{number(seconds * factor)} {unit}"
    return f"{number(seconds * 1e9)} ns"


def number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def seconds(line: Line) -> float:
    return float(str(line["cpu"]))


def questions(measured: Measured, goals: bool) -> str:
    peers = [peer for peer in PEERS if peer in measured]
    head = ["question", "zhibu", *(["goal"] if goals else [])]
    head += [text for peer in peers for text in (peer, f"{peer} ÷ zhibu")]
    rows = [head, ["---", *["---:"] * (len(head) - 1)]]
    for question, title, goal in QUESTIONS:
        ours = measured["zhibu"][question]
        row = [title, time(seconds(ours))]
        if goals:
            row.append(f"≤ {time(goal)}" if goal else "—")
        for peer in peers:
            theirs = measured[peer].get(question)
            ratio = f"{number(seconds(theirs) / seconds(ours))}×" if theirs else "—"
            row += [time(seconds(theirs)) if theirs else "—", ratio]
        rows.append(row)
    return markdown(rows)


def markdown(rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def memory(lines: Sequence[Line]) -> str:
    """The bytes a row of each part of the roster, and by how much the process grew."""
    rows = [["memory", "bytes", "for each of", "bytes each"], ["---", "---:", "---:", "---:"]]
    for line in lines:
        if "memory" in line and line["engine"] == "zhibu":
            size, count = int(str(line["bytes"])), int(str(line["rows"]))
            rows.append([str(line["memory"]), f"{size:,}", f"{count:,}", f"{size / count:.1f}"])
    return markdown(rows)


def archive(measured: Measured) -> str:
    """Saving and loading beside writing and reading the same bytes, by the clock."""
    ours, raw = measured["zhibu"], measured.get("raw", {})
    if "save" not in ours or not raw:
        return "The archive was not measured."
    size = int(str(raw["write"]["answer"]))
    rows = [["archive", "zhibu", "the same bytes raw", "of that speed"]]
    rows.append(["---", "---:", "---:", "---:"])
    for what, alike in (("save", "write"), ("load", "read")):
        wall, least = float(str(ours[what]["wall"])), float(str(raw[alike]["wall"]))
        rows.append([f"{what} {size:,} bytes", time(wall), time(least), f"{least / wall:.0%}"])
    return markdown(rows)
