# SPDX-License-Identifier: BSL-1.0
"""A roster held against the rules of how organizations are built, in Python."""

import gc
from datetime import date, timedelta

import pytest

import zhibu

DAY = timedelta(days=1)
TODAY = date(2024, 6, 30)
SINCE_2010 = zhibu.since(date(2010, 1, 1))


@pytest.fixture(scope="module")
def national():
    return zhibu.Rulebook.national()


@pytest.fixture
def village():
    """A branch of a village with two full members, which elected on 2023-05-20."""
    roster = zhibu.Roster()
    roster.add(zhibu.Unit(
        code="C", name="某镇党委", kind=zhibu.UnitKind.committee, standing=SINCE_2010))
    roster.add(zhibu.Unit(
        code="B", name="某村党支部", kind=zhibu.UnitKind.branch, parent=0, standing=SINCE_2010,
        field=zhibu.BranchField.organ))
    for n in range(2):
        add_member(roster, f"P{n}")
    roster.add(zhibu.Term(unit=1, elected_on=date(2023, 5, 20)))
    return roster


def add_member(roster, code):
    person = roster.add(zhibu.Person(
        code=code, name="某某", sex=zhibu.Sex.female, born_on=date(1980, 1, 1),
        admitted_on=date(2011, 5, 1), full_member_on=date(2012, 5, 1)))
    roster.add(zhibu.Membership(person=person, unit=1, period=zhibu.since(date(2011, 5, 1))))


def of_rule(faults, code):
    return [fault for fault in faults if fault.code == code]


def test_a_branch_of_two_full_members_is_a_fault_and_one_of_three_is_not(village, national):
    (fault,) = of_rule(zhibu.check(village, national, as_of=TODAY), "ORG-09")
    assert (fault.subject, fault.found, fault.least) == (zhibu.Bearer(unit=1), 2, 3)
    assert "2" in fault.facts and "2" in fault.facts_en
    rule = national.requirement(fault.code)
    assert fault.rule == rule.id and fault.source == rule.source and fault.force == rule.force
    add_member(village, "P2")
    assert of_rule(zhibu.check(village, national, as_of=TODAY), "ORG-09") == []


def test_faults_are_a_sequence_that_outlives_roster_and_rules(village):
    faults = zhibu.check(village, zhibu.Rulebook.national(), as_of=TODAY)
    texts = [fault.facts for fault in faults]
    assert len(faults) == len(texts) > 0 and [fault.id for fault in faults] == list(range(len(texts)))
    assert faults.as_of == TODAY and str(len(texts)) in repr(faults)
    rows = faults[:]
    del faults
    gc.collect()
    assert [fault.facts for fault in rows] == texts and all(fault.name for fault in rows)


def test_the_books_may_contradict_themselves(village, national):
    village.add(zhibu.Membership(
        person=0, unit=1, kind=zhibu.MembershipKind.care, period=zhibu.since(date(2009, 1, 1))))
    (fault,) = of_rule(zhibu.check(village, national, as_of=date(2009, 6, 30)), "DATA-01")
    assert fault.rule == zhibu.Invariant.membership_outside_unit and fault.source is None
    assert zhibu.code(fault.rule) == "DATA-01" and fault.at == 1


@pytest.mark.parametrize(("day", "state"), [
    (date(2023, 5, 19), "unknown"), (date(2023, 5, 20), "running"),
    (date(2025, 11, 19), "running"), (date(2025, 11, 20), "reminder"),
    (date(2026, 5, 19), "reminder"), (date(2026, 5, 20), "due"), (date(2026, 5, 21), "late"),
])
def test_a_term_of_three_years_stands_so_on_each_day(village, national, day, state):
    found = zhibu.term_end(village, national, "B", day=day)
    assert found.state == zhibu.TermState.parse(state) and repr(found) == f"<TermEnd {state}>"
    assert found.due == (None if state == "unknown" else date(2026, 5, 20))


def test_a_term_end_outlives_what_it_was_asked_of(village, national):
    village.add(zhibu.Term(unit=1, elected_on=date(2024, 5, 20), document="某镇党组〔2024〕35号文件"))
    found = zhibu.term_end(village.__copy__(), national, 1, day=TODAY)
    gc.collect()
    _ = ["其他内容" * n for n in range(2000)]
    assert found.term.document == "某镇党组〔2024〕35号文件"
    assert isinstance(national.requirements()[found.length].demand, zhibu.TermLength)


def test_the_last_days_of_a_term():
    assert zhibu.term_due(date(2024, 2, 29), 3) == date(2027, 2, 28)
    assert zhibu.reminder_day(date(2026, 8, 31), 6) == date(2026, 2, 28)


def test_requirements_are_rows_that_say_what_they_demand(national):
    rows = national.requirements()
    assert [row.id for row in rows] == list(range(len(rows))) and len({r.code for r in rows}) == len(rows)
    least = national.requirement("ORG-09")
    assert repr(least).startswith("<Requirement ORG-09 ") and str(least.source)
    assert (least.demand.within.measure, least.demand.within.least) == (
        zhibu.Measure.full_members, 3)
    assert not zhibu.in_force(least, least.in_force_from - DAY)
    assert zhibu.in_force(least, least.in_force_from)
    branch = zhibu.Unit(code="B", name="某党支部", kind=zhibu.UnitKind.branch, standing=SINCE_2010)
    assert zhibu.fits(least.scope, branch)
    with pytest.raises(ValueError, match="ORG-9"):
        national.requirement("ORG-9")


def test_an_election_is_reckoned_in_whole_numbers():
    assert [zhibu.quorum(due=due) for due in (9, 10, 11, 28)] == [8, 8, 9, 23]
    assert zhibu.quorum(due=28, ratio=zhibu.meeting_quorum) == 14
    assert zhibu.majority(due=28) == 15 and zhibu.majority(present=23) == 12
    assert [zhibu.candidates(seats) for seats in (3, 5, 6, 7)] == [4, 6, 8, 9]
    assert zhibu.excellent(28) == 9
    third = zhibu.Ratio(part=1, whole=3)
    assert (zhibu.least_of(third, 10), zhibu.most_of(third, 10)) == (4, 3)
    assert third == zhibu.excellent_at_most and repr(third) == "<Ratio 1/3>"


def test_who_is_counted_is_said_by_name():
    with pytest.raises(TypeError):
        zhibu.majority(28)
    with pytest.raises(ValueError):
        zhibu.quorum(due=-1)
