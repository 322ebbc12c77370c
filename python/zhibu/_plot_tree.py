# SPDX-License-Identifier: BSL-1.0
"""The tree of organizations as lines that can be read, and what of it is left out."""

from __future__ import annotations

import dataclasses
from collections import abc
from typing import Any, Optional, Union

import zhibu
from zhibu import MembershipKind, UnitKind
from zhibu._drawing import Chooser, Drawing, chooser, one_line, width

_Key = Union[int, str]

_INDENT = 1.4  # of a level, in parts of the size of text
_GAP = 3  # between two columns, likewise
_ROWS = 46  # in a column of a new figure


@dataclasses.dataclass
class Line:
    unit: Optional[zhibu.Unit]  # None where the line says how many more there are beside it
    below: list[bool]  # for each level from the top: whether a line of it follows
    left_out: int  # how many units are not drawn: under the unit, or else beside it


def lines(view: zhibu.RosterView, top: Optional[_Key], most: int) -> list[Line]:
    """The tree in lines: level by level from the top, as long as all units of a level have room.

    Of a level on which no unit has room beside others, the first of them are there nevertheless.
    """
    if most < 3:
        raise ValueError(f"no tree can be read in lines={most}; accepted: 3 or more")
    level = roots = [view.unit(top).id] if top is not None else _roots(view)
    if not roots:
        raise ValueError(f"no unit stands on {view.day}; accepted: the view of a day on which the "
                         "roster has units")
    shown: set[int] = set()
    last: abc.Sequence[int] = ()
    while level and len(shown) + len(level) <= most:
        shown.update(level)
        last, level = level, [child for unit in level for child in view.children(unit)]
    if not shown or len(last) == 1:
        shown.update(level[:most - len(shown) - 1])
    return list(_walk(view, roots, shown, []))


def _roots(view: zhibu.RosterView) -> list[int]:
    """The units that stand under no other of the view: each begins where a subtree ends."""
    units, at = view.units(), 0
    roots: list[int] = []
    while at < len(units):
        roots.append(units[at])
        at += len(view.subtree(units[at]))
    return roots


def _walk(view: zhibu.RosterView, units: abc.Sequence[int], shown: abc.Collection[int],
          below: list[bool]) -> abc.Iterator[Line]:
    kept = [unit for unit in units if unit in shown]
    beside = sum(len(view.subtree(unit)) for unit in units if unit not in shown)
    for unit in kept:
        children = view.children(unit)
        drawn = any(child in shown for child in children)
        follows = unit != kept[-1] or beside > 0
        yield Line(unit=view.unit(unit), below=[*below, follows],
                   left_out=0 if drawn else len(view.subtree(unit)) - 1)
        if drawn:
            yield from _walk(view, children, shown, [*below, follows])
    if beside:
        yield Line(unit=None, below=[*below, False], left_out=beside)


def draw(view: zhibu.RosterView, top: Optional[_Key], most: int, *,
         language: Union[zhibu.Language, str], ax: Optional[Any]) -> Any:
    t = chooser(language)
    of = lines(view, top, most)
    texts = [_text(line, t) for line in of]
    numbers = _numbers(view, of, t)
    whole = len(view.subtree(top)) if top is not None else len(view)
    title = _title(view, of, whole, most, t)
    wide = max(_INDENT * len(line.below) + width(text) + width(number)
               for line, text, number in zip(of, texts, numbers)) + _GAP
    columns, size = _layout(ax, len(of), wide)
    rows = -(-len(of) // columns)
    on = Drawing(ax, title, [*texts, *numbers],
                 inches=(columns * wide * size / 72, rows * 1.75 * size / 72 + 0.7))
    for at, (line, text, number) in enumerate(zip(of, texts, numbers)):
        _line(on, line, text, number, (at // rows) * wide, at % rows, wide, size)
    on.axes.set_xlim(0, columns * wide)
    on.axes.set_ylim(rows - 0.5, -0.5)
    on.axes.set_axis_off()
    return on.axes


def _text(line: Line, t: Chooser) -> str:
    if line.unit is None:
        return t(f"……还有{line.left_out}个组织未画出", f"… {line.left_out} more units, not drawn")
    name = one_line(line.unit.name)
    if line.unit.temporary and "临时" not in name:
        name += t("（临时）", " (temporary)")
    if line.left_out:
        name += t(f"（下设{line.left_out}个组织，未画出）", f" ({line.left_out} units below, not drawn)")
    return name


def _numbers(view: zhibu.RosterView, of: abc.Sequence[Line], t: Chooser) -> list[str]:
    """Of each line: the home members with those of all units below, or who takes part there."""
    members = view.roll_up(view.count_members())

    def number(unit: zhibu.Unit) -> str:
        at_home = members[view.place(unit.id)]
        if not at_home and unit.temporary:
            guests = {person for one in view.subtree(unit.id)
                      for person in view.members(one, kind=MembershipKind.activity)}
            return t(f"参加活动{len(guests)}人", f"{len(guests)} take part")
        if not at_home and unit.kind == UnitKind.group:
            return ""  # its members are those of its branch
        return t(f"党员{at_home}名", f"{at_home} members")

    return [number(line.unit) if line.unit is not None else "" for line in of]


def _title(view: zhibu.RosterView, of: abc.Sequence[Line], whole: int, most: int, t: Chooser
           ) -> str:
    drawn = sum(line.unit is not None for line in of)
    heads = [line.unit.name for line in of if len(line.below) == 1 and line.unit is not None]
    head = t(f"{one_line(heads[0])}：", f"{one_line(heads[0])}: ") if len(heads) == 1 else ""
    said = head + t(f"{whole}个组织\n{view.day}", f"{whole} units\non {view.day}")
    if drawn == whole:
        return said
    return said + t(f"，画出{drawn}个，未画出{whole - drawn}个（至多{most}行，逐级画起）",
                    f", {drawn} drawn and {whole - drawn} left out (at most {most} lines, level by "
                    "level)")


def _layout(ax: Optional[Any], n: int, wide: float) -> tuple[int, float]:
    """In how many columns, and how large the text is: all of them must have room in the Axes."""
    if ax is None:
        return -(-n // _ROWS), 9
    box = ax.get_window_extent().transformed(ax.figure.dpi_scale_trans.inverted())

    def size(columns: int) -> float:
        rows = -(-n // columns)
        fitting: float = min(10, 72 * box.width / (columns * wide), 72 * box.height / (1.5 * rows))
        return fitting

    columns = max(range(1, 9), key=lambda k: (size(k), -k))
    return columns, size(columns)


def _line(on: Drawing, line: Line, text: str, number: str, left: float, row: int, wide: float,
          size: float) -> None:
    """A line of the tree: the branches that pass by or end at it, the unit, and its number."""
    def stroke(xs: list[float], ys: list[float]) -> None:
        on.axes.plot(xs, ys, color=on.colours["muted"], linewidth=0.8, solid_capstyle="butt")

    for depth, follows in enumerate(line.below[1:], start=1):
        x = left + _INDENT * (depth - 0.5)
        own = depth == len(line.below) - 1
        if follows or own:
            stroke([x, x], [row - 0.5, row + 0.5 if follows else row])
        if own:
            stroke([x, x + 0.35 * _INDENT], [row, row])
    on.write(left + _INDENT * (len(line.below) - 1), row, text, size, va="center")
    on.write(left + wide - _GAP, row, number, size, va="center", ha="right", alpha=0.8)
