# SPDX-License-Identifier: BSL-1.0
"""Drawings of what was owed and held, and of the organizations, by matplotlib.

    import zhibu.plot

    zhibu.plot.year(findings, roster, unit="YS-B33").figure.savefig("year.svg")

Each function draws into the Axes that it is given, or else into a new figure of pyplot, and gives
the Axes back. It shows nothing and changes no setting of matplotlib. Whoever draws in several
threads, or many figures, gives it an Axes of a matplotlib.figure.Figure of their own.

Every standing also differs by hatching; the legend has the labels of zhibu.Standing. Chinese is
written in an installed font that has all signs of the drawing, and where there is none, a
ValueError says what to install. Units stand in the order of the roster, and have no score or rank.
matplotlib is needed only here: pip install 'zhibu[plot]', or in Debian python3-matplotlib.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional, Union

import zhibu
from zhibu import _plot_bars, _plot_tree, _plot_year

if TYPE_CHECKING:
    from matplotlib.axes import Axes as _Axes  # type: ignore

__all__ = ["owed_and_held", "tree", "year"]

_Key = Union[int, str]


def year(findings: zhibu.Findings, roster: zhibu.Roster, *, unit: Optional[_Key] = None,
         cluster: Optional[_Key] = None, columns: str = "month",
         language: Union[zhibu.Language, str] = zhibu.Language.zh, ax: Optional[_Axes] = None
         ) -> _Axes:
    """The year of one unit by activity, or of one cluster by branch, as a heat map.

    The columns are months or, for "week", weeks from Monday. What is owed stands where it falls
    due, what a Party group owes with its branch, and what a person owes at a unit with that. A cell
    has the look of the standing in it that matters most: overdue before satisfied late, due,
    upcoming, satisfied, waived and not applicable. In the cells of months stands how many were held
    of those owed. Raises ValueError for findings that are none or of more than one year, for a code
    that nobody has, and where nothing is owed.
    """
    of = _plot_year.grid(findings, roster, unit=unit, cluster=cluster, columns=columns,
                         language=language)
    return _plot_year.draw(findings, of, language=language, ax=ax)


def owed_and_held(findings: zhibu.Findings, roster: zhibu.Roster, *,
                  by: Union[zhibu.By, str] = zhibu.By.activity,
                  language: Union[zhibu.Language, str] = zhibu.Language.zh,
                  ax: Optional[_Axes] = None) -> _Axes:
    """Owed against held, a bar for each activity, unit, month or what else zhibu.rollup() goes by.

    As long as what is owed, a bar is divided by how that stands. Raises ValueError for findings
    that are none, and for more bars than can be read.
    """
    by = zhibu.By.parse(str(by))
    of = _plot_bars.tallies(findings, roster, by)
    return _plot_bars.draw(findings, of, by, language=language, ax=ax)


def tree(view: zhibu.RosterView, *, top: Optional[_Key] = None, lines: int = 100,
         language: Union[zhibu.Language, str] = zhibu.Language.zh, ax: Optional[_Axes] = None
         ) -> _Axes:
    """The tree of organizations of a view, or of what stands under `top`, with its members.

    A unit has the number of its home members and of those of all units under it; a temporary one
    that is nobody's home has how many take part in its activities. Drawn are whole levels from the
    top, as long as all units of the level have room in so many lines (or else, of the first level
    that branches, its first units); how many units are left out, and where, stands in the drawing.
    Raises ValueError for a unit that does not stand in the view, and for a view without units.
    """
    return _plot_tree.draw(view, top, lines, language=language, ax=ax)
