# SPDX-License-Identifier: BSL-1.0
"""What is kept beside the records: minutes, notes, visits, money, opinions, tasks and dues."""

from datetime import date
from pathlib import Path

import pytest

import zhibu

COUNTY = Path(__file__).parents[2] / "examples" / "yongshun"


@pytest.fixture(scope="module")
def roster():
    return zhibu.Roster.load(COUNTY)


@pytest.fixture(scope="module")
def held(roster):
    return zhibu.Records.load(COUNTY / "2017", roster)


@pytest.fixture
def books(roster):
    """One study of one branch, to which a test adds."""
    records = zhibu.Records()
    records.add(zhibu.Record(code="R1", unit=roster.unit("YS-B01").id,
                             activities=[zhibu.Activity.study_day], held_on=date(2017, 3, 10),
                             amount_fen=100_00))
    return records


def test_minutes_stand_beside_their_record(held):
    training = held.record("W2017-0001")
    minutes = held.minutes(training.id)
    assert (minutes.form, minutes.host) == (zhibu.StudyForm.training_class, "永顺老干部党校")
    assert training.present == 44


def test_the_records_of_a_campaign_are_found_by_it(held):
    campaign = held.campaign("ZT2017-01")
    places = {minutes.places for minutes in held.minutes(campaign=campaign.id)}
    assert {"溪州新城", "不二门景区", "乡村农家"} <= places


def test_what_a_person_has_is_found_by_the_person(roster, held):
    person = roster.person("P0021").id
    notes = held.study_notes(person=person)
    assert notes and all(note.person == person and note.note for note in notes)
    assert sum(p.amount_fen for p in held.dues_payments(person=roster.person("P0012").id)) == 60000


def test_money_comes_into_a_fund_and_goes_out_of_it(held):
    aid = held.fund("F-AID")
    assert sum(a.amount_fen for a in held.appropriations(fund=aid.id)) == 100_000_00
    paid = held.payments(fund=aid.id)
    assert sum(p.amount_fen for p in paid) == 86_000_00
    assert [p.survivor for p in paid if p.survivor] == ["配偶", "配偶"]


def test_an_opinion_waits_until_it_is_answered(held):
    opinion = held.opinion("O2017-001")
    day = opinion.collected_on
    assert zhibu.state_on(opinion, day) == zhibu.OpinionState.collected
    assert zhibu.waited_days(opinion, day) == 0
    assert zhibu.state_on(opinion, opinion.answered_on) == zhibu.OpinionState.answered
    waited = (opinion.answered_on - day).days
    assert zhibu.waited_days(opinion, date(2030, 1, 1)) == waited
    assert zhibu.state_on(held.opinion("O2017-005"), date(2030, 1, 1)) \
        == zhibu.OpinionState.collected


def test_one_can_keep_books_of_ones_own(books, roster):
    fund = books.add(zhibu.Fund(code="F1", name="经费", purpose="专项经费",
                                unit=roster.unit("YS-B01").id, period=zhibu.parse_period("2017")))
    books.add(zhibu.Appropriation(code="B1", fund=fund, on=date(2017, 3, 10), amount_fen=100_00,
                                  record=books.record("R1").id))
    books.add(zhibu.Minutes(record=books.record("R1").id, topic="学习", beneficiaries=30))
    assert [a.code for a in books.appropriations(fund=fund)] == ["B1"]
    assert books.fund(fund).name == "经费" and books.minutes(0).beneficiaries == 30


@pytest.mark.parametrize(("row", "found"), [
    (lambda: zhibu.Minutes(record=7), "no such record"),
    (lambda: zhibu.Minutes(record=0, at_least=True), "at least how many"),
    (lambda: zhibu.StudyNote(record=0, person=0), "without note, reflection and insight"),
    (lambda: zhibu.Visit(record=0, person=0, kind=zhibu.VisitKind.survivor), "survivors"),
    (lambda: zhibu.Payment(code="Z1", fund=0, on=date(2017, 1, 1), amount_fen=1), "no such fund"),
    (lambda: zhibu.DuesBase(person=0, monthly_fen=-1, period=zhibu.parse_period("2017")),
     "-1 fen"),
    (lambda: zhibu.DuesPayment(person=0, period=zhibu.parse_period("2017-01-01..2017-01-15"),
                               paid_on=date(2017, 1, 2), amount_fen=1), "whole months"),
    (lambda: zhibu.Opinion(code="O1", unit=0, text="意见", collected_on=date(2017, 3, 2),
                           answered_on=date(2017, 3, 1)), "before it was collected"),
])
def test_a_row_that_cannot_be_is_refused_with_what_would_be(books, row, found):
    with pytest.raises(ValueError, match=found) as refused:
        books.add(row())
    assert "accepted: " in str(refused.value)


def test_a_record_has_its_minutes_once(books):
    books.add(zhibu.Minutes(record=0, topic="学习"))
    with pytest.raises(ValueError, match="a second minutes of one record"):
        books.add(zhibu.Minutes(record=0, topic="再学习"))


def test_a_ledger_covers_one_thing(roster, held):
    with pytest.raises(ValueError, match="more than one of unit, within and cluster"):
        zhibu.ledger(zhibu.LedgerKind.members, roster, held, zhibu.Rulebook(),
                     period=zhibu.parse_period("2017"), unit="YS-B01", within="YS-GW")


def test_the_members_of_a_cluster_are_those_of_its_branches(roster, held):
    year = zhibu.parse_period("2017")

    def members(**extent):
        ledger = zhibu.ledger(zhibu.LedgerKind.members, roster, held, zhibu.Rulebook(),
                              period=year, **extent)
        return len(ledger.rows)

    branches = ["YS-B01", "YS-B02", "YS-B03", "YS-B04"]
    assert members(cluster="PZ01") == sum(members(unit=branch) for branch in branches)
    assert members(within="YS-GW") == members() == 1193
