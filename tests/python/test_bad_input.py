# SPDX-License-Identifier: BSL-1.0
"""What the caller wrote wrong is a ValueError that says what was found and what is accepted."""

import os
from datetime import date

import pytest

import zhibu
from conftest import ALWAYS, RULES


@pytest.mark.parametrize(("bad", "said"), [
    (lambda: zhibu.Activity.parse("members_meting"),
     ["members_meting", "did you mean 'members_meeting'", "committee_meeting"]),
    (lambda: zhibu.parse_period("2026-13"), ["2026-13"]),
    (lambda: zhibu.LunarDate(2027, 6, 1, leap=True), ["2027"]),
    (lambda: zhibu.Recurrence("FREQ=DAILY;COUNT=0", start=date(2026, 1, 1)), []),
    (lambda: zhibu.festival(2026, "中秋街"), ["中秋街"]),
    (lambda: zhibu.solar_term(2026, "清名"), ["清名", "清明"]),
    (lambda: zhibu.Rulebook.parse("[[provisoin]]", "mine.toml"), ["mine.toml:1", "provisoin"]),
    (lambda: zhibu.Rulebook.load("nowhere/rules.toml"), ["nowhere/rules.toml"]),
    (lambda: zhibu.Roster.load("nowhere"), ["nowhere"]),
    (lambda: zhibu.Calendar.load("nowhere.toml"), ["nowhere.toml"]),
    (lambda: zhibu.Bearer(), ["a unit or a person"]),
    (lambda: zhibu.Bearer(unit=0, person=0), ["a unit or a person"]),
])
def test_a_value_error_names_what_was_wrong(bad, said):
    with pytest.raises(ValueError) as error:
        bad()
    for words in said:
        assert words in str(error.value)


def test_an_unknown_code_names_the_nearest(roster, rules, held):
    with pytest.raises(ValueError, match="B01"):
        roster.unit("B02")
    with pytest.raises(ValueError, match="MTG-01"):
        rules.provision("MTG-1")
    with pytest.raises(ValueError, match="R3"):
        held.record("R3")


def test_a_handle_that_was_never_issued(roster):
    with pytest.raises(ValueError):
        roster.unit(99)
    with pytest.raises(ValueError, match="-1"):
        roster.unit(-1)
    with pytest.raises(ValueError, match=str(2**64)):
        roster.unit(2**64)


@pytest.mark.parametrize("wrong", [True, 1.0, None])
def test_a_handle_is_an_int(roster, wrong):
    with pytest.raises(TypeError):
        roster.unit(wrong)


def test_a_second_unit_of_one_code(roster):
    with pytest.raises(ValueError, match="B01"):
        roster.add(zhibu.Unit(
            code="B01", name="二支部", kind=zhibu.UnitKind.branch, standing=ALWAYS))
    assert len(roster.units()) == 2


@pytest.mark.parametrize("bytes_of_path", [os.fspath, os.fsencode])
def test_a_file_with_faults_names_file_and_line(tmp_path, bytes_of_path):
    file = tmp_path / "规定.toml"
    file.write_text(RULES.replace('"members_meeting"', '"members_meting"'), encoding="utf-8")
    with pytest.raises(ValueError, match=r"规定\.toml:13.*'members_meting'.*did you mean"):
        zhibu.Rulebook.load(bytes_of_path(file))


def test_a_record_without_an_activity():
    with pytest.raises(ValueError, match="no activity"):
        zhibu.Records().add(zhibu.Record(
            code="R1", unit=0, activities=[], held_on=date(2026, 3, 31)))


def test_activities_are_activities():
    with pytest.raises(TypeError):
        zhibu.Record(code="R1", unit=0, activities="members_meeting", held_on=date(2026, 3, 31))


def test_fields_are_given_by_name_and_none_is_forgotten():
    with pytest.raises(TypeError):
        zhibu.Unit("B01", "一支部", zhibu.UnitKind.branch)
    with pytest.raises(TypeError):
        zhibu.Unit(code="B01", name="一支部", kind=zhibu.UnitKind.branch)


def test_rows_cannot_be_changed(roster, owed):
    with pytest.raises(AttributeError):
        roster.unit("B01").name = "二支部"
    with pytest.raises(AttributeError):
        owed[0].times = 0


def test_a_waiver_of_an_unknown_rule(owed, held):
    held.add(zhibu.Waiver(
        rule="MTG-99", bearer=zhibu.Bearer(unit=1), period=ALWAYS, reason="防汛", approved_by="工委",
        approved_on=date(2026, 1, 1)))
    with pytest.raises(ValueError, match="MTG-99"):
        zhibu.audit(owed, held, as_of=date(2026, 12, 31))


def test_a_ledger_of_another_form(tmp_path):
    ledger = zhibu.Ledger(title="台账", as_of=date(2026, 7, 1), columns=[], rows=[])
    with pytest.raises(ValueError, match=r"'\.xlsx'.*\.md, \.csv, \.ics"):
        zhibu.write(ledger, tmp_path / "a.xlsx")
