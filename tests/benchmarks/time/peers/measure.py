# SPDX-License-Identifier: BSL-1.0
#
# What the peers written in Python share: the rules, the days, the clock.

import json
import sys
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Callable, List, NamedTuple, Optional, Sequence

FIRST_DAY = date(2000, 1, 1)
LAST_DAY = date(2099, 12, 31)
ASKED_DAY = date(2099, 6, 1)
REPETITIONS = 5
AT_LEAST = 0.1  # seconds of CPU time a repetition


class Rule(NamedTuple):
    id: str
    text: str  # with its UNTIL
    sought: bool


def load_rules() -> List[Rule]:
    """Reads rules.txt."""
    rules = []
    for line in (Path(__file__).parent.parent / "rules.txt").read_text().splitlines():
        if not line.startswith("#"):
            name, text, *rest = line.split()
            rules.append(Rule(name, text + ";UNTIL=20991231", rest == ["seek"]))
    return rules


def random_days(first: date, last: date) -> List[date]:
    """The same days as random_days of measure.cpp."""
    days = []
    state = 1
    for _ in range(10000):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        days.append(first + timedelta(days=(state >> 32) % ((last - first).days + 1)))
    return days


LUNAR_DAYS = random_days(date(1901, 2, 19), date(2100, 12, 31))
WORKDAY_DAYS = random_days(date(2004, 1, 1), date(2026, 12, 31))


def serial(day: date) -> int:
    """Days since 1970-01-01."""
    return day.toordinal() - date(1970, 1, 1).toordinal()


def lunar_number(year: int, month: int, leap: bool, day: int) -> int:
    """A lunar date as the number that measure.hpp makes of it."""
    return ((year * 100 + month) * 10 + leap) * 100 + day


def seconds(run: Callable[[], object], passes: int) -> float:
    """CPU time of so many passes."""
    begin = time.process_time()
    for _ in range(passes):
        run()
    return time.process_time() - begin


def nanoseconds(run: Callable[[], object]) -> float:
    """CPU time of one pass, the fastest of the repetitions."""
    passes = 1
    while (took := seconds(run, passes)) < AT_LEAST:
        passes = max(passes + 1, int(passes * min(10, 1.2 * AT_LEAST / max(took, 1e-6))))
    return min(seconds(run, passes) / passes for _ in range(REPETITIONS)) * 1e9


class Engine:
    """Prints the measurements of one engine, a line of JSON each."""

    def __init__(self, name: str, version: str):
        self.name = name
        self.version = version

    def measure(
        self,
        what: str,
        run: Callable[[], object],
        answers: Sequence[int],
        of_zhibu: Optional[Sequence[int]] = None,
    ) -> None:
        """Times `run`, which finds `answers`; where zhibu's are given, counts those that differ."""
        line = {
            "engine": self.name,
            "version": self.version,
            "rule": what,
            "count": len(answers),
            "sum": sum(answers),
            "ns": nanoseconds(run) / len(answers),
        }
        if of_zhibu is not None:
            line["differ"] = sum(a != b for a, b in zip(answers, of_zhibu))
        print(json.dumps(line), flush=True)

    def leave_out(self, what: str, why: object) -> None:
        """Says on standard error why there is no measurement."""
        print(f"{self.name}: {what} is left out: {why}", file=sys.stderr)
