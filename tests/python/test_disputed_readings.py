# SPDX-License-Identifier: BSL-1.0
"""src/time/recurrence_readings.md says what zhibu makes of the rules that engines read in
several ways; its tables are what zhibu says today, and leave no disputed case out.

The cases are kept beside the repository, in ../shared/data/recurrence, or where the environment
variable ZHIBU_SHARED_DATA says.
"""

import re
from pathlib import Path

import zhibu
from test_recurrence_conformance import cases, day

READINGS = Path(__file__).resolve().parents[2] / "src/time/recurrence_readings.md"

# The engines that were asked, in the words of the cases and of the tables.
ENGINES = {
    "dateutil": "dateutil", "rrule.js": "rrule.js", "rust-rrule": "rust-rrule",
    "libical-3": "libical 3", "libical-4": "libical 4", "lib-recur": "lib-recur",
    "rrule-temporal": "rrule-temporal"}


def rows():
    """The rows of the tables: rule, start, days, who reads otherwise, case."""
    with open(READINGS, encoding="utf-8") as lines:
        return [[cell.strip() for cell in line.strip().strip("|").split("|")]
                for line in lines if line.startswith("| `")]


def recurrence(rule, start):
    """The recurrence of a cell such as "`FREQ=WEEKLY` and 2017-01-03 without 2017-01-08"."""
    text, _, more = rule.strip("`").partition("`")
    besides, _, less = more.partition(" without ")
    dates = [[day(d) for d in re.findall(r"\d{4}-\d\d-\d\d", days)] for days in (less, besides)]
    return zhibu.Recurrence(text, start=day(start), exdates=dates[0], rdates=dates[1])


def days_said(rule, start):
    try:
        days = recurrence(rule, start).take(4)
    except ValueError as refusal:
        return "refused: " + re.split(", and |; ", str(refusal))[0]
    return ", ".join(map(str, days[:3])) + (" …" if len(days) > 3 else "") or "never"


def test_every_row_is_what_zhibu_says():
    assert len(rows()) > 70
    for rule, start, days, _, _ in rows():
        assert days_said(rule, start) == days, rule


def rule_cell(case):
    rule = re.sub(r"(UNTIL=\d{8})T\d{6}", r"\1", case["rrule"])
    besides = ", ".join(d[:10] for d in case.get("rdate", []))
    return f"`{rule}`" + (f" and {besides}" if besides else "")


def reads_otherwise(case, days):
    """The engines whose days are others than these; not those that refuse the rule."""
    expected = [day(d) for d in case["expected"]]
    others = [engine for engine in case["agree"] if days != expected]
    for engine, answer in case.get("disagree", {}).items():
        if isinstance(answer, dict):
            at, got = answer["at"], [day(d) for d in answer["got"]]
            same = days[:at + len(got)] == expected[:at] + got and (got or len(days) == at)
            others += [] if same else [engine]
    return ", ".join(name for key, name in ENGINES.items()
                     if any(other.startswith(key) for other in others)) or "—"


def row(case):
    rule, start = rule_cell(case), str(day(case["dtstart"]))
    said = days_said(rule, start)
    refused = said.startswith("refused")
    days = [] if refused else recurrence(rule, start).take(case["limit"])
    return [rule, start, said, "—" if refused else reads_otherwise(case, days), case["id"]]


def test_every_disputed_case_has_its_row():
    found = {cells[-1]: cells for cells in rows()}
    disputed = [row(case) for case in cases("recur_disputed.jsonl")]
    assert len(disputed) == 67
    for cells in disputed:
        assert found.pop(cells[-1], None) == cells, "| " + " | ".join(cells) + " |"
    assert set(found) == {"—"}
