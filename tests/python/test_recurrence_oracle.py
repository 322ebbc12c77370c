# SPDX-License-Identifier: BSL-1.0
"""Random rules against dateutil, against plain Python (by_the_rfc.py), and against themselves.

With ZHIBU_EXAMPLES=5000 in the environment each test tries that many rules.
"""

import datetime
import os
import types
from datetime import date, timedelta

import pytest
from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

import zhibu
from by_the_rfc import DAY, WEEKDAYS, Rule

EXAMPLES = settings(max_examples=int(os.environ.get("ZHIBU_EXAMPLES", 50)), deadline=None)

FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")
starts = st.dates(date(1896, 1, 1), date(2110, 12, 31))


def numbers(least, most, size=3):
    """A list of numbers, those near the ends more often than others."""
    either = st.integers(least, most) | st.sampled_from([least, least + 1, most - 1, most])
    if least < 0:
        either = either | st.sampled_from([-1, 1])
    return st.lists(either.filter(bool), min_size=1, max_size=size).map(
        lambda ns: ",".join(map(str, ns)))


def joined(items, most):
    return st.lists(items, min_size=1, max_size=most).map(",".join)


at_the_ends_of_months = joined(st.sampled_from(["-31", "-30", "-29", "29", "30", "31"]), 2)


def weekday_items(numbered, most):
    plain = st.sampled_from(WEEKDAYS)
    if not numbered:
        return plain
    return plain | st.tuples(st.integers(-most, most).filter(bool), plain).map(
        lambda item: f"{item[0]}{item[1]}")


@st.composite
def rules(draw, scale=None, ends=True):
    """The text of a rule that zhibu reads; `scale` is what RSCALE says, with SKIP or without."""
    chinese = scale == "CHINESE"
    freq = draw(st.sampled_from(FREQUENCIES))
    parts = [f"FREQ={freq}"]

    def maybe(name, values, odds=3):
        if draw(st.integers(1, odds)) == 1:
            parts.append(f"{name}={draw(values)}")
            return True
        return False

    maybe("INTERVAL", st.integers(1, 7) | st.integers(1, 60), 2)
    maybe("WKST", st.sampled_from(WEEKDAYS))
    by = [maybe("BYMONTH", joined(months(chinese), 4))]
    weeks = freq == "YEARLY" and not chinese and maybe("BYWEEKNO", numbers(-53, 53), 4)
    if freq == "YEARLY":
        by.append(maybe("BYYEARDAY", numbers(*((-385, 385) if chinese else (-366, 366))), 4))
    if freq != "WEEKLY":
        by.append(maybe("BYMONTHDAY", numbers(-31, 31, 4) | at_the_ends_of_months, 2))
    numbered = freq in ("YEARLY", "MONTHLY") and not weeks
    most = 53 if freq == "YEARLY" and not by[0] else 5
    by.append(maybe("BYDAY", joined(weekday_items(numbered, most), 4), 2))
    if weeks or any(by):
        maybe("BYSETPOS", numbers(*(-5, 5), 2) | numbers(-366, 366))
    if scale:
        parts.append(f"RSCALE={scale}")
        maybe("SKIP", st.sampled_from(["OMIT", "BACKWARD", "FORWARD"]), 2)
    if ends:
        last = st.dates(date(1900, 1, 1), date(2120, 1, 1)).map(lambda d: d.strftime("%Y%m%d"))
        maybe("COUNT", st.integers(1, 60)) or maybe("UNTIL", last)
    return ";".join(parts)


def months(chinese):
    plain = st.integers(1, 12).map(str)
    return plain | plain.map(lambda m: m + "L") if chinese else plain


def any_rules(**kwargs):
    return rules(**kwargs) | rules(scale="GREGORIAN", **kwargs) | rules(scale="CHINESE", **kwargs)


def parts_of(rule):
    return dict(part.split("=") for part in rule.split(";"))


def period_of(rule, start):
    """A stretch from the start that holds some of the days of a rule, but not too many."""
    years = {"YEARLY": 40, "MONTHLY": 15, "WEEKLY": 4, "DAILY": 2}[parts_of(rule)["FREQ"]]
    return start, date(start.year + years, 12, 31)


# What dateutil does not do or reads in another way; each of these is left out, for its reason.

def counts_the_first_week_from_the_start(rule, start):
    """BYSETPOS counts in the days of the first week from the start on alone (dateutil#1398)."""
    parts = parts_of(rule)
    wkst = WEEKDAYS.index(parts.get("WKST", "MO"))
    return parts["FREQ"] == "WEEKLY" and "BYSETPOS" in parts and start.weekday() != wkst


def joins_plain_and_numbered_weekdays_by_and(rule, start):
    """BYDAY=MO,1SU is a Monday that is a first Sunday, and never comes."""
    items = parts_of(rule).get("BYDAY", "").split(",")
    return len({len(item) > 2 for item in items}) == 2


def takes_all_days_of_a_week(rule, start):
    """BYWEEKNO without BYDAY or another day means all seven days, not the weekday of the start."""
    parts = parts_of(rule)
    return "BYWEEKNO" in parts and not parts.keys() & {"BYDAY", "BYMONTHDAY", "BYYEARDAY"}


def forgets_that_the_next_years_first_week_has_a_number_from_the_end(rule, start):
    """31 December in week 1 of the next year is in its week -52 or -53 as well."""
    weeks = parts_of(rule).get("BYWEEKNO", "").split(",")
    return bool({"-52", "-53"} & set(weeks))


def counts_the_weeks_of_the_year_before_by_the_length_of_this_one(rule, start):
    """1 and 2 January 2011 are in week 52 of 2010, in which dateutil does not find them."""
    weeks = parts_of(rule).get("BYWEEKNO", "").split(",")
    return bool({"52", "53"} & set(weeks))


OTHERWISE_IN_DATEUTIL = (
    counts_the_first_week_from_the_start,
    joins_plain_and_numbered_weekdays_by_and,
    takes_all_days_of_a_week,
    forgets_that_the_next_years_first_week_has_a_number_from_the_end,
    counts_the_weeks_of_the_year_before_by_the_length_of_this_one,
)


def dateutil_rule(monkeypatch, rule, start, last_year):
    """The rule as dateutil reads it, which gives up at the end of a year, not in the year 9999."""
    module = pytest.importorskip("dateutil.rrule", reason="python3-dateutil is not installed")
    shim = types.SimpleNamespace(**{**vars(datetime), "MAXYEAR": last_year})
    monkeypatch.setattr(module, "datetime", shim)
    return module.rrulestr(rule, dtstart=datetime.datetime.combine(start, datetime.time()))


def dates(moments, end):
    return [moment.date() for moment in moments if moment.date() <= end]


@EXAMPLES
@given(rule=rules(), start=starts)
def test_a_rule_has_the_days_that_dateutil_finds(rule, start):
    assume(not any(otherwise(rule, start) for otherwise in OTHERWISE_IN_DATEUTIL))
    begin, end = period_of(rule, start)
    with pytest.MonkeyPatch.context() as monkeypatch:
        expected = dates(dateutil_rule(monkeypatch, rule, start, end.year), end)
    event("comes" if expected else "never comes")
    assert zhibu.Recurrence(rule, start=start).between(begin, end + DAY) == expected


@EXAMPLES
@given(rule=rules(), start=starts, data=st.data())
def test_days_less_and_besides_are_those_of_dateutils_set(rule, start, data):
    assume(not any(otherwise(rule, start) for otherwise in OTHERWISE_IN_DATEUTIL))
    begin, end = period_of(rule, start)
    of_rule = zhibu.Recurrence(rule, start=start).between(begin, end + DAY)
    near = st.dates(max(begin - 400 * DAY, date(1895, 1, 1)), end)
    some = st.lists(st.sampled_from(of_rule) | near if of_rule else near, max_size=6)
    rdates, exdates = data.draw(some, "rdates"), data.draw(some, "exdates")
    with pytest.MonkeyPatch.context() as monkeypatch:
        module = pytest.importorskip("dateutil.rrule")
        every = module.rruleset()
        every.rrule(dateutil_rule(monkeypatch, rule, start, end.year))
        for day in rdates:
            every.rdate(datetime.datetime.combine(day, datetime.time()))
        for day in exdates:
            every.exdate(datetime.datetime.combine(day, datetime.time()))
        expected = dates(every, end)
    found = zhibu.Recurrence(rule, start=start, exdates=exdates, rdates=rdates)
    assert found.between(date(1400, 1, 1), end + DAY) == expected
    assert found.count_between(date(1400, 1, 1), end + DAY) == len(expected)


def counts_weekdays_of_moved_days(rule):
    """The RFCs do not say in which month a day that SKIP moved out of its own has its number."""
    parts = parts_of(rule)
    moves = parts.get("SKIP", "OMIT") != "OMIT"
    numbered = any(len(item) > 2 for item in parts.get("BYDAY", "").split(","))
    return moves and numbered and bool(parts.keys() & {"BYMONTHDAY", "BYYEARDAY"})


@EXAMPLES
@given(rule=any_rules(), start=starts)
def test_a_rule_has_the_days_that_the_rfcs_say(rule, start):
    assume(not counts_weekdays_of_moved_days(rule))
    begin, end = period_of(rule, start)
    expected = Rule(rule, start).days_to(end)
    event("comes" if expected else "never comes")
    assert zhibu.Recurrence(rule, start=start).between(begin, end + DAY) == expected


@st.composite
def recurrences(draw, **kwargs):
    rule, start = draw(any_rules(**kwargs)), draw(starts)
    near = st.lists(st.dates(start - 60 * DAY, start + 900 * DAY), max_size=3)
    return zhibu.Recurrence(rule, start=start, exdates=draw(near), rdates=draw(near))


def some_days(recurrence):
    begin, end = period_of(str(recurrence), recurrence.start)
    return recurrence.between(begin - 100 * DAY, end)


@EXAMPLES
@given(recurrences())
def test_back_is_the_reverse_of_forth(recurrence):
    days = some_days(recurrence)[:150]
    forth, day = [], recurrence.start - 200 * DAY
    while len(forth) < len(days):
        day = recurrence.next(day)
        forth.append(day)
    assert forth == days
    back, day = [], days[-1] + DAY if days else recurrence.start
    while day := recurrence.previous(day):
        back.append(day)
    assert back[::-1] == days


@EXAMPLES
@given(recurrence=recurrences(), data=st.data())
def test_between_is_the_filter_of_all_days(recurrence, data):
    begin, last = period_of(str(recurrence), recurrence.start)
    days = recurrence.between(begin - 100 * DAY, last)
    any_day = st.dates(begin - 100 * DAY, last)
    begin, end = data.draw(any_day, "begin"), data.draw(any_day, "end")
    expected = [day for day in days if begin <= day < end]
    assert recurrence.between(begin, end) == expected
    assert recurrence.count_between(begin, end) == len(expected)
    assert (begin in recurrence) == (begin in days)
    if later := [day for day in days if begin < day]:
        assert recurrence.next(begin) == later[0]
    assert recurrence.previous(end) == max((day for day in days if day < end), default=None)


@EXAMPLES
@given(recurrence=recurrences())
def test_an_array_holds_the_days_between(recurrence):
    numpy = pytest.importorskip("numpy", reason="python3-numpy is not installed")
    begin, end = period_of(str(recurrence), recurrence.start)
    array = recurrence.to_numpy(begin, end)
    assert array.dtype == numpy.dtype("datetime64[D]")
    assert array.tolist() == recurrence.between(begin, end)


def ends_in_time(recurrence):
    parts = parts_of(str(recurrence))
    return ("COUNT" in parts or "UNTIL" in parts) and "CHINESE" not in str(recurrence)


@EXAMPLES
@given(recurrences().filter(ends_in_time))
def test_the_count_is_how_many_can_be_taken(recurrence):
    days = recurrence.take(10 ** 7)
    assert recurrence.count() == len(days)
    assert recurrence.take(5) == days[:5]
    assert days == sorted(set(days))
    assert all(day in recurrence for day in days[:200])


@EXAMPLES
@given(recurrences())
def test_what_is_written_is_read_as_the_same_rule(recurrence):
    again = zhibu.Recurrence(
        str(recurrence), start=recurrence.start, exdates=recurrence.exdates,
        rdates=recurrence.rdates)
    assert again == recurrence and str(again) == str(recurrence)
    assert some_days(again) == some_days(recurrence)


@EXAMPLES
@given(rule=any_rules(), start=starts, data=st.data())
def test_neither_case_nor_the_order_of_parts_makes_another_rule(rule, start, data):
    parts = data.draw(st.permutations(rule.split(";")))
    shuffled = []
    for part in parts:
        name, values = part.split("=")
        shuffled.append(f"{name}={','.join(data.draw(st.permutations(values.split(','))))}")
    other = data.draw(st.sampled_from([str.lower, str.title, str.upper]))(";".join(shuffled))
    first, second = (zhibu.Recurrence(text, start=start) for text in (rule, other))
    assert first == second and str(first) == str(second)
    assert some_days(first) == some_days(second)
