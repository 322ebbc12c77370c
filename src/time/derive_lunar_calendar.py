# SPDX-License-Identifier: BSL-1.0
"""Derives lunar_years.csv and solar_terms.csv from astronomy, and checks them row by row.

    pip install jplephem==2.24 de406==1997.1 pyerfa==2.0.1.5     178 MB, nearly all of it de406
    python3 src/time/derive_lunar_calendar.py                    check; status 1 if a row differs
    python3 src/time/derive_lunar_calendar.py --report           and tell what falls near midnight
    python3 src/time/derive_lunar_calendar.py --write            write the rows below the heads

The rules are those of GB/T 33661-2017: Beijing time (UTC+8); the day of the new moon (朔) is day 1;
the month that holds the winter solstice (冬至) is month 11; of 13 months from one month 11 up to the
next, the first without a 中气 is the leap month. What lunar_published.csv tells stands above them.

How the Earth will turn nobody knows. The rows follow ΔT as it is foretold from the length of the
day; what would fall on another day if no leap second were ever added again is told besides.
"""

from __future__ import annotations

import argparse
import csv
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import accumulate, compress
from pathlib import Path

NOT_INSTALLED = 3

try:
    import sun_and_moon as sky
except ModuleNotFoundError as missing:
    print(f"{missing.name} is missing. How to install and run:", __doc__.split("\n\n")[1],
          sep="\n", file=sys.stderr)
    sys.exit(NOT_INSTALLED)

HERE = Path(__file__).resolve().parent
YEARS = range(1850, 2201)
TERMS = ("小寒 大寒 立春 雨水 惊蛰 春分 清明 谷雨 立夏 小满 芒种 夏至 "
         "小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 大雪 冬至").split()

Row = list[str]


def clock(beijing: float) -> datetime:
    return datetime(2000, 1, 1, 12) + timedelta(days=beijing - sky.J2000)


def to_the_second(instant: datetime) -> str:
    return (instant + timedelta(seconds=0.5)).isoformat(" ", "seconds")


def days_of(beijing) -> list[date]:
    return [clock(instant).date() for instant in beijing.ravel().tolist()]


@dataclass(frozen=True)
class Month:
    number: int
    leap: bool
    first: date
    days: int
    uncertain: bool


def leap_month(first_days: list[date], zhongqi: list[date]) -> int:
    """The place of the first month without a 中气."""
    return next(i for i, (first, following) in enumerate(zip(first_days, first_days[1:]))
                if bisect_left(zhongqi, first) == bisect_left(zhongqi, following))


def lunar_months(first_days: list[date], zhongqi: list[date],
                 uncertain: set[date]) -> Iterator[Month]:
    """From the first month 11 on; the 中气 begin with a 大寒, so that each twelfth is a 冬至."""
    elevenths = [bisect_right(first_days, solstice) - 1 for solstice in zhongqi[11::12]]
    for begin, end in zip(elevenths, elevenths[1:]):
        span = first_days[begin:end + 1]
        leap = leap_month(span, zhongqi) if end - begin == 13 else None
        number = 10
        for i, (first, following) in enumerate(zip(span, span[1:])):
            number += i != leap
            yield Month((number - 1) % 12 + 1, i == leap, first, (following - first).days,
                        first in uncertain)


def lunar_row(year: int, months: list[Month]) -> Row:
    leap = next((month.number for month in months if month.leap), 0)
    return [str(year), months[0].first.isoformat(), str(leap),
            "".join(str(month.days - 29) for month in months),
            " ".join(str(month.number) for month in months if month.uncertain)]


def lunar_rows_of(months: Iterable[Month]) -> list[Row]:
    by_year: dict[int, list[Month]] = {}
    year = None
    for month in months:
        if month.number == 1 and not month.leap:
            year = month.first.year
        by_year.setdefault(year, []).append(month)
    return [lunar_row(year, by_year[year]) for year in YEARS]


class Derived:
    """The instants, and the rows that follow from them with leap seconds to come or without."""

    def __init__(self) -> None:
        # The first lunar year takes the winter solstice before it, the last the two after it.
        self.terms = sky.solar_terms(range(YEARS[0] - 1, YEARS[-1] + 2))
        self.moons = sky.new_moons(self.terms[0, 0], self.terms[-1, -1])

    def solar_terms(self, leap_seconds: bool) -> list[Row]:
        days = days_of(sky.beijing_time(self.terms[1:-1], leap_seconds))
        return [[str(year), *(day.strftime("%m-%d") for day in days[24 * i:24 * (i + 1)])]
                for i, year in enumerate(YEARS)]

    def published(self, leap_seconds: bool) -> list[Row]:
        """What was published is no fruit of astronomy; the instant of its new moon is."""
        clocks = [clock(x) for x in sky.beijing_time(self.moons, leap_seconds).tolist()]
        rows = []
        for year, month, first_day, _, cause in PUBLISHED.rows():
            noon = datetime.fromisoformat(first_day) + timedelta(hours=12)
            new_moon = min(clocks, key=lambda instant: abs(instant - noon))
            rows.append([year, month, first_day, to_the_second(new_moon), cause])
        return rows

    def lunar_years(self, leap_seconds: bool) -> list[Row]:
        published = {date.fromisoformat(new_moon[:10]): date.fromisoformat(first_day)
                     for _, _, first_day, new_moon, _ in self.published(leap_seconds)}
        first_days = [published.get(day, day)
                      for day in days_of(sky.beijing_time(self.moons, leap_seconds))]
        zhongqi = days_of(sky.beijing_time(self.terms[:, 1::2], leap_seconds))
        to_come = sky.year_of(self.moons) > sky.MEASURED_UNTIL
        uncertain = set(compress(first_days, to_come & sky.near_midnight(self.moons)))
        return lunar_rows_of(lunar_months(first_days, zhongqi, uncertain))

    def near_midnight(self) -> Iterator[str]:
        """The new moons, then the solar terms, that are within two minutes of midnight."""
        for names, instants in [(["朔"] * len(self.moons), self.moons),
                                (TERMS * len(self.terms), self.terms.ravel())]:
            near = sky.near_midnight(instants)
            for name, t in zip(compress(names, near), instants[near]):
                foretold, standing = sky.beijing_time(t, True), sky.beijing_time(t, False)
                delta_t, late = sky.delta_t(t, True), sky.seconds_after_midnight(foretold)
                yield "  ".join([
                    name.ljust(2, "\u3000"), to_the_second(clock(foretold)),
                    to_the_second(clock(standing)), f"{delta_t:5.1f}",
                    f"{'>' if late > 0 else '<'} {delta_t + late:.0f}"])


@dataclass(frozen=True)
class Table:
    name: str
    columns: Row
    derive: Callable[[Derived, bool], list[Row]]
    facts: Callable[[Table, Row], dict[str, str]]

    def lines(self) -> list[str]:
        return (HERE / self.name).read_text("utf-8").splitlines(keepends=True)

    def rows(self) -> list[Row]:
        columns, *rows = csv.reader(line for line in self.lines() if not line.startswith("#"))
        if columns != self.columns:
            sys.exit(f"{self.name}: the columns are {columns}, not {self.columns}")
        return rows

    def write(self, rows: list[Row]) -> None:
        lines = self.lines()
        head = lines[:len(lines) - len(self.rows())]
        text = "".join([*head, *(",".join(row) + "\n" for row in rows)])
        (HERE / self.name).write_text(text, "utf-8")

    def differences(self, rows: list[Row], others: list[Row]) -> Iterator[tuple[str, str, str]]:
        """The year and the name of each fact that differs, as the one side and the other has it."""
        one, other = ({row[0]: self.facts(self, row) for row in side} for side in (rows, others))
        for year in sorted(one | other):
            these, those = one.get(year, {}), other.get(year, {})
            for name in these | those:
                this, that = these.get(name, "none"), those.get(name, "none")
                if this != that:
                    yield f"{year} {name}", this, that


def cells(table: Table, row: Row) -> dict[str, str]:
    return dict(zip(table.columns[1:], row[1:]))


def month_by_month(_: Table, row: Row) -> dict[str, str]:
    """The first day of each month and of the next year, and which month is uncertain."""
    _, new_year, leap, months, uncertain = row
    names = [f"month {number}" for number in range(1, 13)]
    if leap != "0":
        names.insert(int(leap), f"leap month {leap}")
    lengths = [timedelta(days=29 + int(length)) for length in months]
    starts = accumulate(lengths, initial=date.fromisoformat(new_year))
    return {**dict(zip([*names, "next year"], map(str, starts))), "uncertain": uncertain or "none"}


PUBLISHED = Table("lunar_published.csv", ["year", "month", "first_day", "new_moon", "cause"],
                  Derived.published, cells)
LUNAR_YEARS = Table("lunar_years.csv", ["year", "new_year", "leap_month", "months", "uncertain"],
                    Derived.lunar_years, month_by_month)
SOLAR_TERMS = Table("solar_terms.csv", ["year", *TERMS], Derived.solar_terms, cells)


def check(table: Table, rows: list[Row], without_leap_seconds: list[Row]) -> bool:
    written = table.rows()
    wrong = [f"  {what}: derived {this}, written {that}"
             for what, this, that in table.differences(rows, written)]
    if not wrong and rows != written:
        wrong = ["  not every year is written once, in order and in the same way"]
    print(f"{table.name}: {len(rows)} rows derived; differences: {len(wrong)}",
          *wrong, sep="\n")
    for what, this, that in table.differences(without_leap_seconds, rows):
        print(f"  {what}: {that}, but {this} if no leap second is ever added again")
    return not wrong


def report(derived: Derived) -> None:
    print("Within two minutes of midnight in Beijing: the instant by ΔT as measured and foretold;",
          "without further leap seconds; ΔT in seconds; with which ΔT it is another day",
          *derived.near_midnight(), "", sep="\n")


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--report", action="store_true", help="tell what falls near midnight")
    parser.add_argument("--write", action="store_true", help="write the rows below the heads")
    return parser.parse_args()


def main() -> int:
    chosen = options()
    derived = Derived()
    if chosen.report:
        report(derived)
    right = True
    for table in (PUBLISHED, LUNAR_YEARS, SOLAR_TERMS):
        rows, without_leap_seconds = (table.derive(derived, more) for more in (True, False))
        if chosen.write:
            table.write(rows)
        right &= check(table, rows, without_leap_seconds)
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main())
