# SPDX-License-Identifier: BSL-1.0
"""Recurrences against rules whose days several engines agree on, case by case.

The cases are kept beside the repository, in ../shared/data/recurrence, or where the environment
variable ZHIBU_SHARED_DATA says. What is left out is listed by name, with the reason.
"""

import json
import os
import re
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest

import zhibu

DATA = Path(os.environ.get(
    "ZHIBU_SHARED_DATA", Path(__file__).resolve().parents[3] / "shared" / "data")) / "recurrence"

# Calendars that zhibu has not got.
OTHER_SCALE = re.compile(r"RSCALE=(?!GREGORIAN|CHINESE)\w+")


def cases(name):
    file = DATA / name
    if not file.exists():
        pytest.skip(f"no recurrence cases at {file}")
    with open(file, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def day(text):
    return date.fromisoformat(text[:10])


def as_dates(case):
    """The case with dates for moments, or nothing where it speaks of times of day."""
    if case["level"] != "date":
        return None
    form = {**case, **case.get("date_form", {})}
    return form if case["value"] == "date" or "date_form" in case else None


def found(case):
    recurrence = zhibu.Recurrence(
        case["rrule"], start=day(case["dtstart"]),
        exdates=[day(d) for d in case.get("exdate", [])],
        rdates=[day(d) for d in case.get("rdate", [])])
    return recurrence.take(case["limit"])


def wrong(case):
    """What is wrong with the answer to a case, or nothing."""
    try:
        days = found(case)
    except ValueError as error:
        return f"refused: {error}"
    expected = [day(d) for d in case["expected"]]
    return None if days == expected else f"{days[:4]}… for {expected[:4]}…"


def left_out(form):
    """Why a case is no matter of zhibu's, or nothing."""
    if form is None:
        return "speaks of times of day"
    scale = OTHER_SCALE.search(form["rrule"])
    return scale and f"{scale.group()} is a calendar that zhibu has not got"


def report(verdicts):
    """The verdicts by how many cases have them; the cases by name, but for those that are right."""
    for verdict, number in Counter(verdicts.values()).most_common():
        print(f"\n{number} {verdict}", end="")
        if verdict != "right":
            names = [name for name, said in verdicts.items() if said == verdict]
            print(":", *names, sep="\n  ", end="")
    print()


def test_every_case_of_dates_comes_out_right():
    verdicts, scaled, red = {}, [], []
    for case in cases("recur_public.jsonl"):
        form = as_dates(case)
        verdicts[case["id"]] = left_out(form)
        if not verdicts[case["id"]]:
            fault = wrong(form)
            verdicts[case["id"]] = "wrong" if fault else "right"
            red += [f"{case['id']} {form['rrule']} from {form['dtstart']}: {fault}"] * bool(fault)
        elif form:
            with pytest.raises(ValueError, match="RSCALE=.* is a calendar that zhibu has not got"):
                found(form)
        if "RSCALE" in case["rrule"]:
            scaled.append(verdicts[case["id"]])
    report(verdicts)
    assert red == []
    assert Counter(verdicts.values())["right"] > 790
    # Every case with RSCALE and SKIP is either right or of another calendar; none is passed over.
    others = [verdict for verdict in scaled if verdict != "right"]
    assert len(scaled) == 160 and len(others) == 5
    assert all(verdict.startswith("RSCALE=") for verdict in others)


def test_every_rule_that_breaks_the_rfc_is_refused_with_the_rule_broken():
    for case in cases("recur_rfc_invalid.jsonl"):
        if "UNTIL value type differs from DTSTART" in case["rfc_invalid"]:
            # The start is a date here, so that the type that differs is that of a moment.
            with pytest.raises(TypeError):
                zhibu.Recurrence(case["rrule"], start=datetime.fromisoformat(case["dtstart"]))
            rule = re.sub(r"UNTIL=\d{8}", r"\g<0>T000000", case["rrule"])
        else:
            rule = case["rrule"]
        with pytest.raises(ValueError, match="RFC 5545|finer than a day|accepted: 1 to") as refusal:
            zhibu.Recurrence(rule, start=day(case["dtstart"]))
        assert len(str(refusal.value)) > 20
