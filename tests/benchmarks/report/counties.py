# SPDX-License-Identifier: BSL-1.0
"""Many counties in one folder: copies of the example county, each with codes of its own."""

import csv
from pathlib import Path
from typing import Iterator, List, Set, Tuple

COUNTY = Path(__file__).resolve().parents[3] / "examples" / "yongshun"
YEAR = "2017"


def rows_of(file: Path) -> Tuple[List[str], List[List[str]]]:
    """The heading and the rows of a table, without its comments."""
    with open(file, encoding="utf-8", newline="") as lines:
        heading, *rows = csv.reader(line for line in lines if not line.startswith("#"))
    return heading, rows


def tables() -> Iterator[Path]:
    for folder in (COUNTY, COUNTY / YEAR):
        yield from sorted(folder.glob("*.csv"))


def codes() -> Set[str]:
    """All codes of the county: what the tables have under "code"."""
    found: Set[str] = set()
    for file in tables():
        heading, rows = rows_of(file)
        if "code" in heading:
            place = heading.index("code")
            found.update(row[place] for row in rows)
    return found


def of_county(cell: str, known: Set[str], prefix: str) -> str:
    """The cell with the county's prefix before each code; a list of codes is joined by ';'."""
    return ";".join(prefix + part if part in known else part for part in cell.split(";"))


def write(folder: Path, counties: int) -> None:
    """Writes so many counties as the tables of one roster and one year."""
    known = codes()
    (folder / YEAR).mkdir(parents=True, exist_ok=True)
    for file in tables():
        heading, rows = rows_of(file)
        with open(folder / file.relative_to(COUNTY), "w", encoding="utf-8", newline="") as out:
            lines = csv.writer(out, lineterminator="\n")
            lines.writerow(heading)
            for n in range(counties):
                prefix = f"C{n:03}-"
                lines.writerows([of_county(cell, known, prefix) for cell in row] for row in rows)
