# SPDX-License-Identifier: BSL-1.0
"""The figures of a year, from what zhibu finds: what zhibu.annual draws."""

from __future__ import annotations

import dataclasses
import datetime
from collections import Counter, abc
from typing import Optional, Union

import zhibu
from zhibu import Activity, Retirement, Standing, UnitKind

_Key = Union[int, str]
_Row = Union[zhibu.Appropriation, zhibu.Payment]

STUDIES = frozenset({
    Activity.study_day, Activity.home_study, Activity.party_lecture, Activity.situation_report,
    Activity.concentrated_training, Activity.rotation_training, Activity.induction_training,
    Activity.red_education})

# In the order in which they matter: a month shows the first of them that it has.
STATES: dict[str, tuple[Standing, ...]] = {
    "missing": (Standing.overdue,),
    "late": (Standing.satisfied_late,),
    "open": (Standing.due, Standing.upcoming),
    "held": (Standing.satisfied,),
    "waived": (Standing.waived,),
}


@dataclasses.dataclass
class Counts:
    """How many obligations stand how; what is not applicable is not owed."""
    standing: Counter[Standing] = dataclasses.field(default_factory=Counter)

    def add(self, standing: Standing) -> None:
        self.standing[standing] += 1

    def of(self, state: str) -> int:
        return sum(self.standing[s] for s in STATES[state])

    @property
    def owed(self) -> int:
        return sum(self.of(state) for state in STATES)

    @property
    def state(self) -> str:
        return next((state for state in STATES if self.of(state)), "none")


@dataclasses.dataclass
class Branch:
    unit: zhibu.Unit
    months: list[Counts]  # one for each month
    role: str = ""  # of its cluster: "lead", "deputy"
    persons: int = 0

    @property
    def total(self) -> Counts:
        whole = Counts()
        for month in self.months:
            whole.standing.update(month.standing)
        return whole


@dataclasses.dataclass
class Group:
    cluster: Optional[zhibu.Cluster]  # or None: of those in no cluster
    branches: list[Branch]


@dataclasses.dataclass
class Figures:
    year: int
    period: zhibu.Period
    as_of: datetime.date
    rules_of: Optional[datetime.date]
    top: zhibu.Unit
    total: Counts
    groups: list[Group]  # the branches of each cluster, and those of none
    units_by_month: list[Counts]  # of what units owe
    persons_by_month: list[Counts]  # and of what persons owe
    coverage: list[Reached]  # empty where no record of study names who took part
    contacts: list[Contacted]
    funds: list[Flow]
    tree: Node


def figures(roster: zhibu.Roster, records: zhibu.Records, rules: zhibu.Rulebook,
            calendar: zhibu.Calendar, *, year: int, as_of: datetime.date,
            rules_of: Optional[datetime.date] = None, top: Optional[_Key] = None) -> Figures:
    """All that the page shows, of what stands under `top` on `as_of`."""
    period = zhibu.parse_period(f"{year:04}")
    view = roster.as_of(as_of)
    head = view.unit(top) if top is not None else _head(view)
    within = set(view.subtree(head.id))
    owed = zhibu.obligations(roster, rules, calendar, period, rules_of=rules_of)
    found = [f for f in zhibu.audit(owed, records, as_of=as_of)
             if top is None or place(f.obligation, roster, as_of) in within]
    branches = _branches(view, within)
    total, by_month = Counts(), {"unit": _twelve(), "person": _twelve()}
    for f in found:
        month = f.obligation.bound.last().month - 1
        unit = place(f.obligation, roster, as_of)
        total.add(f.standing)
        bearer = "unit" if f.obligation.bearer.unit is not None else "person"
        by_month[bearer][month].add(f.standing)
        if unit in branches:
            branches[unit].months[month].add(f.standing)
    groups = _groups(roster, view, branches)
    return Figures(
        year=year, period=period, as_of=as_of, rules_of=rules_of, top=head, total=total,
        groups=groups, units_by_month=by_month["unit"], persons_by_month=by_month["person"],
        coverage=_coverage(roster, records, top, period, as_of),
        contacts=_contacts(roster, view, found),
        funds=_funds(records, within if top is not None else None, period, as_of),
        tree=_node(view, head.id, branches))


def _twelve() -> list[Counts]:
    return [Counts() for _ in range(12)]


def _head(view: zhibu.RosterView) -> zhibu.Unit:
    """The unit that all others stand under; where there are several, the first."""
    return view.unit(next(u for u in view.units() if view.unit(u).parent is None))


def place(obligation: zhibu.Obligation, roster: zhibu.Roster, as_of: datetime.date
          ) -> Optional[int]:
    """The unit where it is owed: of a Party group, its branch."""
    unit = obligation.bearer.unit if obligation.bearer.unit is not None else obligation.at
    if unit is None:
        return None
    day = min(max(as_of, obligation.bound.begin), obligation.bound.last())
    row = roster.at(unit, day=day) or roster.unit(unit)
    return row.parent if row.kind == UnitKind.group else unit


def _branches(view: zhibu.RosterView, within: abc.Set[int]) -> dict[int, Branch]:
    return {u: Branch(unit=view.unit(u), months=_twelve(), persons=len(view.members(u)))
            for u in view.units() if u in within and view.unit(u).kind == UnitKind.branch
            and not view.unit(u).temporary}


def _groups(roster: zhibu.Roster, view: zhibu.RosterView, branches: abc.Mapping[int, Branch]
            ) -> list[Group]:
    groups: dict[Optional[int], Group] = {
        c.id: Group(cluster=roster.at(cluster=c.id, day=view.day) or c, branches=[])
        for c in roster.clusters()}
    groups[None] = Group(cluster=None, branches=[])
    for unit, branch in branches.items():
        group = groups[view.cluster_of(unit)]
        if group.cluster is not None:
            branch.role = {group.cluster.lead: "lead", group.cluster.deputy: "deputy"}.get(unit, "")
        group.branches.append(branch)
    return [group for group in groups.values() if group.branches]


# --- study ---

@dataclasses.dataclass
class Reached:
    """How many persons a month's study reached, of all there are."""
    month: int
    honoured: int  # of those retired with honours
    all_honoured: int
    retired: int  # of all who have retired
    all_retired: int


def _coverage(roster: zhibu.Roster, records: zhibu.Records, top: Optional[_Key],
              period: zhibu.Period, as_of: datetime.date) -> list[Reached]:
    """Whom study reached, month by month as far as the day has come; see zhibu.coverage.

    Empty where no record of study says who took part.
    """
    days = zhibu.parse_period(f"{period.begin}..{min(period.last(), as_of)}")

    def rates(*retirement: Retirement) -> list[zhibu.Rate]:
        months = zhibu.coverage_by_month(roster, records, activities=STUDIES, period=days,
                                         within=top, retirement=retirement)
        return [month.rate() for month in months]

    honoured = rates(Retirement.retired_with_honours)
    retired = rates(Retirement.retired_with_honours, Retirement.retired)
    if not any(rate.numerator for rate in retired):
        return []
    return [Reached(month=n, honoured=h.numerator, all_honoured=h.denominator,
                    retired=r.numerator, all_retired=r.denominator)
            for n, (h, r) in enumerate(zip(honoured, retired), start=1)]


# --- contact visits ---

@dataclasses.dataclass
class Contacted:
    person: zhibu.Person
    branches: list[str]  # names
    visits: int
    owed: int


def _contacts(roster: zhibu.Roster, view: zhibu.RosterView, found: abc.Sequence[zhibu.Finding]
              ) -> list[Contacted]:
    rows = []
    for f in found:
        o = f.obligation
        if o.activity != Activity.contact_visit or o.bearer.person is None:
            continue
        if f.standing == Standing.not_applicable:
            continue
        person = roster.person(o.bearer.person)
        rows.append(Contacted(
            person=person, visits=len(f.evidence), owed=o.times,
            branches=[view.unit(o.at).name] if o.at is not None and o.at in view else []))
    return rows


# --- funds ---

@dataclasses.dataclass
class Flow:
    fund: zhibu.Fund
    purpose: str
    funds: int  # how many
    in_fen: int
    out_fen: int


def _funds(records: zhibu.Records, within: Optional[abc.Set[int]], period: zhibu.Period,
           as_of: datetime.date) -> list[Flow]:
    """What came into the funds of each purpose, and what was paid out of them, in the year."""
    def counts(row: _Row) -> bool:
        return row.on in period and row.on <= as_of and not row.voided

    flows: dict[str, Flow] = {}
    for fund in records.funds():
        if within is not None and fund.unit not in within:
            continue
        came = sum(a.amount_fen for a in records.appropriations(fund=fund.id) if counts(a))
        went = sum(p.amount_fen for p in records.payments(fund=fund.id) if counts(p))
        if came or went:
            purpose = fund.purpose or fund.name
            flow = flows.setdefault(purpose, Flow(fund=fund, purpose=purpose, funds=0, in_fen=0,
                                                  out_fen=0))
            flow.funds, flow.in_fen, flow.out_fen = (
                flow.funds + 1, flow.in_fen + came, flow.out_fen + went)
    return list(flows.values())


# --- the organization ---

@dataclasses.dataclass
class Node:
    unit: zhibu.Unit
    persons: int
    children: list[Node]  # all but the branches that stand in the clusters
    has_clusters: bool = False  # whether the branches of the clusters stand under it


def _node(view: zhibu.RosterView, unit: int, branches: abc.Container[int]) -> Node:
    """A unit and those under it; branches that work in a cluster are left to the clusters."""
    children = [u for u in view.children(unit) if view.unit(u).kind != UnitKind.group]
    clustered = [u for u in children if u in branches and view.cluster_of(u) is not None]
    return Node(unit=view.unit(unit), persons=len(view.members(unit)), has_clusters=bool(clustered),
                children=[_node(view, u, branches) for u in children if u not in clustered])
