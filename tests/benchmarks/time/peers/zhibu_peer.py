# SPDX-License-Identifier: BSL-1.0
#
# zhibu as Python calls it: a rule's days as one array of NumPy, and single questions.

from datetime import timedelta
from functools import partial

from measure import (
    ASKED_DAY,
    FIRST_DAY,
    LAST_DAY,
    LUNAR_DAYS,
    WORKDAY_DAYS,
    Engine,
    Rule,
    load_rules,
    lunar_number,
    serial,
)

import zhibu

END = LAST_DAY + timedelta(days=1)


def measure_rule(engine: Engine, rule: Rule) -> None:
    recurrence = zhibu.Recurrence(rule.text, start=FIRST_DAY)
    expand = partial(recurrence.to_numpy, FIRST_DAY, END)
    engine.measure(rule.id, expand, expand().astype("int64").tolist())
    if rule.sought:
        for what, ask in (("next", recurrence.next), ("previous", recurrence.previous)):
            answer = serial(ask(ASKED_DAY))
            engine.measure(f"{what} {rule.id}", partial(ask, ASKED_DAY), [answer])


def measure_days(engine: Engine) -> None:
    of = zhibu.LunarDate.of
    lunar = [of(day) for day in LUNAR_DAYS]
    engine.measure(
        "day to lunar",
        lambda: [of(day) for day in LUNAR_DAYS],
        [lunar_number(d.year, d.month, d.leap, d.day) for d in lunar],
    )
    engine.measure(
        "lunar to day",
        lambda: [d.to_date() for d in lunar],
        [serial(day) for day in LUNAR_DAYS],
    )
    is_workday = zhibu.Calendar.china().is_workday
    engine.measure(
        "is_workday",
        lambda: [is_workday(day) for day in WORKDAY_DAYS],
        [is_workday(day) for day in WORKDAY_DAYS],
    )


def main() -> None:
    engine = Engine("zhibu in Python", "")
    for rule in load_rules():
        measure_rule(engine, rule)
    measure_days(engine)


main()
