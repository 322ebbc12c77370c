# SPDX-License-Identifier: BSL-1.0
"""The page of a year: what was owed and held, month by month and branch by branch, to look at.

    import zhibu.annual

    zhibu.annual.write_page("2017.html", roster, records, rules, calendar, year=2017,
                            as_of=datetime.date(2017, 9, 30))

One file in one language, with its charts: it asks no network for anything, runs no script, and can
be read on a phone and printed. Every figure in it is counted by zhibu; no unit has a score or a
rank. It names committee members and branches, and is for internal use; no reason of health or
hardship is in it. Jinja2 and matplotlib are needed: pip install 'zhibu[html]', or in Debian
python3-jinja2 and python3-matplotlib.
"""

from __future__ import annotations

import datetime
import os
from collections import abc
from pathlib import Path
from typing import Optional, Union

import zhibu
from zhibu import _year
from zhibu._charts import Bar, Charts
from zhibu.html import render

__all__ = ["page", "write_page"]

_Key = Union[int, str]
_Path = Union[str, os.PathLike[str]]
_Chooser = abc.Callable[[str, str], str]  # of a text in Chinese and in English, the one to write
_Drawn = Optional[dict[str, str]]  # a chart as wide as each of zhibu._charts.WIDTHS

# How a state shows without colours, and what it is called.
_SIGNS = {"held": ("●", "按期完成", "held in time"), "late": ("◐", "逾期补办", "held late"),
          "missing": ("×", "逾期未办", "missing"), "open": ("○", "尚未到期或待办", "still open"),
          "waived": ("◇", "豁免", "waived"), "none": ("·", "无应办事项", "nothing owed")}
_PARTS = ("held", "late", "missing", "open", "waived")


def write_page(file: _Path, roster: zhibu.Roster, records: zhibu.Records, rules: zhibu.Rulebook,
               calendar: zhibu.Calendar, *, year: int, as_of: datetime.date,
               rules_of: Optional[datetime.date] = None, top: Optional[_Key] = None,
               language: zhibu.Language = zhibu.Language.zh) -> None:
    """Writes the page of a year to a file, in UTF-8; see page()."""
    text = page(roster, records, rules, calendar, year=year, as_of=as_of, rules_of=rules_of,
                top=top, language=language)
    Path(file).write_bytes(text.encode("utf-8"))


def page(roster: zhibu.Roster, records: zhibu.Records, rules: zhibu.Rulebook,
         calendar: zhibu.Calendar, *, year: int, as_of: datetime.date,
         rules_of: Optional[datetime.date] = None, top: Optional[_Key] = None,
         language: zhibu.Language = zhibu.Language.zh) -> str:
    """The page of a year, as it stood at the end of `as_of`, as a text.

    It covers what stands under the unit `top`, or else all. With `rules_of` it holds the year
    against the rules of that day. The same arguments always give the same text.
    """
    charts = Charts()
    of = _year.figures(roster, records, rules, calendar, year=year, as_of=as_of, rules_of=rules_of,
                       top=top)
    zh = language == zhibu.Language.zh

    def t(chinese: str, english: str) -> str:
        return chinese if zh else english

    return render("annual.html", language=language, of=of,
                  title=t(f"{year}年党组织生活年报", f"The year {year} in Party life"),
                  signs={key: (sign, t(zh, en)) for key, (sign, zh, en) in _SIGNS.items()},
                  parts=_PARTS, role={"lead": t("组长", "lead"), "deputy": t("副组长", "deputy")},
                  said=lambda counts: _said(counts, t), yuan=_yuan,
                  drawn=_drawn(charts, of, t))


def _said(counts: _year.Counts, t: _Chooser) -> str:
    """How a month stands, in words."""
    if not counts.owed:
        return t("无应办事项", "nothing owed")
    told = [f"{t(zh, en)}{t('', ' ')}{counts.of(state)}"
            for state, (_, zh, en) in _SIGNS.items() if state != "none" and counts.of(state)]
    return f"{t('应办', 'owed ')}{counts.owed}{t('：', ': ')}{t('，', ', ').join(told)}"


def _yuan(fen: int) -> str:
    return f"{fen // 100:,}.{fen % 100:02}"


# --- charts ---

def _drawn(charts: Charts, of: _year.Figures, t: _Chooser) -> dict[str, _Drawn]:
    months = [str(m) for m in range(1, 13)]
    return {
        "units": _months(charts, months, of.units_by_month,
                         t("党组织应办事项，按到期月份", "What units owe, by the month it falls due"), t),
        "persons": _months(charts, months, of.persons_by_month,
                           t("个人应办事项，按到期月份", "What persons owe, by the month it falls due"),
                           t),
        **_coverage(charts, of, t),
        "contacts": _contacts(charts, of, t), "funds": _funds(charts, of, t)}


def _months(charts: Charts, labels: abc.Sequence[str], counts: abc.Sequence[_year.Counts],
            title: str, t: _Chooser) -> _Drawn:
    said = (f"{label}{t('月', ': ')}{_said(c, t)}" for label, c in zip(labels, counts))
    text = t("；", "; ").join(said)
    return charts.stacks(labels, {part: [c.of(part) for c in counts] for part in _PARTS},
                         title=title, text=text)


def _coverage(charts: Charts, of: _year.Figures, t: _Chooser) -> dict[str, _Drawn]:
    if not of.coverage:
        return {"honoured": None, "retired": None}
    labels = [str(r.month) for r in of.coverage]

    def one(key: str, title: str) -> _Drawn:
        parts = [getattr(r, key) for r in of.coverage]
        whole = [getattr(r, "all_" + key) for r in of.coverage]
        said = (f"{m}{t('月', ': ')}{p}/{w}" for m, p, w in zip(labels, parts, whole))
        text = t("；", "; ").join(said)
        return charts.shares(labels, parts, whole, title=title, text=text)

    return {"honoured": one("honoured", t("离休干部学习覆盖人数", "Cadres retired with honours reached")),
            "retired": one("retired", t("离退休干部学习覆盖人数", "All retired cadres reached"))}


def _contacts(charts: Charts, of: _year.Figures, t: _Chooser) -> _Drawn:
    if not of.contacts:
        return None
    rows = [(c.person.name + (" → " + "、".join(c.branches) if c.branches else ""), c.visits, c.owed,
             "held", f"{c.visits} / {c.owed}") for c in of.contacts]
    return charts.lines(rows, title=t("到联系点指导次数与应到次数", "Contact visits made and owed"),
                        text=t("；", "; ").join(f"{r[0]} {r[4]}" for r in rows))


def _funds(charts: Charts, of: _year.Figures, t: _Chooser) -> _Drawn:
    if not of.funds:
        return None
    rows: list[Bar] = []
    for flow in of.funds:
        rows.append((flow.purpose + t("：收入", ": in"), flow.in_fen / 100, 0, "held",
                     _yuan(flow.in_fen)))
        rows.append((flow.purpose + t("：支出", ": out"), flow.out_fen / 100, 0, "late",
                     _yuan(flow.out_fen)))
    return charts.lines(rows, title=t("经费收支（元）", "Funds in and out (yuan)"),
                        text=t("；", "; ").join(f"{r[0]} {r[4]}" for r in rows))
