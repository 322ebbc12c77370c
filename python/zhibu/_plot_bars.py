# SPDX-License-Identifier: BSL-1.0
"""Owed against held, a bar for each activity, unit or month."""

from __future__ import annotations

from collections import abc
from typing import Any, Optional, Union

import zhibu
from zhibu import By, Standing
from zhibu._drawing import LOOK_OF, Chooser, Drawing, chooser, one_line, require_some, stated, width
from zhibu._looks import stack

MOST_BARS = 60  # whose names can be read

# The parts of a bar from its beginning: what was done, what is missing, what may still come.
_PARTS = (Standing.satisfied, Standing.satisfied_late, Standing.overdue, Standing.due,
          Standing.upcoming, Standing.waived)


def tallies(findings: zhibu.Findings, roster: zhibu.Roster, by: By) -> list[zhibu.Tally]:
    """The rollup, if as many bars as it has rows can be read."""
    require_some(findings)
    found = zhibu.rollup(findings, roster, by=by)
    if len(found) > MOST_BARS:
        raise ValueError(f"by {by} there are {len(found)} bars, of which at most {MOST_BARS} can "
                         "be read; accepted: another by=, such as By.cluster or By.month, or the "
                         "findings of a part, by roster.within(…) and records.within(…)")
    return found


def draw(findings: zhibu.Findings, of: abc.Sequence[zhibu.Tally], by: By, *,
         language: Union[zhibu.Language, str], ax: Optional[Any]) -> Any:
    t = chooser(language)
    upright = by in (By.month, By.quarter)
    names = [_name(tally, by, findings.obligations.period, t) for tally in of]
    numbers = [_held_of_owed(tally, "\n" if upright else t("，", ", "), t) for tally in of]
    parts = {s: [tally.count(s) for tally in of] for s in _PARTS}
    shown = [s for s in _PARTS if any(parts[s])]
    period = zhibu.title(findings.obligations.period)
    title = t(f"{period}：已办与应办，按{by.zh}\n", f"{period}: held against owed, by {by.en}\n")
    title += stated(findings, t)
    told = t("数字为已办/应办", "the numbers are held/owed")
    on = Drawing(ax, title, [told, *names, *numbers, *(t(s.zh, s.en) for s in shown)],
                 inches=(1 + 0.65 * max(len(of), 8), 4.6) if upright else
                 (6.2 + max(map(width, names)) * 0.14, 1.9 + 0.3 * len(of)))
    sums = stack(on.axes, {LOOK_OF[s]: parts[s] for s in shown}, on.colours, lying=not upright)
    _number(on, sums, numbers, upright)
    on.ticks(on.axes.xaxis if upright else on.axes.yaxis, range(len(of)), names)
    on.axes.set_xlabel(told, loc="left", **on.style(9))
    on.bare("top", "right", "left" if upright else "bottom")
    on.legend(shown, t)
    return on.axes


def _name(tally: zhibu.Tally, by: By, period: zhibu.Period, t: Chooser) -> str:
    if by == By.activity:
        return t(tally.name, zhibu.Activity.parse(tally.code).en)
    if by not in (By.month, By.quarter):
        return one_line(tally.name)
    if period.begin.year != period.last().year:
        return tally.code
    span = tally.code.split("-")[1].lstrip("0Q")
    return t(f"{span}月", span) if by == By.month else t(f"{span}季度", f"Q{span}")


def _held_of_owed(tally: zhibu.Tally, between: str, t: Chooser) -> str:
    """In numbers, because what is overdue may be too little to be seen in a bar."""
    held = tally.count(Standing.satisfied) + tally.count(Standing.satisfied_late)
    overdue = tally.count(Standing.overdue)
    label = t(Standing.overdue.zh, Standing.overdue.en + " ")
    return f"{held}/{tally.owed()}" + (f"{between}{label}{overdue}" if overdue else "")


def _number(on: Drawing, sums: abc.Sequence[int], numbers: abc.Sequence[str], upright: bool
            ) -> None:
    """Writes a number at the end of each bar, and makes room for it."""
    most = max([*sums, 1])
    for at, (end, number) in enumerate(zip(sums, numbers)):
        place, towards = ((at, end), (0, 3)) if upright else ((end, at), (4, 0))
        on.axes.annotate(number, place, towards, textcoords="offset points", **on.style(9),
                         ha="center" if upright else "left", va="bottom" if upright else "center")
    if upright:
        on.axes.set_ylim(0, most * 1.14)
        on.axes.set_yticks([])
    else:
        on.axes.set_xlim(0, most * 1.24)
        on.axes.set_ylim(len(sums) - 0.5, -0.5)
        on.axes.set_xticks([])
