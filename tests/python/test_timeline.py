# SPDX-License-Identifier: BSL-1.0
"""A timeline keeps any object, and forgets none of what was."""

import copy
import gc
import pickle
import sys
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

import zhibu

FOUNDED = date(2012, 3, 1)
RENAMED = date(2019, 3, 1)
DAY = timedelta(days=1)


def named():
    name = zhibu.Timeline(zhibu.since(FOUNDED), "县卫生局党支部")
    name.change(RENAMED, "县卫健局党支部")
    return name


def test_nothing_holds_before_the_first_day():
    assert named().at(FOUNDED - DAY) is None
    assert named().at(FOUNDED) == "县卫生局党支部"


def test_a_change_holds_from_its_first_day():
    assert named().at(RENAMED - DAY) == "县卫生局党支部"
    assert named().at(RENAMED) == "县卫健局党支部"


def test_the_past_is_corrected_without_touching_what_came_later():
    name = named()
    name.change(date(2015, 1, 1), "县卫计局党支部")
    assert [value for _, value in name.history()] == [
        "县卫生局党支部", "县卫计局党支部", "县卫健局党支部"]
    assert name.at(RENAMED - DAY) == "县卫计局党支部"


def test_what_ends_leaves_what_was():
    name = named()
    name.end(date(2021, 1, 1))
    assert name.at(date(2020, 12, 31)) == "县卫健局党支部"
    assert name.at(date(2021, 1, 1)) is None
    assert name.history()[-1].period == zhibu.Period(RENAMED, date(2021, 1, 1))


def test_a_timeline_is_a_value():
    name = named()
    again = copy.copy(name)
    assert again == name and pickle.loads(pickle.dumps(name)) == name
    again.clear(zhibu.parse_period("2020"))
    assert again != name and len(again.history()) == 3 and len(name.history()) == 2


def test_values_are_equal_as_python_has_it():
    one, other = (zhibu.Timeline(zhibu.since(FOUNDED), value) for value in (1, 1.0))
    assert one == other
    assert one != zhibu.Timeline(zhibu.since(FOUNDED), 2)
    assert one != "县卫生局党支部"


def test_it_keeps_its_objects_alive_and_lets_them_go():
    value = ["县卫生局党支部"]
    before = sys.getrefcount(value)
    timeline = zhibu.Timeline(zhibu.since(FOUNDED), value)
    timeline.change(RENAMED, value)
    assert timeline.at(RENAMED) is value and sys.getrefcount(value) > before
    del timeline
    gc.collect()
    assert sys.getrefcount(value) == before


days = st.dates(date(2025, 1, 1), date(2025, 3, 31))
periods = st.builds(lambda a, b: zhibu.Period(min(a, b), max(a, b)), days, days)
ALL_DAYS = [date(2024, 12, 31) + n * DAY for n in range(93)]


def overwrite(model, period, value):
    for day in ALL_DAYS:
        if day in period:
            model[day] = value


@given(st.lists(st.tuples(periods, st.one_of(st.none(), st.integers(0, 3)))))
def test_whatever_is_put_or_cleared_holds_on_its_days_and_nowhere_else(steps):
    timeline, model = zhibu.Timeline(), dict.fromkeys(ALL_DAYS)
    for period, value in steps:
        timeline.clear(period) if value is None else timeline.put(period, value)
        overwrite(model, period, value)
        assert {day: timeline.at(day) for day in ALL_DAYS} == model


@given(st.lists(st.tuples(days, st.integers(0, 3)), max_size=8))
def test_changes_in_any_order_are_one_history(changes):
    """What was entered last for a day holds from it on, up to the next day with an entry."""
    timeline, entered = zhibu.Timeline(), {}
    for day, value in changes:
        timeline.change(day, value)
        entered[day] = value
    for day in ALL_DAYS:
        known = [d for d in entered if d <= day]
        assert timeline.at(day) == (entered[max(known)] if known else None)
    assert [entry.period.begin for entry in timeline.history()] == sorted(entered)
