# SPDX-License-Identifier: BSL-1.0
"""What the commands on a folder show: faults, a plan, findings, a ledger."""

import typing as t
from collections import Counter
from datetime import date

import zhibu
from zhibu import _cli_json
from zhibu._cli_books import Books
from zhibu._cli_output import Shown
from zhibu._cli_text import Say

_COLOURS = {
    zhibu.Standing.overdue: "red",
    zhibu.Standing.satisfied_late: "yellow",
    zhibu.Standing.due: "cyan",
    zhibu.Standing.satisfied: "green",
    zhibu.Standing.upcoming: "",
    zhibu.Standing.waived: "dim",
    zhibu.Standing.not_applicable: "dim",
}


def language(say: Say) -> zhibu.Language:
    return zhibu.Language.parse(say.language)


def label(of: t.Any, say: Say) -> str:
    return say(of.zh, of.en)


def percent(rate: zhibu.Rate) -> str:
    """Both numbers of a rate, and the share where there is one."""
    share = rate.value()
    return f"{rate.numerator}/{rate.denominator}" + ("" if share is None else f" = {share:.2%}")


def touches(roster: zhibu.Roster, unit: t.Optional[str]) -> t.Callable[[zhibu.Obligation], bool]:
    """Whether an obligation is one of a unit, or of what stands under it: because that owes it, it
    is owed there, or by somebody whose home is there. Raises ValueError for no such unit."""
    if unit is None:
        return lambda o: True
    top = roster.unit(unit).id

    def touched(o: zhibu.Obligation) -> bool:
        person = o.bearer.person
        for day in (o.bound.last(), o.bound.begin):
            home = None if person is None else roster.home(person, day=day)
            if any(u is not None and roster.is_within(u, top, day=day)
                   for u in (o.bearer.unit, o.at, home)):
                return True
        return False
    return touched


def _redrawn(drawn: zhibu.Ledger, rows: t.Iterable[zhibu.LedgerRow], roster: zhibu.Roster,
             unit: t.Optional[str], totals: t.Sequence[zhibu.LedgerTotal] = ()) -> zhibu.Ledger:
    """A ledger with some of its rows, which says whose they are."""
    whose = "" if unit is None else f" {roster.unit(unit).name}"
    return zhibu.Ledger(title=drawn.title + whose, as_of=drawn.as_of, columns=drawn.columns,
                        rows=list(rows), totals=totals)


# --- check ---

def check(books: Books, say: Say, as_of: date) -> Shown:
    """The faults of a roster, and at the end what contradicts itself in the books."""
    roster, rules = books.roster, books.rules
    books.aside.doing(say("检查", "checking"))
    faults = sorted(zhibu.check(roster, rules, as_of=as_of), key=lambda f: f.source is None)
    kinds = (say("不合规定", "fault"), say("数据矛盾", "contradiction in the books"))
    rows = [zhibu.LedgerRow(cells=_fault_cells(f, roster, as_of, say, kinds)) for f in faults]
    names = [say("类别", "kind"), say("条款", "rule"), say("规定", "what is demanded"),
             say("主体", "subject"), say("编号", "code"), say("所在党组织", "unit"),
             say("事实", "facts"), say("程度", "severity"), say("依据", "source")]
    counts = [sum(f.source is not None for f in faults), sum(f.source is None for f in faults)]
    ledger = zhibu.Ledger(
        title=say("组织设置检查", "Faults of the organization"), as_of=as_of, rows=rows,
        columns=[zhibu.LedgerColumn(name=name) for name in names],
        totals=[zhibu.LedgerTotal(name=name, value=n) for name, n in zip(kinds, counts)])

    def data() -> t.Any:
        found = [_cli_json.fault(f, roster, name(roster, f.subject, as_of)) for f in faults]
        return {"as_of": as_of.isoformat(), "faults": found[:counts[0]],
                "contradictions": found[counts[0]:]}
    return Shown(ledger, data, colours=["red" if f.source else "magenta" for f in faults])


def name(roster: zhibu.Roster, bearer: zhibu.Bearer, day: date) -> str:
    """The name of a person; of a unit, the one that it had on a day."""
    then = None if bearer.unit is None else roster.at(bearer.unit, day=day)
    return roster[bearer].name if then is None else then.name


def _fault_cells(f: zhibu.Fault, roster: zhibu.Roster, as_of: date, say: Say,
                 kinds: t.Tuple[str, str]) -> t.List[str]:
    at = "" if f.at is None else name(roster, zhibu.Bearer(unit=f.at), as_of)
    return [kinds[f.source is None], f.code, say(f.name, f.name_en),
            name(roster, f.subject, as_of), roster[f.subject].code, at, say(f.facts, f.facts_en),
            label(zhibu.severity(f.force), say) if f.source else "",
            str(f.source) if f.source else ""]


# --- plan ---

def owed(books: Books, say: Say, period: zhibu.Period,
         rules_of: t.Optional[date]) -> zhibu.Obligations:
    roster, rules, calendar = books.roster, books.rules, books.calendar
    books.aside.doing(say("推算应办事项", "drawing up what is owed"))
    return zhibu.obligations(roster, rules, calendar, period, rules_of=rules_of)


def plan(books: Books, say: Say, period: zhibu.Period, *, unit: t.Optional[str],
         rules_of: t.Optional[date]) -> Shown:
    """The plan of a period; of a unit, its part of the plan of all."""
    roster, touched = books.roster, touches(books.roster, unit)
    planned = zhibu.plan(owed(books, say, period, rules_of), books.calendar)
    drawn = zhibu.plan_ledger(planned, roster, language=language(say))
    # The rows of the ledger: what was placed, and then what could not be.
    places = [*planned.occurrences, *([None] * len(planned.unplaced))]
    ids = [*(o.obligation for o in planned.occurrences), *planned.unplaced]
    found = [(place, o, row) for place, o, row
             in zip(places, (planned.obligations[i] for i in ids), drawn.rows) if touched(o)]

    def data() -> t.Any:
        rules = {provision.code: provision for provision in books.rules}
        rows = [{**_placed(place), **_cli_json.obligation(o, roster, rules, row, named=(2, 3))}
                for place, o, row in found]
        return {"period": _cli_json.period(period),
                "occurrences": [row for row in rows if row.get("day")],
                "unplaced": [row for row in rows if not row.get("day")]}
    return Shown(_redrawn(drawn, (row for _, _, row in found), roster, unit), data,
                 colours=["" if place else "red" for place, _, _ in found])


def _placed(place: t.Optional[zhibu.Occurrence]) -> t.Any:
    return {} if place is None else {"day": place.day.isoformat(), "half": place.half.name,
                                     "nth": place.nth, "certainty": place.certainty.name}


# --- audit ---

def findings(books: Books, say: Say, period: zhibu.Period, *, as_of: date, records: t.Optional[str],
             rules_of: t.Optional[date], known_on: t.Optional[date]
             ) -> t.Tuple[zhibu.Findings, zhibu.Records]:
    """The audit of a period, and the records that it was held against."""
    held = books.records(period, records)
    due = owed(books, say, period, rules_of)
    books.aside.doing(say("核查", "auditing"))
    return zhibu.audit(due, held, as_of=as_of, known_on=known_on), held


def audit(books: Books, say: Say, period: zhibu.Period, *, unit: t.Optional[str],
          rules: t.Sequence[str], standings: t.Sequence[zhibu.Standing],
          **asked: t.Any) -> t.Tuple[Shown, bool]:
    """The findings of a unit and of rules, of some standings; and whether any of the unit and the
    rules is overdue. The rate is of all standings."""
    roster, touched = books.roster, touches(books.roster, unit)
    for code in rules:
        books.rules.provision(code)  # which refuses a code that is none
    found, held = findings(books, say, period, **asked)
    drawn = zhibu.standing_ledger(found, held, roster, language=language(say))
    chosen = [(f, row) for f, row in zip(found, drawn.rows)
              if (not rules or f.obligation.rule in rules) and touched(f.obligation)]
    if not chosen:
        books.aside.tell(say("所选范围内没有应办事项", "nothing of what was asked for is owed"))
    standing = [f.standing for f, _ in chosen]
    rate, found_so = zhibu.execution_rate(standing), Counter(standing)
    counts = {s: found_so[s] for s in zhibu.Standing.__members__.values()}
    rows = [(f, row) for f, row in chosen if not standings or f.standing in standings]
    totals = [zhibu.LedgerTotal(name=label(s, say), value=n) for s, n in counts.items()]

    def data() -> t.Any:
        book = {provision.code: provision for provision in books.rules}
        return {**_audited(found), "execution_rate": _cli_json.rate(rate),
                "standings": {s.name: n for s, n in counts.items()},
                "findings": [_cli_json.finding(f, roster, book, held, row) for f, row in rows]}
    shown = Shown(_redrawn(drawn, (row for _, row in rows), roster, unit, totals), data,
                  figures=[(label(zhibu.RateKind.execution, say), percent(rate))],
                  colours=[_COLOURS[f.standing] for f, _ in rows])
    return shown, counts[zhibu.Standing.overdue] > 0


def _audited(found: zhibu.Findings) -> t.Dict[str, t.Any]:
    """Which audit it is."""
    days = {"as_of": found.as_of, "known_on": found.known_on,
            "rules_of": found.obligations.rules_of}
    return {"period": _cli_json.period(found.obligations.period),
            **{name: day and day.isoformat() for name, day in days.items()}}


# --- ledger ---

def ledger(books: Books, say: Say, kind: zhibu.LedgerKind, period: zhibu.Period, *,
           records: t.Optional[str], unit: t.Optional[str], cluster: t.Optional[str],
           shown: t.Sequence[zhibu.Sensitive], published: bool, pseudonym_key: str) -> Shown:
    """A ledger of all, of a unit and what stands under it, or of a cluster."""
    held = books.records(period, records, or_none=True)
    books.aside.doing(say("生成台账", "drawing the ledger"))
    drawn = zhibu.ledger(kind, books.roster, held, books.rules, period=period, within=unit,
                         cluster=cluster, language=language(say), shown=shown,
                         published=published, pseudonym_key=pseudonym_key)
    return Shown(drawn, lambda: _cli_json.ledger(drawn))
