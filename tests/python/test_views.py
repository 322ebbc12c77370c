# SPDX-License-Identifier: BSL-1.0
"""A view answers for one day, and its counts add up over the tree."""

import array
import concurrent.futures
import gc
import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import zhibu
from conftest import ALWAYS

DAY = timedelta(days=1)
TODAY = date(2026, 5, 8)


@pytest.fixture
def view(roster):
    return roster.as_of(TODAY)


def test_a_view_has_its_day_and_its_roster(roster, view):
    assert view.day == TODAY and view.roster is roster
    assert repr(view) == "<RosterView of 2026-05-08: 2 units>"


def test_every_unit_stands_before_those_under_it(view):
    assert list(view.units()) == [0, 1] == list(view) == list(view.subtree("GW"))
    assert [view.place(unit) for unit in view] == [0, 1] and len(view) == 2
    assert view.children("GW") == [1] and view.ancestors("B01") == [0]
    assert view.is_within("B01", "GW") and not view.is_within("GW", "B01")


def test_units_are_found_by_handle_and_by_code(roster, view):
    assert view["B01"] == view[1] == view.unit("B01") == roster.at("B01", day=TODAY)
    assert "B01" in view and view.contains(1) and 99 not in view
    with pytest.raises(ValueError, match="B01"):
        "B02" in view


def test_a_bearer_is_a_unit_or_a_person(view):
    assert view[zhibu.Bearer(unit=1)] == view["B01"]
    assert view[zhibu.Bearer(person=1)] == view.roster.person("P2")


def test_a_view_of_one_unit_has_no_other(roster):
    branch = roster.as_of(TODAY, top="B01")
    assert list(branch) == [1] and "GW" not in branch
    with pytest.raises(ValueError, match="GW.*does not stand"):
        branch["GW"]


def test_on_the_day_before_nothing_stood(roster):
    before = roster.as_of(date(2009, 12, 31))
    assert len(before) == 0 and before.memberships() == [] and list(before.count_units()) == []


def test_who_belongs_and_who_holds_what(roster, view):
    assert view.members("B01") == view.members_within("GW") == [0, 1] and view.members("GW") == []
    assert view.members("B01", kind=zhibu.MembershipKind.care) == []
    assert [a.person for a in view.holders("GW-S")] == [0] and view.vacancies("GW") == []
    assert [a.post for a in view.posts_of("P1")] == [0] and view.posts_of("P2") == []
    assert view.cluster_of("B01") == 0 and view.cluster("PZ01").lead == 1
    assert view.workplaces("B01") == []


def test_a_free_seat_is_a_vacancy(roster):
    roster.add(zhibu.Post(code="GW-M", unit=0, kind=zhibu.PostKind.member, seats=2))
    assert roster.as_of(TODAY).vacancies("GW") == [1]
    roster.add(zhibu.Appointment(post=1, person=0, period=ALWAYS))
    assert roster.as_of(TODAY).vacancies("GW") == [1]
    roster.add(zhibu.Appointment(post=1, person=1, period=ALWAYS))
    assert roster.as_of(TODAY).vacancies("GW") == []


def test_only_full_members_with_their_rights_vote(roster):
    full = roster.add(zhibu.Person(
        code="P3", name="梅三", sex=zhibu.Sex.male, born_on=date(1950, 1, 1),
        admitted_on=date(1976, 2, 1), full_member_on=date(1977, 2, 1)))
    roster.add(zhibu.Membership(person=full, unit=1, period=ALWAYS))
    assert roster.as_of(TODAY).voters("B01") == [full]
    roster.add(zhibu.Circumstance(
        person=full, kind=zhibu.CircumstanceKind.rights_suspended, period=zhibu.since(TODAY)))
    assert roster.as_of(TODAY).voters("B01") == []
    assert roster.as_of(TODAY - DAY).voters("B01") == [full]


def test_a_relation_has_the_rows_that_last_on_the_day(roster):
    roster.add(zhibu.Venue(unit=1, name="党员活动室", period=zhibu.Period(TODAY, TODAY + DAY)))
    assert [len(roster.as_of(day).venues()) for day in (TODAY - DAY, TODAY, TODAY + DAY)] == [0, 1, 0]
    assert len(roster.venues()) == 1
    view = roster.as_of(TODAY)
    assert [len(rows()) for rows in (
        view.memberships, view.circumstances, view.appointments, view.cluster_memberships,
        view.unit_workplaces, view.contacts, view.pairings, view.volunteer_roles, view.venues,
        view.honours)] == [2, 0, 1, 1, 0, 1, 0, 0, 1, 0]


def test_once_its_roster_has_changed_a_view_is_taken_anew(roster, view):
    roster.rename("B01", "二支部", on=TODAY)
    with pytest.raises(ValueError, match="as_of"):
        view["B01"]
    assert roster.as_of(TODAY)["B01"].name == "二支部"


def test_a_view_keeps_its_roster_and_a_row_keeps_its_view():
    def row():
        roster = zhibu.Roster()
        roster.add(zhibu.Unit(code="B01", name="县卫生局离退休干部党支部", standing=ALWAYS,
                              kind=zhibu.UnitKind.branch))
        roster.add(zhibu.Venue(unit=0, name="二楼东头的党员活动室", period=ALWAYS))
        view = roster.as_of(TODAY)
        return view["B01"], view.venues()[0]

    unit, venue = row()
    gc.collect()
    _ = ["其他内容" * n for n in range(2000)]
    assert (unit.name, venue.name) == ("县卫生局离退休干部党支部", "二楼东头的党员活动室")


def test_what_is_counted(view):
    branches = zhibu.UnitFilter(kinds=[zhibu.UnitKind.branch])
    women = zhibu.MemberFilter(sex=zhibu.Sex.female)
    assert list(view.count_units()) == [1, 1] and list(view.count_units(branches)) == [0, 1]
    assert list(view.count_members()) == [0, 2] and list(view.count_members(women)) == [0, 1]
    assert list(view.count_members(zhibu.MemberFilter(age=(86, 95)))) == [0, 1]
    assert list(view.count_members(zhibu.MemberFilter(age=(86, 96)))) == [0, 2]
    assert list(view.roll_up(view.count_members())) == [2, 2]
    assert view.roll_up(view.count_members())[view.place("GW")] == 2


def test_counts_are_arrays_that_others_take_without_a_copy(view):
    counts = view.count_members()
    assert isinstance(counts, array.array) and counts.itemsize == 8
    numpy = pytest.importorskip("numpy", reason="numpy is not installed")
    shared = numpy.asarray(counts)
    assert shared.dtype == numpy.int64 and numpy.shares_memory(shared, counts)
    units = numpy.asarray(view.units())
    assert units[shared > 0].tolist() == [1] and view[units[1]].code == "B01"
    for own in (shared, shared.astype(numpy.int32), numpy.repeat(shared, 2)[::2]):
        assert view.roll_up(own) == view.roll_up(counts)


def test_importing_zhibu_does_not_import_numpy():
    seen = "import sys, zhibu; sys.exit('numpy' in sys.modules or 'array' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", seen]).returncode == 0


@pytest.mark.parametrize("own", [[1], [1, 2, 3], []])
def test_a_roll_up_needs_a_number_for_each_unit(view, own):
    with pytest.raises(ValueError, match=rf"{len(own)} numbers for 2 units"):
        view.roll_up(own)


@pytest.mark.parametrize(("own", "refusal"), [
    (["1", "2"], TypeError), (None, TypeError), (7, TypeError), ([1, 2**63], ValueError)])
def test_a_roll_up_takes_numbers(view, own, refusal):
    with pytest.raises(refusal):
        view.roll_up(own)


@given(parents=st.lists(st.integers(0, 20), min_size=1, max_size=20), data=st.data())
def test_a_roll_up_is_the_sum_over_every_subtree(parents, data):
    roster = zhibu.Roster()
    for n, parent in enumerate(parents):
        roster.add(zhibu.Unit(
            code=f"B{n}", name=f"第{n}党支部", kind=zhibu.UnitKind.general_branch,
            parent=parent if parent < n else None, standing=ALWAYS))
    view = roster.as_of(TODAY)
    own = data.draw(st.lists(
        st.integers(-9, 9), min_size=len(parents), max_size=len(parents)))
    sums = view.roll_up(own)
    for unit in view:
        assert sums[view.place(unit)] == sum(own[view.place(u)] for u in view.subtree(unit))
        within = [u for u in view if unit in (u, *view.ancestors(u))]
        assert list(view.subtree(unit)) == within
        assert all(view.is_within(u, unit) == (u in within) for u in view)


def test_many_threads_ask_one_roster_at_once(roster):
    days = [date(2026, 1, 1) + n * DAY for n in range(200)]

    def ask(day):
        view = roster.as_of(day)
        return list(view.roll_up(view.count_members())), [u.code for u in roster.units()]

    with concurrent.futures.ThreadPoolExecutor(8) as threads:
        assert list(threads.map(ask, days)) == [ask(days[0])] * len(days)
