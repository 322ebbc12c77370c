# SPDX-License-Identifier: BSL-1.0
"""The days of a rule as RFC 5545 (3.3.10) and RFC 7529 say them, period by period and day by day.

Slow, and written apart from the library, of which it uses nothing but LunarDate. Where the RFCs
leave a choice it reads them as include/zhibu/time/recurrence.hpp says.
"""

from calendar import monthrange
from collections import namedtuple
from datetime import date, timedelta
from functools import lru_cache
from itertools import count

import zhibu

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAY = timedelta(days=1)
LAST_LUNAR_YEAR = 2200

Month = namedtuple("Month", "begin length number year")  # a leap month's number is negative


@lru_cache(maxsize=None)
def months_of_year(chinese, year):
    if not chinese:
        return [Month(date(year, m, 1), monthrange(year, m)[1], m, year) for m in range(1, 13)]
    begins = []
    for number in range(1, 13):
        begins.append((zhibu.LunarDate(year, number, 1).to_date(), number))
        try:
            begins.append((zhibu.LunarDate(year, number, 1, leap=True).to_date(), -number))
        except ValueError:
            pass  # the year has no such leap month
    ends = [begin for begin, _ in begins[1:]] + [zhibu.LunarDate(year + 1, 1, 1).to_date()]
    return [Month(begin, (end - begin).days, number, year)
            for (begin, number), end in zip(begins, ends)]


@lru_cache(maxsize=None)
def month_of(chinese, day):
    year = zhibu.LunarDate.of(day).year if chinese else day.year
    return next(m for m in reversed(months_of_year(chinese, year)) if m.begin <= day)


def next_month(chinese, month):
    return month_of(chinese, month.begin + timedelta(days=month.length))


def nth_day(n, begin, length, skip):
    """The n-th day of a stretch, or what SKIP takes for it, or nothing."""
    place = n if n > 0 else length + n + 1
    if not 1 <= place <= length:
        if skip == "OMIT":
            return None
        below = place < 1
        place = (1 if below else length + 1) if skip == "FORWARD" else (0 if below else length)
    return begin + timedelta(days=place - 1)


def nth_weekday_fits(day, item, begin, length):
    """Whether an item of BYDAY names a day, its number counted in a stretch."""
    if WEEKDAYS[day.weekday()] != item[-2:]:
        return False
    from_front = (day - begin).days // 7 + 1
    from_back = -((begin + timedelta(days=length - 1) - day).days // 7 + 1)
    return item[:-2] == "" or int(item[:-2]) in (from_front, from_back)


class Rule:
    def __init__(self, text, start):
        parts = dict(part.split("=") for part in text.split(";"))
        self.chinese = parts.get("RSCALE") == "CHINESE"
        self.skip = parts.get("SKIP", "OMIT")
        self.freq, self.interval = parts["FREQ"], int(parts.get("INTERVAL", 1))
        self.wkst = WEEKDAYS.index(parts.get("WKST", "MO"))
        self.count = int(parts.get("COUNT", 0)) or None
        until = parts.get("UNTIL", "99991231")
        self.until = date(int(until[:4]), int(until[4:6]), int(until[6:]))
        self.start = start

        def numbers(name):
            return [int(n) for n in parts[name].split(",")] if name in parts else []

        self.months = [-int(m[:-1]) if m.endswith("L") else int(m)
                       for m in parts.get("BYMONTH", "").split(",") if m]
        self.weeks, self.year_days = numbers("BYWEEKNO"), numbers("BYYEARDAY")
        self.month_days, self.positions = numbers("BYMONTHDAY"), numbers("BYSETPOS")
        self.days = parts["BYDAY"].split(",") if "BYDAY" in parts else []
        self.complete()

    def complete(self):
        if self.month_days or self.days or self.year_days or self.freq == "DAILY":
            return
        if self.freq == "WEEKLY" or self.weeks:
            self.days = [WEEKDAYS[self.start.weekday()]]
            return
        month = month_of(self.chinese, self.start)
        self.month_days = [(self.start - month.begin).days + 1]
        if self.freq == "YEARLY" and not self.months:
            self.months = [month.number]

    def days_to(self, last):
        """The days from the start up to and including `last`."""
        last = min(last, self.until)
        found = set()
        for begin, days in getattr(self, self.freq.lower())():
            if begin - 40 * DAY > last:
                break
            days = sorted(set(days))
            if self.positions:
                places = {p - 1 if p > 0 else len(days) + p for p in self.positions}
                days = [day for place, day in enumerate(days) if place in places]
            found.update(day for day in days if self.start <= day <= last)
        return sorted(found)[:self.count]

    def yearly(self):
        first = month_of(self.chinese, self.start).year
        for year in range(first, LAST_LUNAR_YEAR if self.chinese else 9999, self.interval):
            months = months_of_year(self.chinese, year)
            yield months[0].begin, self.of_year(months)

    def monthly(self):
        month = month_of(self.chinese, self.start)
        while True:
            yield month.begin, self.of_month(month)
            for _ in range(self.interval):
                month = next_month(self.chinese, month)

    def weekly(self):
        begin = self.start - timedelta(days=(self.start.weekday() - self.wkst) % 7)
        for n in count(0, self.interval):
            week = [begin + timedelta(days=7 * n + i) for i in range(7)]
            yield week[0], [d for d in week if self.is_in_month(d) and self.is_weekday(d)]

    def daily(self):
        for n in count(0, self.interval):
            day = self.start + timedelta(days=n)
            fits = self.is_in_month(day) and self.is_month_day(day) and self.is_weekday(day)
            yield day, [day] if fits else []

    def is_in_month(self, day):
        return not self.months or month_of(self.chinese, day).number in self.months

    def is_month_day(self, day):
        month = month_of(self.chinese, day)
        place = (day - month.begin).days + 1
        return (not self.month_days or place in self.month_days
                or place - month.length - 1 in self.month_days)

    def is_weekday(self, day):
        return not self.days or WEEKDAYS[day.weekday()] in self.days

    def of_month(self, month):
        if self.months and month.number not in self.months:
            return []
        return [day for day in self.days_of_month(month)
                if not self.days or any(nth_weekday_fits(day, item, month.begin, month.length)
                                        for item in self.days)]

    def days_of_month(self, month):
        if not self.month_days:
            return [month.begin + timedelta(days=n) for n in range(month.length)]
        days = [nth_day(n, month.begin, month.length, self.skip) for n in self.month_days]
        return [day for day in days if day]

    def named_months(self, months):
        """The months of a year that BYMONTH names, a leap month that it lacks moved by SKIP."""
        if not self.months:
            return months
        by_number = {m.number: m for m in months}
        following = next_month(self.chinese, months[-1]) if self.chinese else None
        named = []
        for number in self.months:
            if number not in by_number and self.skip == "BACKWARD":
                number = -number
            elif number not in by_number and self.skip == "FORWARD":
                number = 1 - number
            named.append(following if number == 13 else by_number.get(number))
        return [month for month in named if month]

    def of_year(self, months):
        begin = months[0].begin
        length = sum(m.length for m in months)
        named = self.named_months(months)
        if self.month_days or not self.year_days:
            days = [day for month in named for day in self.days_of_month(month)]
        else:
            days = [nth_day(n, begin, length, self.skip) for n in self.year_days]
            days = [d for d in days if d and (
                not self.months or month_of(self.chinese, d) in named)]
        if self.month_days and self.year_days:
            days = [d for d in days if (d - begin).days + 1 in self.year_days
                    or (d - begin).days - length in self.year_days]
        if self.weeks:
            days = [d for d in days if self.is_in_week(d)]
        return [d for d in days if not self.days or self.is_nth_of_year(d, begin, length)]

    def is_nth_of_year(self, day, begin, length):
        if self.months:
            month = month_of(self.chinese, day)
            begin, length = month.begin, month.length
        return any(nth_weekday_fits(day, item, begin, length) for item in self.days)

    def is_in_week(self, day):
        """Whether BYWEEKNO names the week: it belongs to the year that holds its fourth day."""
        fourth = day + timedelta(days=3 - (day.weekday() - self.wkst) % 7)
        from_front = (fourth - date(fourth.year, 1, 1)).days // 7 + 1
        from_back = -((date(fourth.year, 12, 31) - fourth).days // 7 + 1)
        return from_front in self.weeks or from_back in self.weeks
