# SPDX-License-Identifier: BSL-1.0
"""The examples print what their last lines say, and lead from one to the next."""

import os
import re
import subprocess
import sys
from pathlib import Path

import icalendar
import pytest

REPO = Path(__file__).resolve().parent.parent
EXAMPLES = sorted((REPO / "examples").glob("*.cpp")) + sorted((REPO / "examples").glob("*.py"))
TIERS = ["overdue", "year_plan", "terms_and_elections", "calendar_export", "embed_in_a_host",
         "event_loop", "embed_roster", "county", "ledgers", "article", "bulletin"]


def promised(example):
    """What the last lines of an example say that it prints; nothing where they say nothing."""
    source = example.read_text(encoding="utf-8")
    found = re.search(r"^(?://|#) prints: ((?:.*\n)(?:(?://|#) {9}.*\n)*)\Z", source, re.MULTILINE)
    return found and re.sub(r"^(?://|#) {9}", "", found[1], flags=re.MULTILINE)


def command(example):
    if example.suffix == ".py":
        pytest.importorskip("zhibu", reason="the Python module is not built, or not on PYTHONPATH")
        return [sys.executable, "-X", "utf8", str(example)]
    build = os.environ.get("ZHIBU_BUILD_DIR")
    if build is None:
        pytest.skip("ZHIBU_BUILD_DIR does not say where the examples were built")
    program = Path(build) / "examples" / example.stem
    if example.stem == "embed_roster" and not program.exists():
        pytest.skip("there is no Boost.Serialization here")
    return [str(program)]


def run(example, folder):
    done = subprocess.run(command(example), cwd=folder, capture_output=True, encoding="utf-8",
                          check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("example", filter(promised, EXAMPLES), ids=lambda example: example.name)
def test_an_example_prints_what_its_last_lines_say(example, tmp_path):
    assert run(example, tmp_path) == promised(example)


def test_only_what_is_written_down_elsewhere_is_not_in_the_last_lines():
    silent = {e.stem for e in EXAMPLES if e.suffix == ".cpp" and not promised(e)}
    assert silent == {"county", "ledgers", "article",  # tests/county_test.py
                      "tutorial"}  # tests/docs_test.py


def test_each_example_of_cpp_names_the_one_before_and_the_one_after():
    heads = {e.stem: dict(re.findall(r"^// (EXAMPLE|SHOWS|FIRST|NEXT) +(\w+)", e.read_text("utf-8"),
                                     re.MULTILINE))
             for e in EXAMPLES if e.suffix == ".cpp" and e.stem != "tutorial"}
    assert sorted(heads) == sorted(TIERS)
    assert all(list(head) == ["EXAMPLE", "SHOWS", "FIRST", "NEXT"] for head in heads.values())
    assert [heads[name]["EXAMPLE"] for name in TIERS] == TIERS
    assert [heads[name]["FIRST"] for name in TIERS] == ["nothing", *TIERS[:-1]]
    assert [heads[name]["NEXT"] for name in TIERS[:-1]] == TIERS[1:]


def test_the_calendars_of_two_branches_hold_their_own_days_and_no_other(tmp_path):
    run(REPO / "examples" / "calendar_export.cpp", tmp_path)
    for code, own in [("B01", "老干部第一党支部"), ("B02", "老干部第二党支部")]:
        text = (tmp_path / "out" / f"{code}-2026.ics").read_bytes()
        calendar = icalendar.Calendar.from_ical(text)
        events = calendar.walk("VEVENT")
        assert len(events) == 18
        assert {str(event["SUMMARY"]).partition("：")[2] for event in events} == {own}
        assert str(calendar["X-WR-CALNAME"]).startswith(own)
