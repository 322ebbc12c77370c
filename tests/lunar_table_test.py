# SPDX-License-Identifier: BSL-1.0
"""The table of the lunar years and that of the solar terms, as the files hold them."""

import csv
import subprocess
import sys
from bisect import bisect_right
from collections import Counter, namedtuple
from datetime import date, timedelta
from pathlib import Path

import pytest

TIME = Path(__file__).resolve().parents[1] / "src" / "time"
NOT_INSTALLED = 3  # what derive_lunar_calendar.py answers without an ephemeris
Month = namedtuple("Month", "year number leap first days")


def rows(name):
    lines = (TIME / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def months_of(row):
    """The months of a lunar year, its leap month after the month that it repeats."""
    leap = int(row["leap_month"])
    names = [(number, False) for number in range(1, 13)]
    if leap:
        names.insert(leap, (leap, True))
    assert len(names) == len(row["months"])
    first = date.fromisoformat(row["new_year"])
    for (number, is_leap), length in zip(names, row["months"]):
        days = {"0": 29, "1": 30}[length]
        yield Month(int(row["year"]), number, is_leap, first, days)
        first += timedelta(days=days)


ROWS = rows("lunar_years.csv")
YEARS = {int(row["year"]): list(months_of(row)) for row in ROWS}
MONTHS = [month for months in YEARS.values() for month in months]
FIRST_DAYS = [month.first for month in MONTHS]
OF_TWO_CENTURIES = range(1900, 2101)
TERMS = {int(row.pop("year")): row for row in rows("solar_terms.csv")}


def new_year(year):
    return YEARS[year][0].first


def term(year, name):
    return date.fromisoformat(f"{year}-{TERMS[year][name]}")


def zhongqi():
    """The 中气, which are the even ones of the 24 terms."""
    for year, terms in TERMS.items():
        for name in list(terms)[1::2]:
            yield term(year, name)


def month_of(day):
    return MONTHS[bisect_right(FIRST_DAYS, day) - 1]


def test_both_tables_hold_every_year_from_1850_to_2200_once():
    assert [int(row["year"]) for row in ROWS] == list(range(1850, 2201))
    assert list(TERMS) == list(range(1850, 2201))


def test_every_new_year_follows_the_last_month_of_the_year_before():
    for year in range(1851, 2201):
        last = YEARS[year - 1][-1]
        assert last.first + timedelta(days=last.days) == new_year(year)


def test_a_year_has_353_to_385_days():
    lengths = {sum(month.days for month in months) for months in YEARS.values()}
    assert lengths == {353, 354, 355, 383, 384, 385}


def test_two_centuries_have_74_leap_months():
    assert sum(month.leap for year in OF_TWO_CENTURIES for month in YEARS[year]) == 74


def test_the_new_year_falls_between_21_january_and_20_february():
    days = {year: new_year(year).strftime("%m-%d") for year in OF_TWO_CENTURIES}
    assert min(days.values()) == days[1966] == "01-21"
    assert max(days.values()) == days[1985] == "02-20"


def test_in_80_of_201_years_the_twelfth_month_has_no_thirtieth_day():
    short = [year for year in OF_TWO_CENTURIES if YEARS[year][-1].days == 29]
    assert len(short) == 80
    assert {2025, 2026, 2027, 2028} < set(short)


def test_of_2033_it_is_the_eleventh_month_that_comes_twice():
    assert [month for month in YEARS[2033] if month.leap] == [
        Month(2033, 11, True, date(2033, 12, 22), 29)]
    assert YEARS[2033][-1].first == date(2034, 1, 20)
    assert new_year(2034) == date(2034, 2, 19)


def test_the_winter_solstice_falls_in_the_eleventh_month():
    for year in YEARS:
        assert month_of(term(year, "冬至"))[:3] == (year, 11, False)


def test_of_13_months_between_two_winter_solstices_the_first_without_zhongqi_is_the_leap_month():
    holding = {month_of(day) for day in zhongqi() if day >= MONTHS[0].first}
    elevenths = [i for i, month in enumerate(MONTHS) if month.number == 11 and not month.leap]
    for begin, end in zip(elevenths, elevenths[1:]):
        span = MONTHS[begin:end]
        without = [month for month in span if month not in holding]
        assert [month for month in span if month.leap] == without[:len(span) - 12]


def test_months_stand_as_they_were_published():
    for row in rows("lunar_published.csv"):
        month = month_of(date.fromisoformat(row["first_day"]))
        assert str(month.first) == row["first_day"] != row["new_moon"][:10]
        assert (month.year, month.number) == (int(row["year"]), int(row["month"]))


def test_months_that_are_uncertain_are_all_yet_to_come():
    uncertain = {int(row["year"]): row["uncertain"] for row in ROWS if row["uncertain"]}
    assert uncertain == {2057: "9", 2089: "8", 2097: "7", 2115: "2", 2116: "4", 2133: "9",
                         2165: "11", 2172: "9"}


def test_qingming_is_on_the_fourth_fifth_or_sixth_of_april():
    days = Counter(TERMS[year]["清明"] for year in OF_TWO_CENTURIES)
    assert days == {"04-04": 76, "04-05": 111, "04-06": 14}


def test_both_tables_are_what_follows_from_astronomy():
    script = TIME / "derive_lunar_calendar.py"
    run = subprocess.run([sys.executable, "-X", "utf8", script], capture_output=True,
                         encoding="utf-8", check=False)
    if run.returncode == NOT_INSTALLED:
        pytest.skip(run.stderr)
    assert run.returncode == 0, run.stdout + run.stderr
