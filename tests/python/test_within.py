# SPDX-License-Identifier: BSL-1.0
"""What a unit's subtree may see, whom study reached, and what a published ledger has."""

import hmac
from datetime import date
from pathlib import Path

import pytest

import zhibu

COUNTY = Path(__file__).parents[2] / "examples" / "yongshun"
YEAR = zhibu.parse_period("2017")
TOP = "YS-B01"


@pytest.fixture(scope="module")
def roster():
    return zhibu.Roster.load(COUNTY)


@pytest.fixture(scope="module")
def records(roster):
    return zhibu.Records.load(COUNTY / "2017", roster)


@pytest.fixture(scope="module")
def rules():
    return zhibu.Rulebook.national() + zhibu.Rulebook.load(COUNTY / "rules.toml")


def outputs(part, held, rules, folder):
    """All that is printed of a part, by what it is."""
    zhibu.write_tables(part, folder)
    found = {file.name: file.read_text("utf-8") for file in folder.iterdir()}
    for kind in zhibu.LedgerKind.__members__.values():
        ledger = zhibu.ledger(kind, part, held, rules, period=YEAR,
                              shown=list(zhibu.Sensitive.__members__.values()))
        found[str(kind)] = zhibu.to_markdown(ledger) + zhibu.to_icalendar(ledger)
    calendar = zhibu.Calendar.china()
    findings = zhibu.audit(zhibu.obligations(part, rules, calendar, YEAR), held,
                           as_of=date(2017, 12, 31))
    found["standing"] = zhibu.to_csv(zhibu.standing_ledger(findings, held, part))
    found["explanations"] = "".join(
        zhibu.text_of(zhibu.explain(findings, f.obligation.id, roster=part, calendar=calendar),
                      findings, held)
        for f in findings)
    with pytest.raises(ValueError) as refused:
        part.unit("YS-B0")
    found["refusal"] = str(refused.value)
    return found


def plant(roster, word):
    """Adds a unit, a person and what is known of them, each with the word, outside the part."""
    unit = roster.add(zhibu.Unit(code="YS-B0" + word, name=word + "支部", kind=zhibu.UnitKind.branch,
                                 standing=zhibu.since(date(2012, 1, 1))))
    person = roster.add(zhibu.Person(code="P" + word, name=word, born_on=date(1940, 1, 1),
                                     sex=zhibu.Sex.female, retirement=zhibu.Retirement.retired))
    roster.add(zhibu.Membership(person=person, unit=unit, kind=zhibu.MembershipKind.home,
                                period=zhibu.since(date(2012, 1, 1))))
    roster.add(zhibu.Particulars(person=person, id_number=word + "号", phone=word + "话",
                                 health=word + "病"))
    return unit, person


def parts(word, tmp_path):
    roster = zhibu.Roster.load(COUNTY)
    records = zhibu.Records.load(COUNTY / "2017", roster)
    unit, person = plant(roster, word)
    records.add(zhibu.Record(code="R" + word, unit=unit, activities=zhibu.Activity.care_visit,
                             held_on=date(2017, 5, 1), persons=[person], remark=word + "注"))
    records.add(zhibu.Visit(record=records.record("R" + word).id, person=person,
                            kind=zhibu.VisitKind.hospital, reason=word + "因"))
    part = roster.within(TOP)
    rules = zhibu.Rulebook.national() + zhibu.Rulebook.load(COUNTY / "rules.toml")
    held = records.within(whole=roster, part=part)
    found = outputs(part, held, zhibu.within(rules, part), tmp_path / word)
    return zhibu.to_bytes(part), found


def test_nothing_from_outside_is_printed_and_nothing_changes_with_it(tmp_path):
    archive, one = parts("密七", tmp_path)
    other_archive, other = parts("藏九九", tmp_path)
    assert archive == other_archive
    assert one == other
    assert len(one) > 8
    for text in one.values():
        assert "密" not in text
        assert "YS-B02" not in text
    assert "密".encode() not in archive


def test_a_part_has_what_is_inside(roster, records):
    part = roster.within(TOP)
    held = records.within(whole=roster, part=part)
    assert [unit.code for unit in part.units()][0] == TOP
    inside = {unit.id for unit in roster.units()
              if roster.is_within(unit.id, TOP, day=date(2017, 12, 31))}
    assert len(held) == sum(record.unit in inside for record in records) > 0
    assert {record.code for record in held} < {record.code for record in records}


def test_coverage_counts_each_person_once(roster, records):
    asked = {"activities": [zhibu.Activity.study_day, zhibu.Activity.members_meeting],
             "period": YEAR}
    whole = zhibu.coverage(roster, records, **asked)
    branch = zhibu.coverage(roster, records, within=TOP, **asked)
    assert len({reach.person for reach in whole.persons}) == len(whole.persons)
    assert whole.rate().numerator + len(whole.left_out()) == whole.rate().denominator
    assert 0 < branch.rate().denominator < whole.rate().denominator
    months = zhibu.coverage_by_month(roster, records, within=TOP, **asked)
    assert [month.period.begin.month for month in months] == list(range(1, 13))
    reached = {r.person for month in months for r in month.persons if r.reached()}
    assert reached == {r.person for r in branch.persons if r.reached()}
    with pytest.raises(ValueError, match="accepted: one at least"):
        zhibu.coverage(roster, records, activities=[], period=YEAR)


def test_a_published_ledger_has_keyed_hashes_for_codes(roster, records, rules):
    def drawn(**asked):
        return zhibu.ledger(zhibu.LedgerKind.political_birthdays, roster, records, rules,
                            period=YEAR, within=TOP, **asked)

    plain = drawn()
    column = [c.name for c in plain.columns].index("编号")
    published = drawn(published=True, pseudonym_key="钥匙")
    assert plain.rows
    for row, veiled in zip(plain.rows, published.rows):
        digest = hmac.new("钥匙".encode(), row.cells[column].encode(), "sha256")
        assert veiled.cells[column] == digest.hexdigest()[:16]
    assert {row.cells[column] for row in drawn(published=True).rows} == {""}
    names = {row.cells[1] for row in published.rows}
    assert all("*" in name for name in names)
