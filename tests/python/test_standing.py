# SPDX-License-Identifier: BSL-1.0
"""What is found added up, compared, and looked ahead to."""

import copy
import pickle
from datetime import date

import pytest

import zhibu
from zhibu import By, Cause, Rate, RateKind, Standing, Urgency

SUMMER = date(2026, 7, 1)


@pytest.fixture
def findings(owed, held):
    return zhibu.audit(owed, held, as_of=SUMMER)


def count(findings, standing):
    return sum(f.standing == standing for f in findings)


@pytest.mark.parametrize("by", [by for by in By.__members__.values() if by != By.tree])
def test_the_tallies_add_up_to_the_findings(findings, roster, by):
    tallies = zhibu.rollup(findings, roster, by=by)
    for standing in Standing.__members__.values():
        assert sum(t.count(standing) for t in tallies) == count(findings, standing)


def test_by_tree_a_committee_has_all_that_stands_under_it(findings, roster):
    committee, branch, *none = zhibu.rollup(findings, roster, by=By.tree)
    assert [committee.code, branch.code] == ["GW", "B01"]
    of_branch = [t for t in zhibu.rollup(findings, roster, by=By.unit) if t.code == "B01"]
    assert branch.standing == of_branch[0].standing
    for standing in Standing.__members__.values():
        assert committee.count(standing) >= branch.count(standing)


def test_months_and_quarters_have_codes_and_names(findings, roster):
    months = zhibu.rollup(findings, roster, by=By.month)
    assert (months[0].code, months[0].name) == ("2026-01", "2026年1月")
    quarters = zhibu.rollup(findings, roster, by=By.quarter)
    assert [t.code for t in quarters] == ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]


def test_a_rate_keeps_both_numbers(findings, roster):
    rate = zhibu.execution_rate(findings)
    assert rate.numerator == count(findings, Standing.satisfied) > 0
    assert rate.denominator == rate.numerator + count(findings, Standing.overdue)
    assert zhibu.overdue_rate(findings).denominator == rate.denominator
    parts = [zhibu.execution_rate(t) for t in zhibu.rollup(findings, roster, by=By.rule)]
    assert sum(parts[1:], parts[0]) == rate
    assert rate.value() == rate.numerator / rate.denominator


def test_of_nothing_owed_there_is_no_rate(rules, held):
    nothing = zhibu.audit(zhibu.Obligations(rules, zhibu.parse_period("2026")), held, as_of=SUMMER)
    assert zhibu.execution_rate(nothing) == Rate(numerator=0, denominator=0)
    assert zhibu.execution_rate(nothing).value() is None


def test_a_rate_is_a_value():
    rate = Rate(numerator=3, denominator=4)
    assert rate == copy.copy(rate) == pickle.loads(pickle.dumps(rate))
    assert hash(rate) == hash(copy.copy(rate)) and repr(rate) == "<Rate 3 of 4>"
    assert rate + rate == Rate(numerator=6, denominator=8)
    assert RateKind.execution.zh == "规范执行率"
    with pytest.raises(TypeError):
        Rate(3, 4)


def test_attendance_is_of_all_or_of_one_unit(held, roster):
    year = zhibu.parse_period("2026")
    assert zhibu.attendance_rate(held, year) == Rate(numerator=1, denominator=2)
    branch, committee = roster.unit("B01").id, roster.unit("GW").id
    assert zhibu.attendance_rate(held, year, unit=branch).value() == 0.5
    assert zhibu.attendance_rate(held, year, unit=committee).value() is None
    assert zhibu.attendance_rate(held, zhibu.parse_period("2026-04")).value() is None


def test_what_falls_due_comes_by_its_last_day(findings):
    due = zhibu.upcoming(findings, days=30)
    assert [u.due_on for u in due] == sorted(u.due_on for u in due)
    assert {u.urgency for u in due} == {Urgency.overdue, Urgency.opens_later}
    for u in due:
        bound = findings[u.obligation].obligation.bound
        assert (u.opens_on, u.due_on) == (bound.begin, bound.last())
        assert u.days_left == (u.due_on - SUMMER).days <= 30
        assert u.missing == findings[u.obligation].missing


def test_what_falls_due_may_be_asked_of_one_bearer(findings, roster):
    visitor = zhibu.Bearer(person=roster.person("P1").id)
    (visits,) = zhibu.upcoming(findings, days=183, bearer=visitor)
    assert findings[visits.obligation].obligation.rule == "SR-03"
    assert (visits.due_on, visits.days_left, visits.missing) == (date(2026, 12, 31), 183, 3)
    assert zhibu.upcoming(findings, days=182, bearer=visitor) == []
    with pytest.raises(ValueError, match="0 days or more"):
        zhibu.upcoming(findings, days=-1)


def test_an_audit_does_not_differ_from_itself(findings):
    assert zhibu.diff(findings, findings) == []


def test_a_draft_reorganization_says_whose_findings_vanish(roster, rules, calendar, held, findings):
    draft = copy.copy(roster)
    draft.dissolve("B01", on=date(2026, 4, 1))
    owed = zhibu.obligations(draft, rules, calendar, zhibu.parse_period("2026"))
    changes = zhibu.diff(findings, zhibu.audit(owed, held, as_of=SUMMER))
    gone = [c for c in changes if c.after is None]
    assert gone and {c.cause for c in changes} == {Cause.organization}
    assert gone[0].before.standing == findings[gone[0].before.obligation].standing


def test_what_is_recorded_meanwhile_is_named_as_the_cause(owed, held, findings, roster):
    held.add(zhibu.Record(code="R3", unit=roster.unit("B01").id, held_on=date(2026, 5, 9),
                          activities=zhibu.Activity.members_meeting))
    (change,) = zhibu.diff(findings, zhibu.audit(owed, held, as_of=SUMMER))
    assert (change.before.standing, change.after.standing, change.cause) == (
        Standing.overdue, Standing.satisfied, Cause.record)
    assert repr(change) == "<FindingChange overdue to satisfied: record>"


def test_a_draft_plan_leaves_nothing_overdue(owed, calendar):
    draft = zhibu.plan(owed, calendar)
    held = zhibu.as_if_held(draft)
    assert len(held) == len(draft.occurrences) and held[0].code == "计划-1"
    as_planned = zhibu.audit(owed, held, as_of=date(2026, 12, 31))
    assert draft.unplaced == [] and count(as_planned, Standing.overdue) == 0
