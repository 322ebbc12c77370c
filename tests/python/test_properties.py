# SPDX-License-Identifier: BSL-1.0
"""What holds for every day, held against plain Python."""

import csv
import io
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

import zhibu

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
lunar_days = st.dates(date(1850, 2, 12), date(2201, 2, 3))


def every_day(begin, end):
    return (begin + timedelta(days=n) for n in range((end - begin).days))


@given(st.dates(date(1400, 1, 1), date(9999, 12, 30)))
def test_a_day_is_the_same_day_on_both_sides(day):
    period = zhibu.Period(day, day + timedelta(days=1))
    assert (period.begin, period.last()) == (day, day)
    assert int(zhibu.weekday(day)) == day.weekday()


@given(start=days, begin=days, length=st.integers(0, 800), month_day=st.integers(1, 31))
def test_a_monthly_day_as_counted_by_hand(start, begin, length, month_day):
    recurrence = zhibu.Recurrence(f"FREQ=MONTHLY;BYMONTHDAY={month_day}", start=start)
    end = begin + timedelta(days=length)
    assert recurrence.between(begin, end) == [
        day for day in every_day(begin, end) if day >= start and day.day == month_day]


@given(start=days, begin=days, length=st.integers(0, 2000), month=st.integers(1, 12),
       day=st.integers(1, 29))
def test_a_lunar_day_as_counted_by_hand(start, begin, length, month, day):
    rule = f"RSCALE=CHINESE;FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}"
    end = begin + timedelta(days=length)

    def falls_on(d):
        lunar = zhibu.LunarDate.of(d)
        return (lunar.month, lunar.day, lunar.leap) == (month, day, False)

    assert zhibu.Recurrence(rule, start=start).between(begin, end) == [
        d for d in every_day(begin, end) if d >= start and falls_on(d)]


@given(lunar_days)
def test_a_lunar_date_leads_back_to_its_day(day):
    lunar = zhibu.LunarDate.of(day)
    assert lunar.to_date() == day
    assert zhibu.LunarDate(lunar.year, lunar.month, lunar.day, leap=lunar.leap) == lunar


@given(lunar_days.filter(lambda day: day < date(2201, 2, 3)))
def test_the_next_day_is_a_later_lunar_date(day):
    assert zhibu.LunarDate.of(day) < zhibu.LunarDate.of(day + timedelta(days=1))


@given(st.dates(date(2001, 1, 10), date(2026, 12, 20)))
def test_a_shift_goes_to_the_nearest_workday(day):
    calendar = zhibu.Calendar.china()
    shifted = calendar.shift(day, zhibu.Shift(zhibu.ShiftPolicy.nearest_workday, max_days=10))
    assert calendar.is_workday(shifted.actual) and shifted.within_limit
    away = abs(shifted.actual - day)
    nearer = every_day(day - away + timedelta(days=1), day + away)
    assert not any(calendar.is_workday(d) for d in nearer)


@given(st.lists(st.text(st.characters(blacklist_categories=("Cs",)), min_size=1), min_size=1))
def test_a_csv_reader_finds_every_cell_and_no_formula(cells):
    ledger = zhibu.Ledger(
        title="台账", as_of=date(2026, 7, 1), columns=[zhibu.LedgerColumn(name="内容")] * len(cells),
        rows=[zhibu.LedgerRow(cells=cells)])
    _, found = csv.reader(io.StringIO(zhibu.to_csv(ledger), newline=""))
    for cell, read in zip(cells, found):
        assert read in (cell, "'" + cell)
        assert read[0] not in "=@＝＠" and (read[0] not in "+-" or float(read) is not None)
