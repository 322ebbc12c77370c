# SPDX-License-Identifier: BSL-1.0
"""Collections are sequences, and a row outlives whatever is done with its collection."""

import gc
from datetime import date

import pytest

import zhibu


def test_collections_are_sequences(owed, held, rules):
    findings = zhibu.audit(owed, held, as_of=date(2026, 12, 31))
    for rows, name in ((owed, "rule"), (findings, "standing"), (held, "code"), (rules, "code")):
        names = [getattr(row, name) for row in rows]
        assert len(names) == len(rows) > 0
        assert [getattr(rows[i], name) for i in range(len(rows))] == names
        assert getattr(rows[-1], name) == names[-1]
        assert getattr(rows[-len(rows)], name) == names[0]
        assert [getattr(row, name) for row in rows[1::2]] == names[1::2]
        assert [getattr(row, name) for row in rows[::-1]] == names[::-1]
        assert rows[len(rows):] == []
        for outside in (len(rows), -len(rows) - 1):
            with pytest.raises(IndexError):
                rows[outside]


def test_a_handle_is_the_place_of_its_row(owed, held):
    assert [o.id for o in owed] == list(range(len(owed)))
    assert held[held.record("R2").id].code == "R2"


def kept(make):
    """What `make` returns, after its collections are gone and their memory is used anew."""
    row = make()
    gc.collect()
    _ = ["其他内容" * n for n in range(2000)]
    return row


def test_a_unit_outlives_its_roster(roster):
    copy = zhibu.Roster()
    copy.add(roster.unit("GW"))
    assert kept(lambda: only_unit("一个很长的党支部名称，长过任何短字符串")).name.endswith("短字符串")
    assert kept(lambda: only_units("离退休干部党支部的名称，也长过短字符串"))[0].name.endswith("短字符串")


def only_unit(name):
    return roster_of(name).unit("B01")


def only_units(name):
    return roster_of(name).units()


def roster_of(name):
    roster = zhibu.Roster()
    roster.add(zhibu.Unit(
        code="B01", name=name, kind=zhibu.UnitKind.branch, standing=zhibu.since(date(2010, 1, 1))))
    return roster


def long(text):
    """A text that nobody else keeps."""
    return "".join(text for _ in range(40))


def test_a_row_that_is_made_keeps_its_texts():
    unit = kept(lambda: zhibu.Unit(
        code=long("B"), name=long("党支部"), kind=zhibu.UnitKind.branch,
        standing=zhibu.since(date(2010, 1, 1))))
    assert (unit.code, unit.name) == (long("B"), long("党支部"))
    source = kept(lambda: zhibu.Citation(long("条例"), long("1"), article_verified=False))
    assert (source.document, source.article) == (long("条例"), long("1"))
    made = kept(lambda: zhibu.Record(
        code=long("R"), unit=0, activities=zhibu.Activity.study_day, held_on=date(2026, 1, 9),
        persons=list(range(100)), remark=long("备注")))
    assert (made.code, made.remark) == (long("R"), long("备注"))
    assert made.persons == list(range(100))


def test_a_provision_and_its_source_outlive_their_rulebook():
    source = kept(lambda: zhibu.Rulebook.national().provision("MTG-06").source)
    assert str(source) == "《中国共产党支部工作条例（试行）》第12条"
    (exemption,) = kept(lambda: zhibu.Rulebook.national().provision("MTG-06").exemptions)
    assert exemption.rule == "COM-04" and exemption.source.document == source.document


def test_an_obligation_outlives_the_plan_it_stands_in(roster, rules, calendar):
    year = zhibu.parse_period("2026")
    obligation = kept(lambda: zhibu.plan(
        zhibu.obligations(roster, rules, calendar, year), calendar).obligations[0])
    assert obligation.rule == "MTG-01"
    assert kept(lambda: obligation.source).document == "中国共产党支部工作条例（试行）"


def test_a_findings_evidence_and_waiver_outlive_the_audit(owed, roster):
    def finding(nth):
        held = zhibu.Records()
        held.add(zhibu.Record(code="R1", unit=roster.unit("B01").id, held_on=date(2026, 3, 31),
                              activities=zhibu.Activity.members_meeting))
        held.add(zhibu.Waiver(
            rule="MTG-01", bearer=zhibu.Bearer(unit=roster.unit("B01").id),
            period=zhibu.parse_period("2026"), reason="因防汛抗灾延期，经批准予以豁免",
            approved_by="工委", approved_on=date(2026, 1, 1)))
        return zhibu.audit(owed, held, as_of=date(2026, 12, 31))[nth]

    assert kept(lambda: finding(0)).evidence == [0]
    waived = kept(lambda: finding(1))
    assert kept(lambda: waived.waiver).reason == "因防汛抗灾延期，经批准予以豁免"
    assert kept(lambda: finding(1).obligation).source.article == "11"


def test_rows_stay_as_they_were_while_their_collection_grows(held, roster):
    record, unit = held.record("R2"), roster.unit("B01")
    for n in range(5000):
        held.add(zhibu.Record(
            code=f"X{n}", unit=unit.id, activities=zhibu.Activity.study_day,
            held_on=date(2026, 1, 9), persons=[0, 1], remark=f"第{n}次学习的备注，长过短字符串"))
        roster.add(zhibu.Unit(code=f"X{n}", name=f"新成立的第{n}党支部，名称很长",
                              kind=zhibu.UnitKind.branch, standing=unit.standing))
    assert (record.code, record.persons) == ("R2", [roster.person("P1").id])
    assert (unit.code, unit.name) == ("B01", "一支部")
    assert len(held) == 5002 and held[-1].persons == [0, 1]


def test_a_day_outlives_its_calendar():
    day = kept(lambda: zhibu.Calendar.china().day(date(2026, 10, 1)))
    assert day.name == "国庆节" and "国办发明电" in day.notice
