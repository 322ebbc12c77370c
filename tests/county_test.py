# SPDX-License-Identifier: BSL-1.0
"""The example county: its files, what went wrong in its year on purpose, and what it says of that.

After a change on purpose: build/dev/examples/county > tests/golden/county.txt, and what
build/dev/examples/article writes to tests/golden/article.{zh,en}.md.
"""

import csv
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parent.parent
COUNTY = REPO / "examples" / "yongshun"
GOLDEN = REPO / "tests" / "golden" / "county.txt"

SEPTEMBER = date(2017, 9, 30)
JANUARY = date(2018, 1, 1)

NO_MODULE = "the Python module is not built, or not on PYTHONPATH"


def run(*command):
    done = subprocess.run(command, cwd=REPO, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode("utf-8")


def cpp(example):
    program = os.environ.get("ZHIBU_COUNTY")
    if program is None:
        pytest.skip("ZHIBU_COUNTY does not say where the program is")
    return [str(Path(program).with_name(example))]


def python(example):
    pytest.importorskip("zhibu", reason=NO_MODULE)
    return [sys.executable, str(REPO / "examples" / f"{example}.py")]


LANGUAGES = pytest.mark.parametrize("spoken", [cpp, python], ids=["cpp", "python"])


# The files


def test_the_script_writes_the_files_as_they_stand(tmp_path):
    run(sys.executable, str(COUNTY / "generate.py"), str(tmp_path))
    made = sorted(p.relative_to(tmp_path) for p in tmp_path.rglob("*") if p.is_file())
    assert len(made) == 33
    for file in made:
        assert (tmp_path / file).read_bytes() == (COUNTY / file).read_bytes(), file


def test_the_86_year_old_of_the_report_is_not_among_the_invented():
    with open(COUNTY / "persons.csv", encoding="utf-8") as file:
        persons = list(csv.DictReader(line for line in file if not line.startswith("#")))
    with_honours = [p for p in persons if p["retirement"] == "retired_with_honours"]
    assert 24 <= len(with_honours) <= 60
    assert [p for p in with_honours if p["born"][:4] in ("1930", "1931")] == []
    assert [p for p in with_honours if p["joined_revolution"] > "1949-09-30"] == []


# What it says


@LANGUAGES
def test_the_county_says_what_is_written_down(spoken, tmp_path):
    said = run(*spoken("county"), str(COUNTY), str(tmp_path / "out"))
    assert said == GOLDEN.read_text(encoding="utf-8")


def test_both_languages_write_the_same_ledgers(tmp_path):
    for spoken in (cpp, python):
        run(*spoken("county"), str(COUNTY), str(tmp_path / spoken.__name__))
    made = sorted(p.name for p in (tmp_path / "cpp").iterdir())
    assert len(made) == 9
    for file in made:
        written = (tmp_path / "cpp" / file).read_bytes()
        assert written == (tmp_path / "python" / file).read_bytes(), file


def test_both_languages_write_all_ledgers_alike(tmp_path):
    pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    pytest.importorskip("jinja2", reason="Jinja2 is not installed")
    said = {spoken: run(*spoken("ledgers"), str(COUNTY), str(tmp_path / spoken.__name__))
            for spoken in (cpp, python)}
    assert said[cpp] == said[python]
    made = sorted(p.name for p in (tmp_path / "cpp" / "ledgers").iterdir())
    assert len(made) == 2 * 27
    for file in made:
        written = (tmp_path / "cpp" / "ledgers" / file).read_bytes()
        assert written == (tmp_path / "python" / "ledgers" / file).read_bytes(), file
    assert (tmp_path / "python" / "ledgers-2017.xlsx").read_bytes().startswith(b"PK")


@LANGUAGES
def test_the_annual_report_says_what_is_written_down(spoken, tmp_path):
    run(*spoken("article"), str(COUNTY), str(tmp_path))
    for language in ("zh", "en"):
        said = (tmp_path / f"annual-report-2017.{language}.md").read_text(encoding="utf-8")
        assert said == (GOLDEN.parent / f"article.{language}.md").read_text(encoding="utf-8")


def test_without_a_record_the_annual_report_says_so(tmp_path):
    shutil.copytree(COUNTY, tmp_path / "county")
    minutes = tmp_path / "county" / "2017" / "minutes.csv"
    rows = minutes.read_text(encoding="utf-8").splitlines(keepends=True)
    first = next(row for row in rows if ",special_report," in row or ",report_meeting," in row)
    minutes.write_text("".join(row for row in rows if row != first), encoding="utf-8")
    (tmp_path / "county" / "2017" / "study_notes.csv").unlink()

    run(*python("article"), str(tmp_path / "county"), str(tmp_path))
    said = (tmp_path / "annual-report-2017.zh.md").read_text(encoding="utf-8")
    assert "24[^SEED-18]期次" in said
    assert "学习纪实档案今年没有记录。" in said and "[^SEED-21]" not in said


@LANGUAGES
def test_a_folder_without_a_county_is_named(spoken, tmp_path):
    done = subprocess.run([*spoken("county"), str(tmp_path)], capture_output=True, check=False)
    assert done.returncode == 1
    assert str(tmp_path / "units.csv") in done.stderr.decode("utf-8")


# What went wrong in 2017, by the rules of 2026

# rule, bearer, window, on 30 September, on New Year's Day, and why the first record that one might
# have thought of does not count: of what is missing it is the next one, which was held for itself.
GAPS = [
    # missing
    ("MTG-01", "YS-B07", "2017-Q2", "overdue", "overdue", "other_period"),
    ("MTG-06", "YS-B19", "2017-05", "overdue", "overdue", ""),
    ("LIFE-01", "YS-B33", "2017-02", "overdue", "overdue", "other_period"),
    ("MTG-09", "YS-B12-G2", "2017-08", "overdue", "overdue", "other_period"),
    ("YS-01", "YS-B38", "2017-Q1", "overdue", "overdue", "other_period"),
    ("SR-06", "YS-B17", "2017-Q1", "overdue", "overdue", "other_period"),
    ("SR-05", "YS-B28", "2017-05-20..2017-05-30", "overdue", "overdue", ""),
    ("TERM-02", "YS-B16", "2017-03-20..2017-09-20", "overdue", "overdue", ""),
    ("SR-01", "YS-B01", "2017-07-03..2017-07-17", "overdue", "overdue", ""),
    # held late, for the period that was missed
    ("MTG-01", "YS-B15", "2017-Q1", "satisfied_late", "satisfied_late", ""),
    ("LIFE-01", "YS-B22", "2017-03", "satisfied_late", "satisfied_late", ""),
    ("MTG-06", "YS-B47", "2017-06", "satisfied_late", "satisfied_late", ""),
    ("SR-06", "YS-B21", "2017-Q2", "satisfied_late", "satisfied_late", ""),
    # held in the wrong quarter, and not for the right one
    ("MTG-01", "YS-B40", "2017-Q1", "overdue", "overdue", "other_period"),
    ("SR-02", "YS-LD", "2017-Q2", "overdue", "overdue", "other_period"),
    # waived, and waived only after the audit
    ("LIFE-01", "YS-B31", "2017-07", "waived", "waived", "other_period"),
    ("MTG-01", "YS-B36", "2017-Q2", "overdue", "waived", "other_period"),
    # void
    ("MTG-06", "YS-B24", "2017-03", "overdue", "overdue", "voided"),
    ("SR-04", "YS-GW", "2017-05", "overdue", "overdue", "voided"),
    # one afternoon that was two things
    ("MTG-01", "YS-B09", "2017-Q1", "satisfied", "satisfied", ""),
    ("LIFE-01", "YS-B09", "2017-03", "satisfied", "satisfied", ""),
    # the meeting for 2016 is none of 2017
    ("LIFE-03", "YS-B05", "2017", "due", "satisfied", "other_period"),
    # the study day that was moved from a Saturday to the Friday before
    ("SR-01", "YS-B01", "2017-06-03..2017-06-17", "satisfied", "satisfied", ""),
    # money: too little, too much, in two parts, late in the year, never
    ("SR-09", "YS-B10", "2017", "due", "overdue", ""),
    ("SR-09", "YS-B20", "2017", "satisfied", "satisfied", ""),
    ("SR-09", "YS-B30", "2017", "satisfied", "satisfied", ""),
    ("SR-09", "YS-B48", "2017", "due", "satisfied", ""),
    ("SR-09", "YS-B13", "2017", "due", "overdue", ""),
    # in person: a visit to another branch
    ("SR-03", "P1495", "2017", "due", "overdue", "other_place"),
    ("SR-03", "P1492", "2017", "satisfied", "satisfied", ""),
]


@pytest.fixture(scope="module")
def county():
    zhibu = pytest.importorskip("zhibu", reason=NO_MODULE)
    roster = zhibu.Roster.load(COUNTY)
    rules = zhibu.Rulebook.national() + zhibu.Rulebook.load(COUNTY / "rules.toml")
    year = zhibu.parse_period("2017")
    owed = zhibu.obligations(roster, rules, zhibu.Calendar.load(COUNTY / "calendar.toml"), year,
                             rules_of=date(2026, 1, 1))
    held = zhibu.Records.load(COUNTY / "2017", roster)

    def audited(day):
        return {(f.obligation.rule, roster[f.obligation.bearer].code,
                 zhibu.title(f.obligation.window)): f
                for f in zhibu.audit(owed, held, as_of=day)}

    return {day: audited(day) for day in (SEPTEMBER, JANUARY)}


@pytest.mark.parametrize("rule, bearer, window, september, january, why", GAPS)
def test_what_went_wrong_is_found(county, rule, bearer, window, september, january, why):
    before, after = (county[day][rule, bearer, window] for day in (SEPTEMBER, JANUARY))
    assert (str(before.standing), str(after.standing)) == (september, january)
    assert [str(d.why) for d in before.discounted][:1] == ([why] if why else [])


def test_money_above_the_rule_is_seen(county):
    found = county[JANUARY]["SR-09", "YS-B20", "2017"]
    assert (found.paid_fen, found.obligation.most_fen) == (2_100_000, 2_000_000)


@pytest.fixture(scope="module")
def attendances():
    zhibu = pytest.importorskip("zhibu", reason=NO_MODULE)
    held = zhibu.Records.load(COUNTY / "2017", zhibu.Roster.load(COUNTY))
    return [(record, who) for record in held if (who := held.attendance(record.id))]


def test_two_branches_say_who_was_at_each_of_their_members_meetings(attendances):
    zhibu = pytest.importorskip("zhibu", reason=NO_MODULE)
    meetings = zhibu.Activity.members_meeting
    taken = [(record, who) for record, who in attendances if meetings in record.activities]
    assert len(taken) == 8 and len({record.unit for record, _ in taken}) == 2
    for record, who in taken:
        assert (record.due, record.present) == (len(who), who.counted_present())
        assert who.count(zhibu.Presence.served_at_home) > 0 < who.count(zhibu.Presence.online)


def test_of_two_who_were_absent_from_a_study_nobody_wrote_down_why(attendances):
    zhibu = pytest.importorskip("zhibu", reason=NO_MODULE)
    studies = [who for record, who in attendances if zhibu.Activity.study_day in record.activities]
    assert len(studies) == 11  # one of the twelve was entered by mistake
    absent = [a for who in studies for a in who if a.presence == zhibu.Presence.absent]
    assert [a.reason for a in absent] == ["", ""]


def test_the_talks_that_one_branch_never_held_are_the_only_ones_missing(county):
    def short(day):
        return [f for (rule, _, _), f in county[day].items() if rule == "LIFE-07" and f.missing]

    assert len(short(SEPTEMBER)) > 500
    assert len({f.obligation.at for f in short(JANUARY)}) == 1
