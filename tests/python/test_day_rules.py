# SPDX-License-Identifier: BSL-1.0
"""Days that no RRULE can say, and how other calendar programs read what zhibu writes of days."""

from datetime import date

import pytest

import zhibu

CHINA = zhibu.Calendar.china()
YEAR_2026 = zhibu.parse_period("2026")
STUDY = zhibu.Recurrence("FREQ=MONTHLY;BYMONTHDAY=10", start=date(2026, 1, 1))


def test_a_study_day_moves_to_a_workday_and_keeps_its_nominal_day():
    shift = zhibu.Shift(zhibu.ShiftPolicy.nearest_workday)
    moved = zhibu.shifted_days(zhibu.ShiftedDays(STUDY, shift), CHINA, YEAR_2026)
    assert [(d.nominal, d.actual) for d in moved if d.nominal != d.actual] == [
        (date(2026, 1, 10), date(2026, 1, 9)), (date(2026, 5, 10), date(2026, 5, 9))]
    assert {d.certainty for d in moved} == {zhibu.Certainty.decreed}


def test_a_day_stays_in_its_month_where_it_must():
    last = date(2026, 2, 28)  # a make-up Saturday
    assert CHINA.is_workday(last)
    sunday = date(2026, 5, 31)
    following = zhibu.Shift(zhibu.ShiftPolicy.next_workday)
    assert CHINA.shift(sunday, following).actual == date(2026, 6, 1)
    within = zhibu.Shift(zhibu.ShiftPolicy.next_workday, within_month=True)
    assert CHINA.shift(sunday, within).actual == date(2026, 5, 29)


def test_workdays_are_counted_from_a_day_and_from_either_end_of_a_period():
    assert CHINA.add_workdays(date(2026, 9, 30), 3) == date(2026, 10, 10)
    assert CHINA.add_workdays(date(2026, 10, 8), -1) == date(2026, 9, 30)
    october = zhibu.parse_period("2026-10")
    assert CHINA.nth_workday(october, 1) == date(2026, 10, 8)
    assert CHINA.nth_workday(october, -1) == date(2026, 10, 30)
    first = zhibu.nth_workdays(zhibu.NthWorkday(nth=1), CHINA, YEAR_2026)
    assert len(first) == 12 and first[9] == date(2026, 10, 8)


def test_a_visit_falls_within_ten_days_before_spring_festival():
    window = zhibu.FestivalWindow(festival="春节", first_day=-10, last_day=-1)
    (found,) = zhibu.festival_windows(window, zhibu.parse_period("2027"))
    assert str(found) == "2027-01-27..2027-02-05"


def test_an_anniversary_of_29_february_goes_where_the_caller_says():
    origin = date(1956, 2, 29)
    year_57 = {
        skip: zhibu.anniversary(origin, leap_day=skip).next(date(1956, 12, 31))
        for skip in (zhibu.Skip.BACKWARD, zhibu.Skip.FORWARD, zhibu.Skip.OMIT)}
    assert list(year_57.values()) == [date(1957, 2, 28), date(1957, 3, 1), date(1960, 2, 29)]
    leap_month = zhibu.lunar_anniversary(
        zhibu.LunarDate(1987, 6, 1, leap=True), missing=zhibu.Skip.BACKWARD)
    assert leap_month.take(2) == [date(1987, 7, 26), date(1988, 7, 14)]
    assert zhibu.lunar_day(2027, 6, 1, leap=True, skip=zhibu.Skip.OMIT) is None


def test_a_quota_counts_what_lies_far_enough_apart():
    quota = zhibu.parse_quota("4 per year, 30 days apart")
    assert quota == zhibu.Quota(times=4, per=zhibu.Span.year, days_apart=30)
    assert zhibu.describe(quota) == "每年至少4次，间隔不少于30天"
    held = [date(2026, 1, 31), date(2026, 1, 1), date(2026, 1, 30)]
    (year,) = zhibu.tally(quota, held, YEAR_2026)
    assert (year.days, year.counted, year.missing) == ([date(2026, 1, 1), date(2026, 1, 31)], 2, 2)
    assert zhibu.due_by(quota, held, YEAR_2026) == date(2026, 12, 1)
    with pytest.raises(ValueError, match="accepted"):
        zhibu.parse_quota("13 per month, 30 days apart")


def test_a_festival_has_the_law_of_its_day():
    assert zhibu.festival_law(date(2020, 1, 24), "除夕").day_off == zhibu.DayOff.none
    assert zhibu.festival_law(date(2025, 1, 28), "除夕").legal_basis.startswith("国务院令第795号")
    assert not zhibu.holiday_law(date(1990, 5, 1)).read
    assert [law.days for law in zhibu.holiday_laws()] == [7, 10, 11, 11, 13]
    assert zhibu.solar_term_on(date(2027, 4, 5)) == "清明" == zhibu.solar_terms()[6]


def test_a_further_year_is_loaded_as_others_pass_it_on(tmp_path):
    days = ['{"name": "元旦", "date": "2027-01-0%d", "isOffDay": true}' % d for d in (1, 2, 3)]
    file = tmp_path / "2027.json"
    file.write_text('{"year": 2027, "days": [%s]}' % ", ".join(days), encoding="utf-8")
    with pytest.raises(ValueError, match="2027.json.*春节"):  # which its arrangement must name
        CHINA.with_arrangement(file)
    file.write_text("<html>", encoding="utf-8")
    with pytest.raises(ValueError, match="2027.json"):
        CHINA.with_arrangement(file)


def days_as_others_read_them(properties, until):
    """What icalendar and dateutil make of the properties of an event."""
    icalendar = pytest.importorskip("icalendar", reason="icalendar is not installed")
    rrule = pytest.importorskip("dateutil.rrule", reason="dateutil is not installed")
    text = f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{properties}END:VEVENT\r\nEND:VCALENDAR\r\n"
    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    days = rrule.rruleset()
    start = event.decoded("DTSTART")
    moment = rrule.datetime.datetime.combine(start, rrule.datetime.time())
    days.rdate(moment)
    if "RRULE" in event:
        days.rrule(rrule.rrulestr(event["RRULE"].to_ical().decode(), dtstart=moment))
    for name, add in (("RDATE", days.rdate), ("EXDATE", days.exdate)):
        for listed in [event[name]] if name in event else []:
            for day in listed.dts:
                add(rrule.datetime.datetime.combine(day.dt, rrule.datetime.time()))
    return [d.date() for d in days.xafter(moment, inc=True, count=60) if d.date() < until]


@pytest.mark.parametrize("rule", [
    "FREQ=MONTHLY;BYMONTHDAY=10", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=YEARLY;BYMONTHDAY=5",
    "FREQ=YEARLY;BYWEEKNO=20", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;WKST=SU", "FREQ=DAILY;COUNT=9",
    "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1",
    "RSCALE=CHINESE;FREQ=MONTHLY;BYMONTHDAY=15",
    "RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD",
])
def test_every_calendar_program_shows_the_right_days(rule):
    recurrence = zhibu.Recurrence(
        rule, start=date(2026, 1, 1), exdates=[date(2026, 2, 10)], rdates=[date(2027, 3, 3)])
    years = zhibu.parse_period("2026-01-01..2030-12-31")
    lines = zhibu.icalendar_properties(recurrence, years)
    expected = recurrence.between(years.begin, years.end)[:60]
    assert days_as_others_read_them(lines, years.end) == expected


def test_a_recurrence_comes_as_an_array_of_days():
    numpy = pytest.importorskip("numpy", reason="numpy is not installed")
    days = STUDY.to_numpy(date(2026, 1, 1), date(2026, 4, 1))
    assert days.dtype == numpy.dtype("datetime64[D]")
    assert days.tolist() == [date(2026, 1, 10), date(2026, 2, 10), date(2026, 3, 10)]
