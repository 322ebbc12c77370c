# SPDX-License-Identifier: BSL-1.0
"""How collections look in a notebook: their first rows as a table, in Chinese.

Whatever a text holds is escaped; no row names a handle where its code is known; nothing is shown
that identifies a person. Colours and fonts are those of the notebook, light or dark.
"""

from __future__ import annotations

import datetime
import html
from collections import abc
from itertools import islice
from typing import Any, Optional

from . import _core

ROWS = 20  # shown; how many more there are is said below


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    return html.escape(getattr(value, "zh", None) or str(value))


def _table(title: str, headings: abc.Iterable[str], rows: abc.Iterable[abc.Sequence[Any]],
           size: int) -> str:
    """An HTML table of the first of `size` rows."""
    lines = [f"<table><caption>{html.escape(title)}</caption><thead><tr>"]
    lines += [f"<th>{html.escape(heading)}</th>" for heading in headings]
    lines.append("</tr></thead><tbody>")
    shown = 0
    for row in islice(rows, ROWS):
        lines.append("<tr>" + "".join(f"<td>{_cell(cell)}</td>" for cell in row) + "</tr>")
        shown += 1
    lines.append("</tbody></table>")
    if shown < size:
        lines.append(f"<p>前{shown}行，共{size}行</p>")
    return "".join(lines)


class _Names:
    """The names of what a collection speaks of, where it remembers its roster."""

    def __init__(self, collection: Any) -> None:
        self._roster: Optional[_core.Roster] = getattr(collection, "_roster", None)

    def unit(self, unit: Optional[int], day: datetime.date) -> Optional[str]:
        if unit is None:
            return None
        if self._roster is None:
            return f"第{unit}号单位"
        return (self._roster.at(unit, day=day) or self._roster.unit(unit)).name

    def bearer(self, bearer: _core.Bearer, day: datetime.date) -> Optional[str]:
        if bearer.person is None:
            return self.unit(bearer.unit, day)
        if self._roster is None:
            return f"第{bearer.person}号人员"
        return self._roster.person(bearer.person).name


def roster(it: _core.Roster) -> str:
    rows = ((unit.code, unit.name, unit.kind, unit.standing, unit.temporary)
            for unit in it.units())
    title = f"名册：{len(it.units())}个组织，{len(it.persons())}人"
    return _table(title, ["编号", "名称", "类别", "存续", "临时"], rows, len(it.units()))


def view(it: _core.RosterView) -> str:
    units = it.units()
    members = it.count_members()
    rows = ((it[unit].code, it[unit].name, it[unit].kind, members[place])
            for place, unit in enumerate(units))
    return _table(f"{it.day}的组织", ["编号", "名称", "类别", "党员"], rows, len(units))


def rulebook(it: _core.Rulebook) -> str:
    rows = ((rule.code, rule.name, rule.force, rule.source, rule.in_force_from,
             rule.in_force_until) for rule in it)
    headings = ["条目", "要求", "效力", "依据", "施行", "失效"]
    return _table("规则", headings, rows, len(it))


def _owed(names: _Names, o: _core.Obligation) -> tuple[Any, ...]:
    return (o.rule, o.activity, names.bearer(o.bearer, o.bound.last()), _core.title(o.window),
            o.bound.last(), o.source)


_OWED = ["条款", "活动", "责任主体", "期限", "截止", "依据"]


def obligations(it: _core.Obligations) -> str:
    names = _Names(it)
    title = f"应办：{_core.title(it.period)}"
    return _table(title, _OWED, (_owed(names, o) for o in it), len(it))


def plan(it: _core.Plan) -> str:
    names = _Names(it)
    placed = ((it.obligations[o.obligation], o.day, o.half) for o in it.occurrences)
    unplaced = ((it.obligations[owed], None, None) for owed in it.unplaced)
    rows = ((day, half, *_owed(names, owed))
            for group in (placed, unplaced) for owed, day, half in group)
    title = f"计划：{_core.title(it.obligations.period)}，未能排定{len(it.unplaced)}项"
    return _table(title, ["日期", "半天", *_OWED], rows, len(it.occurrences) + len(it.unplaced))


def findings(it: _core.Findings) -> str:
    names = _Names(it)
    held = getattr(it, "_records", None)
    rows = ((f.standing, *_owed(names, f.obligation),
             "、".join(held[record].code if held is not None else str(record)
                      for record in f.evidence)) for f in it)
    return _table(f"核查：截至{it.as_of}", ["状态", *_OWED, "佐证"], rows, len(it))


def records(it: _core.Records) -> str:
    names = _Names(it)
    rows = ((r.code, r.held_on, names.unit(r.unit, r.held_on),
             "、".join(activity.zh for activity in r.activities), r.due, r.present, r.voided)
            for r in it)
    headings = ["编号", "日期", "单位", "活动", "应到", "实到", "作废"]
    return _table("记录", headings, rows, len(it))


def ledger(it: _core.Ledger) -> str:
    html_of = _table(f"{it.title}（{it.as_of}）", [column.name for column in it.columns],
                     (row.cells for row in it.rows), len(it.rows))
    totals = "；".join(f"{total.name} {total}" for total in it.totals)
    return html_of + (f"<p>合计：{html.escape(totals)}</p>" if totals else "")


_SHOWN: dict[type, abc.Callable[[Any], str]] = {
    _core.Roster: roster, _core.RosterView: view, _core.Rulebook: rulebook,
    _core.Obligations: obligations, _core.Plan: plan, _core.Findings: findings,
    _core.Records: records, _core.Ledger: ledger}


def attach() -> None:
    """Gives each collection its `_repr_html_`."""
    for collection, show in _SHOWN.items():
        setattr(collection, "_repr_html_", show)
