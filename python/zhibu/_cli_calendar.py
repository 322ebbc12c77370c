# SPDX-License-Identifier: BSL-1.0
"""The calendar as a table of days."""

import datetime
import typing as t
from collections import defaultdict

import zhibu
from zhibu import _cli_json
from zhibu._cli_answers import label
from zhibu._cli_output import Shown
from zhibu._cli_text import Say

_Festivals = t.Dict[datetime.date, t.List[zhibu.Festival]]

_OFF = (zhibu.DayKind.statutory_holiday, zhibu.DayKind.swapped_holiday,
        zhibu.DayKind.break_weekend)


def days(calendar: zhibu.Calendar, say: Say, period: t.Optional[zhibu.Period]) -> Shown:
    """The days of a period; of the last year that is decreed, where none is named."""
    chosen = period or zhibu.span_of(zhibu.Span.year, calendar.decreed_through())
    span = [chosen.begin + datetime.timedelta(n) for n in range(chosen.days())]
    festivals = _festivals(span[0].year, span[-1].year)
    found = [(calendar.day(day), zhibu.LunarDate.of(day), zhibu.solar_term_on(day),
              festivals[day]) for day in span]
    headings = [say("日期", "day"), say("星期", "weekday"), say("类别", "kind"),
                say("名称", "name"), say("确定程度", "certainty"), say("农历", "lunar date"),
                say("节气", "solar term"), say("节日", "festivals"), say("依据", "notice")]
    kinds = [zhibu.CellKind.day] + [zhibu.CellKind.text] * (len(headings) - 1)
    ledger = zhibu.Ledger(
        title=say("日历 ", "Calendar, ") + zhibu.title(chosen), as_of=chosen.begin,
        columns=[zhibu.LedgerColumn(name=n, kind=k) for n, k in zip(headings, kinds)],
        rows=[_row(say, *day) for day in found])
    workdays = _workdays(calendar, chosen)

    def data() -> t.Any:
        return {"period": _cli_json.period(chosen), "workdays": workdays,
                "decreed_through": calendar.decreed_through().isoformat(),
                "days": [_cli_json.day(*day) for day in found]}
    return Shown(ledger, data, figures=_figures(calendar, say, chosen, workdays),
                 colours=[_colour(day) for day, *_ in found])


def _festivals(first: int, last: int) -> _Festivals:
    """The festivals of some years by their days, as the law has them on each."""
    found: _Festivals = defaultdict(list)
    for key in dict.fromkeys(festival.id for festival in zhibu.festivals()):
        for year in range(first, last + 1):
            for day in zhibu.festival_days(year, key):
                law = zhibu.festival_law(day, key)
                if law is not None:
                    found[day].append(law)
    return found


def _row(say: Say, day: zhibu.Day, lunar: zhibu.LunarDate, term: t.Optional[str],
         festivals: t.List[zhibu.Festival]) -> zhibu.LedgerRow:
    known = day.certainty != zhibu.Certainty.unknown
    names = [say(f.name, f.name_en) for f in festivals]
    return zhibu.LedgerRow(
        cells=[day.date.isoformat(), label(zhibu.weekday(day.date), say),
               label(day.kind, say) if known else "", day.name, label(day.certainty, say),
               str(lunar), term or "", say("、", ", ").join(names), day.notice])


def _workdays(calendar: zhibu.Calendar, period: zhibu.Period) -> t.Optional[int]:
    """How many days are worked; nothing where that is not known of all of them."""
    try:
        return calendar.workdays_between(period)
    except ValueError:
        return None


def _figures(calendar: zhibu.Calendar, say: Say, period: zhibu.Period,
             workdays: t.Optional[int]) -> t.List[t.Tuple[str, str]]:
    unknown = say("不详", "not known")
    return [(say("天数", "days"), str(period.days())),
            (say("工作日", "workdays"), unknown if workdays is None else str(workdays)),
            (say("放假安排已公布至", "arrangements are out up to"),
             calendar.decreed_through().isoformat())]


def _colour(day: zhibu.Day) -> str:
    if day.certainty == zhibu.Certainty.unknown:
        return "dim"
    if day.kind in _OFF:
        return "red"
    return {zhibu.DayKind.makeup_workday: "yellow", zhibu.DayKind.weekend: "cyan"}.get(day.kind, "")
