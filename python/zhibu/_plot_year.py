# SPDX-License-Identifier: BSL-1.0
"""The year of a branch or of a cluster, counted cell by cell, and drawn as a heat map."""

from __future__ import annotations

import dataclasses
import datetime
from collections import abc, defaultdict
from typing import Any, Optional, Union

import zhibu
from zhibu import Activity, UnitKind
from zhibu._drawing import LOOK_OF, Chooser, Drawing, chooser, one_line, require_some, stated, width
from zhibu._looks import fill
from zhibu._year import Counts, place

_Key = Union[int, str]
_ColumnOf = abc.Callable[[zhibu.Obligation], int]

# Whose drawing it is, the text of each row, and in which row an obligation stands.
_Rows = tuple[str, abc.Mapping[Any, str], abc.Callable[[zhibu.Obligation], abc.Hashable]]


@dataclasses.dataclass
class Grid:
    whose: str
    rows: list[str]
    columns: list[str]  # of which some are empty
    by_month: bool  # or else by week
    cells: dict[tuple[int, int], Counts]  # by row and column


def grid(findings: zhibu.Findings, roster: zhibu.Roster, *, unit: Optional[_Key],
         cluster: Optional[_Key], columns: str, language: Union[zhibu.Language, str]) -> Grid:
    """What `unit` owes by activity, or what each branch of `cluster` owes, by month or by week."""
    require_some(findings)
    year = _only_year(findings.obligations.period)
    t = chooser(language)
    key = unit if cluster is None else cluster
    if key is None or None not in (unit, cluster):
        raise ValueError("a heat map is of one unit or of one cluster; accepted: unit='…' or "
                         "cluster='…', with its code or handle, and not both")
    marks, column_of = _columns(columns, year, t)
    whose, rows, row_of = (_of_unit(findings, roster, key, t) if cluster is None else
                           _of_cluster(findings, roster, key))
    cells: defaultdict[tuple[abc.Hashable, int], Counts] = defaultdict(Counts)
    for finding in findings:
        row = row_of(finding.obligation)
        if row in rows:
            cells[row, column_of(finding.obligation)].add(finding.standing)
    if not cells:
        raise ValueError(f"{whose} has nothing in this audit of {year}; accepted: a unit or a "
                         "cluster for which something falls due in it")
    filled = {row for row, _ in cells}
    at = {row: n for n, row in enumerate(r for r in rows if cluster is not None or r in filled)}
    return Grid(whose=whose, rows=[rows[row] for row in at], columns=marks,
                by_month=columns == "month",
                cells={(at[row], column): counts for (row, column), counts in cells.items()})


def _only_year(period: zhibu.Period) -> int:
    first, last = period.begin, period.last()
    if first.year != last.year:
        raise ValueError(f"these findings are of {zhibu.title(period)}, of more than one year; "
                         "accepted: the audit of obligations of one calendar year, such as "
                         f"parse_period('{first.year}')")
    return first.year


def _columns(columns: str, year: int, t: Chooser) -> tuple[list[str], _ColumnOf]:
    """Their texts, and the function that puts an obligation into the one in which it falls due."""
    begin, end = datetime.date(year, 1, 1), datetime.date(year, 12, 31)

    # What may be held some days into the next year shows where this one ends.
    def due(obligation: zhibu.Obligation) -> datetime.date:
        return min(max(obligation.bound.last(), begin), end)

    months = [t(f"{n}月", str(n)) for n in range(1, 13)]
    if columns == "month":
        return months, lambda obligation: due(obligation).month - 1
    if columns != "week":
        raise ValueError(f"no such columns: {columns!r}; accepted: 'month', 'week'")
    monday = begin - datetime.timedelta(days=begin.weekday())

    def week(day: datetime.date) -> int:
        return (day - monday).days // 7

    marks = [""] * (week(end) + 1)
    for n, month in enumerate(months, start=1):
        marks[week(datetime.date(year, n, 1))] = month
    return marks, lambda obligation: week(due(obligation))


def _of_unit(findings: zhibu.Findings, roster: zhibu.Roster, unit: _Key, t: Chooser) -> _Rows:
    row = roster.unit(unit)
    then = roster.at(row.id, day=findings.as_of) or row
    if then.kind == UnitKind.group and then.parent is not None:
        raise ValueError(f"{then.name} ({then.code}) is a Party group, and what it owes stands "
                         f"with its branch; accepted: unit='{roster.unit(then.parent).code}'")
    rows = {a: t(a.zh, a.en) for a in Activity.__members__.values()}
    return one_line(then.name), rows, lambda o: (
        o.activity if place(o, roster, findings.as_of) == row.id else None)


def _of_cluster(findings: zhibu.Findings, roster: zhibu.Roster, cluster: _Key) -> _Rows:
    row = roster.cluster(cluster)
    units = roster.units(row.id, day=findings.as_of)
    then = roster.at(cluster=row.id, day=findings.as_of) or row
    rows = {u: one_line((roster.at(u, day=findings.as_of) or roster.unit(u)).name) for u in units}
    return one_line(then.name), rows, lambda o: place(o, roster, findings.as_of)


def draw(findings: zhibu.Findings, of: Grid, *, language: Union[zhibu.Language, str],
         ax: Optional[Any]) -> Any:
    t = chooser(language)
    standings = [s for s in LOOK_OF if any(c.standing[s] for c in of.cells.values())]
    year = findings.obligations.period.begin.year
    title = t(f"{of.whose}：{year}年应办事项\n", f"{of.whose}: what was owed in {year}\n")
    title += stated(findings, t)
    told = (t("每格按到期日所在的月，已办/应办；", "by the month in which it falls due, held/owed; ")
            if of.by_month else
            t("每格按到期日所在的周（周一起）；", "by the week (from Monday) in which it falls due; "))
    told += t("显示最需注意的一种", "each cell shows the standing that matters most")
    labels = max(map(width, of.rows)) * 0.14
    on = Drawing(ax, title, [told, *of.rows, *of.columns, *(t(s.zh, s.en) for s in standings)],
                 inches=(labels + (6.6 if of.by_month else 9), 1.9 + 0.36 * len(of.rows)))
    for (row, column), counts in of.cells.items():
        _cell(on, row, column, counts, of.by_month)
    marked = [n for n, mark in enumerate(of.columns) if mark]
    on.ticks(on.axes.xaxis, marked, [of.columns[n] for n in marked])
    on.ticks(on.axes.yaxis, range(len(of.rows)), of.rows)
    on.axes.set_xlim(-0.6, len(of.columns) - 0.4)
    on.axes.set_ylim(len(of.rows) - 0.5, -0.5)
    on.axes.set_xlabel(told, loc="left", **on.style(9))
    on.bare("top", "right", "left", "bottom")
    on.legend(standings, t)
    return on.axes


def _cell(on: Drawing, row: int, column: int, counts: Counts, with_numbers: bool) -> None:
    from matplotlib.patches import Rectangle  # type: ignore
    standing = next(s for s in LOOK_OF if counts.standing[s])
    on.axes.add_patch(Rectangle((column - 0.46, row - 0.42), 0.92, 0.84, linewidth=0.7,
                                **fill(LOOK_OF[standing], on.colours)))
    if with_numbers and counts.owed:
        done = counts.of("held") + counts.of("late")
        on.write(column, row, f"{done}/{counts.owed}", 9, ha="center", va="center",
                 color=on.colours["ink"],
                 bbox={"facecolor": on.colours["card"], "edgecolor": "none", "pad": 1.2})
