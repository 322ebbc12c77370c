# SPDX-License-Identifier: BSL-1.0
"""What the commands print as JSON: the keys of the library, in no language."""

import typing as t
from datetime import date

import zhibu

_Object = t.Dict[str, t.Any]


def _day(day: t.Optional[date]) -> t.Optional[str]:
    return None if day is None else day.isoformat()


def period(days: zhibu.Period) -> _Object:
    return {"title": zhibu.title(days), "begin": _day(days.begin), "last": _day(days.last())}


def _unit(roster: zhibu.Roster, unit: t.Optional[int], name: str) -> t.Optional[_Object]:
    return None if unit is None else {"code": roster.unit(unit).code, "name": name}


def _bearer(roster: zhibu.Roster, bearer: zhibu.Bearer, name: str) -> _Object:
    kind = "unit" if bearer.person is None else "person"
    return {"kind": kind, "code": roster[bearer].code, "name": name}


def _rule(code: str, name: str, name_en: str, source: t.Optional[zhibu.Citation],
          force: zhibu.Force) -> _Object:
    return {"rule": code, "name": name, "name_en": name_en,
            "source": None if source is None else str(source), "force": force.name,
            "severity": zhibu.severity(force).name}


_Provisions = t.Mapping[str, zhibu.Provision]  # by their codes


def obligation(o: zhibu.Obligation, roster: zhibu.Roster, rules: _Provisions,
               row: zhibu.LedgerRow, *, named: t.Tuple[int, int]) -> _Object:
    """What is owed; its bearer and its place are named as in two cells of a ledger's row."""
    provision, cells = rules[o.rule], row.cells
    bearer, place = (cells[at] for at in named)
    return {**_rule(o.rule, provision.name, provision.name_en, o.source, o.force),
            "activity": o.activity.name, "bearer": _bearer(roster, o.bearer, bearer),
            "at": _unit(roster, o.at, place), "window": period(o.window),
            "bound": period(o.bound), "rules_of": _day(o.rules_of)}


def finding(f: zhibu.Finding, roster: zhibu.Roster, rules: _Provisions, held: zhibu.Records,
            row: zhibu.LedgerRow) -> _Object:
    """A finding. Of a waiver it says by whom and when, but not the reason."""
    o = f.obligation
    waiver = f.waiver and {"approved_by": f.waiver.approved_by,
                           "approved_on": _day(f.waiver.approved_on),
                           "period": period(f.waiver.period)}
    exempted = o.exempted
    return {**obligation(o, roster, rules, row, named=(0, 1)),
            "standing": f.standing.name, "times": o.times, "missing": f.missing,
            "missing_hours": f.missing_hours, "missing_fen": f.missing_fen,
            "evidence": [_record(held[r]) for r in f.evidence],
            "discounted": [{**_record(held[d.record]), "why": d.why.name} for d in f.discounted],
            "waiver": waiver,
            "exempted": exempted and {"rule": exempted.rule, "source": str(exempted.source)}}


def _record(record: zhibu.Record) -> _Object:
    return {"record": record.code, "held_on": _day(record.held_on)}


def rate(of: zhibu.Rate) -> _Object:
    return {"numerator": of.numerator, "denominator": of.denominator, "value": of.value()}


def fault(f: zhibu.Fault, roster: zhibu.Roster, name: str) -> _Object:
    """A fault; of what contradicts itself in the books, the source is null."""
    return {**_rule(f.code, f.name, f.name_en, f.source, f.force),
            "subject": _bearer(roster, f.subject, name),
            "at": None if f.at is None else _unit(roster, f.at, roster.unit(f.at).name),
            "post": None if f.post is None else roster.post(f.post).code,
            "found": f.found, "least": f.least, "most": f.most,
            "days": None if f.days is None else period(f.days),
            "facts": f.facts, "facts_en": f.facts_en}


def ledger(drawn: zhibu.Ledger) -> _Object:
    """A ledger: its rows by the names of its columns, all cells as text."""
    names = [column.name for column in drawn.columns]
    return {"title": drawn.title, "as_of": _day(drawn.as_of),
            "columns": [{"name": c.name, "kind": c.kind.name} for c in drawn.columns],
            "rows": [dict(zip(names, row.cells)) for row in drawn.rows],
            "totals": [{"name": total.name, "value": str(total)} for total in drawn.totals]}


def day(of: zhibu.Day, lunar: t.Optional[zhibu.LunarDate], term: t.Optional[str],
        festivals: t.Iterable[zhibu.Festival]) -> _Object:
    """A day of the calendar. The month of a leap month has the number of the one before it."""
    found: t.List[_Object] = [
        {"id": f.id, "name": f.name, "name_en": f.name_en, "legal_basis": f.legal_basis,
         "day_off": f.day_off.name} for f in festivals]
    return {"date": _day(of.date), "weekday": zhibu.weekday(of.date).name, "kind": of.kind.name,
            "name": of.name, "certainty": of.certainty.name,
            "lunar": lunar and {"year": lunar.year, "month": lunar.month, "day": lunar.day,
                                "leap": lunar.leap, "uncertain": lunar.uncertain()},
            "solar_term": term, "festivals": found, "notice": of.notice,
            "arrangement_year": of.arrangement_year}
