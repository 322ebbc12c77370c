# SPDX-License-Identifier: BSL-1.0
#
# python-dateutil over the rules of rules.txt.

from datetime import datetime

import dateutil
from dateutil.rrule import rrulestr
from measure import ASKED_DAY, FIRST_DAY, Engine, Rule, load_rules, serial

START = datetime(FIRST_DAY.year, FIRST_DAY.month, FIRST_DAY.day)
ASKED = datetime(ASKED_DAY.year, ASKED_DAY.month, ASKED_DAY.day)


def measure(engine: Engine, rule: Rule) -> None:
    try:
        # Without a cache, which would answer all passes but the first.
        recurrence = rrulestr(rule.text, dtstart=START, cache=False)
    except ValueError as error:
        engine.leave_out(rule.id, error)
        return
    engine.measure(rule.id, lambda: list(recurrence), [serial(day) for day in recurrence])
    if rule.sought:
        for what, ask in (("next", recurrence.after), ("previous", recurrence.before)):
            engine.measure(f"{what} {rule.id}", lambda: ask(ASKED), [serial(ask(ASKED))])


def main() -> None:
    engine = Engine("dateutil", dateutil.__version__)
    for rule in load_rules():
        measure(engine, rule)


main()
