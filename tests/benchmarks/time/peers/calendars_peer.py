# SPDX-License-Identifier: BSL-1.0
#
# Python's calendars of China over random days: chinese_calendar's workdays, and lunardate in both
# directions. What lunardate says otherwise than zhibu is counted.

from importlib.metadata import version

import chinese_calendar
from lunardate import LunarDate
from measure import LUNAR_DAYS, WORKDAY_DAYS, Engine, lunar_number, serial

import zhibu


def number_of(lunar: LunarDate) -> int:
    return lunar_number(lunar.year, lunar.month, bool(lunar.is_leap_month), lunar.day)


def serial_or_zero(lunar: LunarDate) -> int:
    """Zero for a day of the year 2100, which lunardate does not convert back."""
    try:
        return serial(lunar.to_solar_date())
    except ValueError:
        return 0


def measure_workdays() -> None:
    engine = Engine("chinese_calendar", version("chinese_calendar"))
    ask = chinese_calendar.is_workday
    answers = [ask(day) for day in WORKDAY_DAYS]
    engine.measure("is_workday", lambda: [ask(day) for day in WORKDAY_DAYS], answers)


def measure_lunar() -> None:
    engine = Engine("lunardate", version("lunardate"))
    of_zhibu = [zhibu.LunarDate.of(day) for day in LUNAR_DAYS]

    def to_lunar() -> list:
        return [LunarDate.from_solar_date(d.year, d.month, d.day) for d in LUNAR_DAYS]

    engine.measure(
        "day to lunar",
        to_lunar,
        [number_of(d) for d in to_lunar()],
        [lunar_number(d.year, d.month, d.leap, d.day) for d in of_zhibu],
    )

    lunar = [LunarDate(d.year, d.month, d.day, d.leap) for d in of_zhibu]
    engine.measure(
        "lunar to day",
        lambda: [serial_or_zero(d) for d in lunar],
        [serial_or_zero(d) for d in lunar],
        [serial(day) for day in LUNAR_DAYS],
    )


measure_workdays()
measure_lunar()
