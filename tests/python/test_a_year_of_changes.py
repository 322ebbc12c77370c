# SPDX-License-Identifier: BSL-1.0
"""A year of an invented county, told twice: to a roster, and to a plain list of what happened.

Whoever asks the roster for any day of that year, in any order, is told what the list says.
"""

import copy
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import zhibu
from zhibu import (
    Appointment, Approval, Assumption, Cluster, ClusterMembership, Membership, MembershipKind,
    Period, Person, Post, PostKind, Term, Unit, UnitKind, since)

DAY = timedelta(days=1)
LONG_AGO = date(2012, 1, 1)
YEAR = [date(2025, 1, 1) + n * DAY for n in range(365)]


@dataclass
class Organization:
    name: str
    kind: UnitKind
    parent: str
    committee: bool = False


@dataclass
class State:
    """How the county stands on one day, by the codes of what is in it."""

    units: dict
    homes: dict
    helping: set = field(default_factory=set)
    secretaries: dict = field(default_factory=dict)
    terms: dict = field(default_factory=dict)
    lead: tuple = ()
    in_cluster: set = field(default_factory=set)


def told(roster, day):
    """The same State, as the roster tells it."""
    view = roster.as_of(day)
    code = {u.id: u.code for u in roster.units()}
    person = {p.id: p.code for p in roster.persons()}
    posts = {p.id: p for p in roster.posts()}
    cluster = view.cluster("PZ01")
    terms = {code[u]: roster.term(u, day=day) for u in view}
    return State(
        units={view[u].code: Organization(
            view[u].name, view[u].kind, code.get(view[u].parent), view[u].has_committee)
            for u in view},
        homes={person[p]: code[u] for u in view for p in view.members(u)},
        helping={(person[p], code[u])
                 for u in view for p in view.members(u, kind=MembershipKind.activity)},
        secretaries={code[posts[a.post].unit]: person[a.person] for a in view.appointments()},
        terms={unit: term.nth for unit, term in terms.items() if term},
        lead=(code[cluster.lead], code[cluster.deputy]),
        in_cluster={code[u] for u in roster.units("PZ01", day=day)})


# --- The county on New Year's Day -----------------------------------------------------------------

UNITS = {
    "GW": ("县直机关工委", UnitKind.working_committee, None),
    "WJ": ("县卫健系统党总支", UnitKind.general_branch, "GW"),
    "B01": ("县人民医院党支部", UnitKind.branch, "WJ"),
    "B02": ("县中医院党支部", UnitKind.branch, "WJ"),
    "LGB": ("县离退休干部党总支", UnitKind.general_branch, "GW"),
    "B03": ("离退休干部第一党支部", UnitKind.branch, "LGB"),
    "B04": ("离退休干部第二党支部", UnitKind.branch, "LGB"),
    "B05": ("县广播电视台党支部", UnitKind.branch, "GW"),
}
HOMES = {"P01": "B01", "P02": "B01", "P03": "B02", "P04": "B02", "P05": "B03", "P06": "B03",
         "P07": "B03", "P08": "B04", "P09": "B04", "P10": "B04", "P11": "B05", "P12": "B05"}


def new_years_day():
    roster = zhibu.Roster()
    for code, (name, kind, parent) in UNITS.items():
        add_unit(roster, code, name, kind, parent, since(LONG_AGO))
    for n, (code, home) in enumerate(HOMES.items()):
        roster.add(Person(code=code, name=f"党员{n}", sex=zhibu.Sex.female,
                          born_on=date(1950, 1, 1 + n), admitted_on=date(1975, 7, 1)))
        roster.add(Membership(
            person=roster.person(code).id, unit=roster.unit(home).id, period=since(LONG_AGO)))
    roster.add(Post(code="B03-S", unit=roster.unit("B03").id, kind=PostKind.secretary))
    roster.add(Appointment(post=0, person=roster.person("P06").id,
                           period=Period(LONG_AGO, date(2025, 3, 15))))
    roster.add(Term(unit=roster.unit("B03").id, nth=4, elected_on=date(2022, 3, 15)))
    roster.add(Cluster(code="PZ01", name="第一片组", lead=roster.unit("B03").id,
                       deputy=roster.unit("B04").id, standing=since(LONG_AGO)))
    for code in ("B03", "B04"):
        roster.add(ClusterMembership(
            cluster=0, unit=roster.unit(code).id, period=since(LONG_AGO)))
    state = State(
        units={code: Organization(*unit) for code, unit in UNITS.items()}, homes=dict(HOMES),
        secretaries={"B03": "P06"}, terms={"B03": 4}, lead=("B03", "B04"),
        in_cluster={"B03", "B04"})
    return roster, state


def add_unit(roster, code, name, kind, parent, standing, **flags):
    roster.add(Unit(code=code, name=name, kind=kind, standing=standing,
                    parent=roster.unit(parent).id if parent else None, **flags))


# --- What happened --------------------------------------------------------------------------------

HAPPENED = []  # in the order entered: on what day, what is said to the roster, what is so then


def happens(month, day):
    def entered(tell):
        HAPPENED.append((date(2025, month, day), tell))
        return tell
    return entered


@happens(1, 10)
def the_university_of_the_aged_gets_a_branch(roster, on):
    add_unit(roster, "B06", "县老年大学党支部", UnitKind.branch, "LGB", since(on),
             retired_cadres=True)
    roster.found("B06", document="永直工委〔2025〕1号")

    def then(state):
        state.units["B06"] = Organization("县老年大学党支部", UnitKind.branch, "LGB")
    return then


@happens(2, 1)
def two_members_go_there(roster, on):
    for person in ("P07", "P08"):
        roster.transfer(person, to="B06", on=on)
    return lambda state: state.homes.update(P07="B06", P08="B06")


@happens(2, 15)
def the_new_branch_joins_the_cluster(roster, on):
    roster.add(ClusterMembership(cluster=0, unit=roster.unit("B06").id, period=since(on)))
    return lambda state: state.in_cluster.add("B06")


@happens(3, 1)
def the_broadcasters_get_another_name(roster, on):
    roster.rename("B05", "县融媒体中心党支部", on=on, document="永直工委〔2025〕3号")

    def then(state):
        state.units["B05"].name = "县融媒体中心党支部"
    return then


@happens(3, 15)
def the_first_branch_elects(roster, on):
    """The secretary who is elected will resign before the summer."""
    roster.add(Term(unit=roster.unit("B03").id, nth=5, elected_on=on, seats=1, candidates=2, due=2,
                    present=2, approval=Approval.approved, document="永直工委〔2025〕5号"))
    roster.add(Appointment(post=0, person=roster.person("P05").id, by=Assumption.elected, votes=2,
                           period=Period(on, date(2025, 6, 1))))

    def then(state):
        state.terms["B03"], state.secretaries["B03"] = 5, "P05"
    return then


@happens(4, 1)
def the_hospital_of_chinese_medicine_stands_under_the_county(roster, on):
    roster.move("B02", "GW", on=on, document="永直工委〔2025〕6号")

    def then(state):
        state.units["B02"].parent = "GW"
    return then


@happens(4, 20)
def others_lead_the_cluster(roster, on):
    roster.change_lead("PZ01", lead="B04", deputy="B06", on=on)

    def then(state):
        state.lead = ("B04", "B06")
    return then


@happens(5, 10)
def a_temporary_branch_fights_the_flood(roster, on):
    add_unit(roster, "T01", "抗洪抢险临时党支部", UnitKind.branch, "GW", since(on), temporary=True)
    roster.found("T01", document="永直工委〔2025〕8号")
    for person in ("P01", "P11"):
        roster.add(Membership(person=roster.person(person).id, unit=roster.unit("T01").id,
                              kind=MembershipKind.activity, period=since(on)))

    def then(state):
        state.units["T01"] = Organization("抗洪抢险临时党支部", UnitKind.branch, "GW")
        state.helping = {("P01", "T01"), ("P11", "T01")}
    return then


@happens(6, 1)
def the_post_of_secretary_is_vacant(roster, on):
    return lambda state: state.secretaries.pop("B03")


@happens(6, 20)
def the_first_branch_fills_it_within_the_term(roster, on):
    roster.add(Appointment(post=0, person=roster.person("P06").id, by=Assumption.by_election,
                           period=since(on)))
    return lambda state: state.secretaries.update(B03="P06")


@happens(7, 1)
def the_general_branch_of_health_becomes_a_committee(roster, on):
    roster.upgrade("WJ", UnitKind.committee, on=on, document="永直工委〔2025〕11号")
    roster.rename("WJ", "县卫健系统党委", on=on, document="永直工委〔2025〕11号")

    def then(state):
        state.units["WJ"].kind = UnitKind.committee
        state.units["WJ"].name = "县卫健系统党委"
    return then


@happens(7, 15)
def the_flood_is_over(roster, on):
    roster.lapse("T01", on=on)

    def then(state):
        del state.units["T01"]
        state.helping = set()
    return then


@happens(8, 1)
def the_two_hospitals_are_one(roster, on):
    roster.merge(["B01", "B02"], into="B01", on=on, document="永直工委〔2025〕13号")
    roster.rename("B01", "县总医院党支部", on=on, document="永直工委〔2025〕13号")

    def then(state):
        del state.units["B02"]
        state.units["B01"].name = "县总医院党支部"
        state.homes.update(P03="B01", P04="B01")
    return then


@happens(9, 1)
def the_printers_leave_the_broadcasters(roster, on):
    add_unit(roster, "B07", "县印刷厂党支部", UnitKind.branch, "GW", since(on))
    roster.split("B05", into=["B05", "B07"], on=on, document="永直工委〔2025〕15号")
    roster.transfer("P12", to="B07", on=on)

    def then(state):
        state.units["B07"] = Organization("县印刷厂党支部", UnitKind.branch, "GW")
        state.homes["P12"] = "B07"
    return then


@happens(10, 1)
def a_committee_is_set_up(roster, on):
    roster.adjust("B06", on=on, has_committee=True, document="永直工委〔2025〕16号")

    def then(state):
        state.units["B06"].committee = True
    return then


@happens(12, 1)
def the_printing_house_is_closed(roster, on):
    """Its one member has the home branch outside the county from then on."""
    roster.dissolve("B07", on=on, document="永直工委〔2025〕19号")

    def then(state):
        del state.units["B07"], state.homes["P12"]
    return then


@happens(5, 5)
def in_december_a_paper_of_may_comes_to_light(roster, on):
    roster.rename("B04", "离退休干部第二（山水）党支部", on=on, document="永直工委〔2025〕7号")

    def then(state):
        state.units["B04"].name = "离退休干部第二（山水）党支部"
    return then


@happens(2, 10)
def and_another_of_a_name_that_did_not_last(roster, on):
    """The name that was entered for 1 March stands."""
    roster.rename("B05", "县广播电视和报刊党支部", on=on, document="永直工委〔2025〕2号")

    def then(state):
        state.units["B05"].name = "县广播电视和报刊党支部"
    return then


@happens(2, 20)
def and_a_transfer_that_nobody_had_entered(roster, on):
    roster.transfer("P09", to="B03", on=on)
    return lambda state: state.homes.update(P09="B03")


# --- Any day of it --------------------------------------------------------------------------------

@pytest.fixture(scope="module")
def story():
    """The roster that was told all of it, and how the county stood on every day."""
    roster, state = new_years_day()
    steps = [(on, tell(roster, on)) for on, tell in HAPPENED]
    states = {}
    for day in YEAR:
        for _, then in (step for step in steps if step[0] == day):
            then(state)
        states[day] = copy.deepcopy(state)
    return roster, states


def test_every_day_forward(story):
    roster, states = story
    for day in YEAR:
        assert told(roster, day) == states[day], day


def test_every_day_backward(story):
    roster, states = story
    for day in reversed(YEAR):
        assert told(roster, day) == states[day], day


@settings(max_examples=30)
@given(days=st.lists(st.sampled_from(YEAR), min_size=2))
def test_back_and_forth(story, days):
    roster, states = story
    for day in days:
        assert told(roster, day) == states[day], day


def test_the_year_before_and_the_year_after(story):
    roster, states = story
    _, before = new_years_day()
    assert told(roster, date(2024, 12, 31)) == before
    assert told(roster, date(2030, 1, 1)) == states[YEAR[-1]]


def test_nothing_changes_a_day_before_it():
    roster, _ = new_years_day()
    for on, tell in HAPPENED:
        before = [day for day in YEAR[::14] + [on - DAY] if day < on]
        was = [told(roster, day) for day in before]
        tell(roster, on)
        assert [told(roster, day) for day in before] == was, tell.__name__


def test_every_move_is_in_the_books(story):
    roster, _ = story
    kinds = [str(event.kind) for event in roster.events()]
    assert kinds == [
        "found", "rename", "move", "found", "upgrade", "rename", "lapse", "merge", "rename",
        "split", "adjust", "dissolve", "rename", "rename"]
    merged, split = (next(e for e in roster.events() if str(e.kind) == kind)
                     for kind in ("merge", "split"))
    assert (roster.unit(merged.unit).code, roster.unit(merged.other).code) == ("B02", "B01")
    assert (roster.unit(split.unit).code, roster.unit(split.other).code) == ("B05", "B07")
    assert merged in roster.events("B01") and merged in roster.events("B02")


def test_what_each_unit_ever_was(story):
    roster, states = story
    for unit in roster.units():
        history = roster.history(unit.code)
        for day in YEAR:
            was, state = history.at(day), states[day].units.get(unit.code)
            assert (was and was.name) == (state and state.name)
            assert roster.at(unit.code, day=day) == was


def test_members_are_counted_once_whatever_became_of_their_branch(story):
    roster, states = story
    everyone = zhibu.MemberFilter()
    for day in YEAR:
        view = roster.as_of(day)
        assert view.roll_up(view.count_members(everyone))[view.place("GW")] == len(
            states[day].homes)
        assert len(view.members_within("GW")) == len(states[day].homes)


def test_what_changed_is_told_event_by_event(story):
    roster, _ = story
    names = [(c.on, c.before, c.after) for c in zhibu.changes(roster, zhibu.parse_period("2025"))
             if c.kind == zhibu.ChangeKind.unit_name and c.subject.unit == roster.unit("B05").id]
    assert names == [
        (date(2025, 2, 10), "县广播电视台党支部", "县广播电视和报刊党支部"),
        (date(2025, 3, 1), "县广播电视和报刊党支部", "县融媒体中心党支部")]
    merge, split = zhibu.parse_period("2025-08-01"), zhibu.parse_period("2025-09-01")
    (ended,) = [c for c in zhibu.changes(roster, merge) if str(c.kind) == "unit_ended"]
    assert str(roster.events()[ended.event].kind) == "merge"
    (began,) = [c for c in zhibu.changes(roster, split) if str(c.kind) == "unit_began"]
    assert roster[began.subject].code == "B07" and began.before == ""


def test_changes_are_told_of_the_days_that_have_any_and_of_no_other(story):
    """Who leads a cluster, and elections, are not among what is told."""
    roster, states = story

    def told_of(state):
        return replace(state, lead=(), terms={})

    for day in YEAR[1:]:
        changes = zhibu.changes(roster, Period(day, day + DAY))
        assert {change.on for change in changes} <= {day}
        assert bool(changes) == (told_of(states[day - DAY]) != told_of(states[day])), day


def test_its_tables_tell_the_same(story, tmp_path):
    roster, states = story
    zhibu.write_tables(roster, tmp_path / "tables")
    again = zhibu.Roster.load(tmp_path / "tables")
    for day in YEAR:
        assert told(again, day) == states[day]
    with pytest.raises(ValueError):
        zhibu.write_tables(roster, tmp_path / "tables")


def test_a_copy_tells_the_same_and_then_its_own(story):
    roster, states = story
    other = copy.deepcopy(roster)
    other.rename("B01", "县第一人民医院党支部", on=date(2025, 12, 31))
    for day in YEAR[:-1]:
        assert told(other, day) == states[day]
    assert told(other, YEAR[-1]).units["B01"].name == "县第一人民医院党支部"
    assert told(roster, YEAR[-1]) == states[YEAR[-1]]


# --- Any year -------------------------------------------------------------------------------------

class Walk:
    """Random things happen one after another, to a roster and to plain dictionaries."""

    def __init__(self):
        self.roster = zhibu.Roster()
        self.begin, self.name, self.parent, self.home = {}, {}, {}, {}
        self.kept = []  # (day, names, parents, homes), in order of days
        self.day = YEAR[0]
        for n in range(4):
            self.found(None if n == 0 else "U0")
        for n in range(5):
            self.home[f"P{n}"] = None
            self.roster.add(Person(code=f"P{n}", name=f"党员{n}", sex=zhibu.Sex.male,
                                   born_on=date(1950, 1, 1), admitted_on=date(1975, 7, 1)))
            self.transfer(f"P{n}", "U0")

    def found(self, parent):
        code = f"U{len(self.begin)}"
        add_unit(self.roster, code, code, UnitKind.general_branch, parent, since(self.day))
        self.begin[code], self.name[code], self.parent[code] = self.day, code, parent

    def rename(self, unit, name):
        self.roster.rename(unit, name, on=self.day)
        self.name[unit] = name

    def move(self, unit, parent):
        self.roster.move(unit, parent, on=self.day)
        self.parent[unit] = parent

    def dissolve(self, unit):
        self.roster.dissolve(unit, on=self.day)
        self.close(unit, None)

    def merge(self, unit, into):
        self.roster.merge([unit], into=into, on=self.day)
        for child in self.under(unit):
            self.parent[child] = into
        self.close(unit, into)

    def transfer(self, person, to):
        self.roster.transfer(person, to=to, on=self.day)
        self.home[person] = to

    def close(self, unit, into):
        del self.name[unit], self.parent[unit]
        for person, home in self.home.items():
            if home == unit:
                self.home[person] = into

    def under(self, unit):
        return [child for child, parent in self.parent.items() if parent == unit]

    def within(self, unit, top):
        return unit == top or (unit is not None and self.within(self.parent[unit], top))

    def may(self, what, unit, other):
        """Whether it makes sense for units that both stand."""
        return {
            "found": True, "rename": True, "transfer": True,
            "move": not self.within(other, unit),
            "dissolve": self.begin[unit] < self.day and not self.under(unit),
            "merge": self.begin[unit] < self.day and not self.within(other, unit),
        }[what]

    def step(self, what, one, two, person):
        unit, other = (sorted(self.name)[n % len(self.name)] for n in (one, two))
        if what == "transfer" and self.home[person] == other:
            return
        if len(self.name) == 1 and what == "dissolve":
            return
        doing = {"found": (other,), "rename": (unit, f"{unit}，改于{len(self.kept)}"),
                 "move": (unit, other), "dissolve": (unit,), "merge": (unit, other),
                 "transfer": (person, other)}[what]
        if self.may(what, unit, other):
            getattr(self, what)(*doing)
        else:
            self.refused(what, doing)

    def refused(self, what, doing):
        tell = {"move": lambda u, p: self.roster.move(u, p, on=self.day),
                "dissolve": lambda u: self.roster.dissolve(u, on=self.day),
                "merge": lambda u, i: self.roster.merge([u], into=i, on=self.day)}[what]
        version = self.roster.version()
        with pytest.raises(ValueError, match="accepted"):
            tell(*doing)
        assert self.roster.version() == version

    def keep(self):
        self.kept.append((self.day, dict(self.name), dict(self.parent), dict(self.home)))

    def at(self, day):
        return [kept for kept in self.kept if kept[0] <= day][-1]


steps = st.lists(
    st.tuples(st.sampled_from(["found", "rename", "move", "dissolve", "merge", "transfer"]),
              st.integers(0, 9), st.integers(0, 9), st.sampled_from(["P0", "P1", "P2", "P3", "P4"]),
              st.integers(0, 3)),
    max_size=25)


@settings(max_examples=60)
@given(steps=steps)
def test_whatever_happens_each_day_stays_what_it_was(steps):
    walk = Walk()
    walk.keep()
    for what, one, two, person, days in steps:
        walk.day += days * DAY
        walk.step(what, one, two, person)
        walk.keep()
    code = {unit.id: unit.code for unit in walk.roster.units()}
    days = [YEAR[0] + n * DAY for n in range((walk.day - YEAR[0]).days + 2)]
    for day in days + days[::-1]:
        _, names, parents, homes = walk.at(day)
        view = walk.roster.as_of(day)
        assert {code[u]: view[u].name for u in view} == names
        assert {code[u]: code.get(view[u].parent) for u in view} == parents
        for unit in view:
            assert {code[u] for u in view.children(unit)} == {
                child for child, parent in parents.items() if parent == code[unit]}
        assert {p: code.get(walk.roster.home(p, day=day)) for p in homes} == homes


renamings = st.lists(st.tuples(st.sampled_from(["B01", "B03"]), st.sampled_from(YEAR[:20])),
                     max_size=8)


@given(renamings=renamings)
def test_names_entered_in_any_order_are_one_history(renamings):
    """Of several for one day the last that was entered holds."""
    roster, _ = new_years_day()
    entered = {"B01": {}, "B03": {}}
    for n, (unit, on) in enumerate(renamings):
        roster.rename(unit, f"第{n}个名称", on=on)
        entered[unit][on] = f"第{n}个名称"
    for unit, names in entered.items():
        for day in YEAR[:25]:
            known = [on for on in names if on <= day]
            assert roster.at(unit, day=day).name == (
                names[max(known)] if known else UNITS[unit][0])


movings = st.permutations([(date(2025, 2, 1), "LGB"), (date(2025, 3, 1), "GW"),
                           (date(2025, 4, 1), "WJ")])


@given(movings=movings)
def test_moves_entered_in_any_order_are_one_history(movings):
    """B03 stood under LGB at first; the move of February leaves it there."""
    roster, _ = new_years_day()
    for on, parent in movings:
        roster.move("B03", parent, on=on)
    under = [roster.unit(roster.at("B03", day=day).parent).code for day in (
        date(2025, 2, 28), date(2025, 3, 1), date(2025, 3, 31), date(2025, 4, 1))]
    assert under == ["LGB", "GW", "GW", "WJ"]
