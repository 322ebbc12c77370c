# SPDX-License-Identifier: BSL-1.0
#
# zhibu as Python calls it: a rule's days as one array of NumPy, and single questions.

from datetime import timedelta
from functools import partial
from typing import Callable, Optional

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


def read(engine: Engine, rule: Rule) -> Optional[zhibu.Recurrence]:
    try:
        return zhibu.Recurrence(rule.text, start=FIRST_DAY)
    except ValueError as error:
        engine.leave_out(rule.id, error)
        return None


def measure_rule(engine: Engine, rule: Rule) -> None:
    recurrence = read(engine, rule)
    if recurrence is None:
        return
    expand = getattr(recurrence, "to_numpy", None)
    if expand is None:
        engine.leave_out(rule.id, "this zhibu has no Recurrence.to_numpy")
    else:
        answers = expand(FIRST_DAY, END).astype("int64").tolist()
        engine.measure(rule.id, partial(expand, FIRST_DAY, END), answers)
    if rule.sought:
        for what in ("next", "previous"):
            measure_question(engine, f"{what} {rule.id}", getattr(recurrence, what, None))


def measure_question(engine: Engine, what: str, ask: Optional[Callable]) -> None:
    if ask is None:
        engine.leave_out(what, "this zhibu does not answer it")
    else:
        engine.measure(what, partial(ask, ASKED_DAY), [serial(ask(ASKED_DAY))])


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
