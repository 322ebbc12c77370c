# SPDX-License-Identifier: BSL-1.0
"""A day is a datetime.date, the same one on both sides."""

import os
import subprocess
import sys
from datetime import date, datetime

import pytest

import zhibu


def test_the_first_of_july_stays_the_first_of_july_in_shanghai():
    code = (
        "import time, zhibu; from datetime import date; time.tzset();"
        "d = date(2026, 7, 1);"
        "assert zhibu.festival(2026, '七一') == d == zhibu.Period(d, date(2026, 7, 2)).begin;"
        "print(zhibu.add_years(d, 0), time.tzname[0])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "TZ": "Asia/Shanghai"},
        capture_output=True, text=True, check=True)
    assert result.stdout == "2026-07-01 CST\n"


@pytest.mark.parametrize("day", [
    date(1400, 1, 1), date(1600, 2, 29), date(1969, 12, 31), date(1970, 1, 1), date(2000, 2, 29),
    date(9999, 12, 31),
])
def test_a_day_goes_there_and_back(day):
    assert zhibu.Period(day, day).begin == day


def test_a_moment_is_not_a_day():
    with pytest.raises(TypeError):
        zhibu.since(datetime(2026, 7, 1, 9, 0))
    with pytest.raises(TypeError):
        zhibu.Calendar.china().is_workday(datetime(2026, 7, 1))


def test_a_text_is_not_a_day():
    with pytest.raises(TypeError):
        zhibu.since("2026-07-01")


def test_a_day_before_the_calendar_is_refused():
    with pytest.raises(ValueError, match="1400"):
        zhibu.since(date(1399, 12, 31))


def test_a_period_holds_its_first_day_and_not_its_end():
    quarter = zhibu.parse_period("2026-Q1")
    assert (quarter.begin, quarter.last(), quarter.end) == (
        date(2026, 1, 1), date(2026, 3, 31), date(2026, 4, 1))
    assert date(2026, 1, 1) in quarter and date(2026, 3, 31) in quarter
    assert date(2025, 12, 31) not in quarter and date(2026, 4, 1) not in quarter
    assert zhibu.parse_period("2026-02") in quarter and zhibu.parse_period("2026") not in quarter
    assert (str(quarter), zhibu.title(quarter)) == ("2026-01-01..2026-03-31", "2026-Q1")
    assert quarter == zhibu.span_of(zhibu.Span.quarter, date(2026, 2, 14))
    assert len({quarter, zhibu.parse_period("2026-01-01..2026-03-31")}) == 1
    assert zhibu.spans(zhibu.Span.month, quarter)[1] == zhibu.parse_period("2026-02")


def test_years_and_months_keep_the_day_where_there_is_one():
    assert zhibu.add_years(date(1956, 2, 29), 70) == date(2026, 2, 28)
    assert zhibu.add_months(date(2025, 2, 28), 1) == date(2025, 3, 28)
    assert zhibu.weekday(date(2026, 10, 10)) == zhibu.Weekday.saturday


def test_the_lunar_calendar():
    chongyang = zhibu.LunarDate(2026, 9, 9)
    assert chongyang.to_date() == date(2026, 10, 18) == zhibu.festival(2026, "重阳节")
    assert zhibu.LunarDate.of(date(2026, 10, 18)) == chongyang
    assert (chongyang.year, chongyang.month, chongyang.day, chongyang.leap) == (2026, 9, 9, False)
    assert zhibu.LunarDate(2033, 11, 1, leap=True).leap
    assert zhibu.lunar_new_years_eve(2027) == date(2027, 2, 5)
    assert zhibu.solar_term(2027, "清明") == date(2027, 4, 5)
    assert "中秋节" in {festival.name for festival in zhibu.festivals()}


def test_a_calendar_says_what_it_knows():
    calendar = zhibu.Calendar.china()
    assert calendar.decreed_through() == date(2026, 12, 31)
    assert calendar.is_workday(date(2026, 10, 10)) and not calendar.is_workday(date(2026, 10, 11))
    make_up = calendar.day(date(2026, 10, 10))
    assert make_up.kind == zhibu.DayKind.makeup_workday
    assert make_up.certainty == zhibu.Certainty.decreed and make_up.notice
    assert calendar.day(date(2027, 2, 6)).certainty == zhibu.Certainty.projected
    nearest = zhibu.Shift(zhibu.ShiftPolicy.nearest_workday, max_days=7)
    assert calendar.shift(date(2026, 1, 10), nearest) == zhibu.Shifted(
        nominal=date(2026, 1, 10), actual=date(2026, 1, 9))
    with pytest.raises(ValueError):
        calendar.is_workday(date(1990, 1, 1))


def test_a_recurrence():
    study = zhibu.Recurrence("FREQ=MONTHLY;BYMONTHDAY=10", start=date(2017, 1, 1))
    assert study.take(2) == [date(2017, 1, 10), date(2017, 2, 10)]
    assert study.between(date(2017, 1, 10), date(2017, 2, 10)) == [date(2017, 1, 10)]
    assert study.next(date(2017, 1, 10)) == date(2017, 2, 10)
    assert study.start == date(2017, 1, 1) and str(study) == "FREQ=MONTHLY;BYMONTHDAY=10"
    assert study == zhibu.Recurrence("BYMONTHDAY=10;FREQ=MONTHLY", start=date(2017, 1, 1))
