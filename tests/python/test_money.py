# SPDX-License-Identifier: BSL-1.0
"""Party dues, funds and the ledgers of them, asked from Python."""

from datetime import date

import pytest

import zhibu

YEAR = zhibu.parse_period("2017")
END = date(2017, 12, 31)


@pytest.fixture(scope="module")
def rules():
    return zhibu.Rulebook.national()


@pytest.fixture
def branch():
    roster = zhibu.Roster()
    always = zhibu.since(date(2010, 1, 1))
    unit = roster.add(zhibu.Unit(code="B", name="某党支部", kind=zhibu.UnitKind.branch,
                                standing=always))
    person = roster.add(zhibu.Person(
        code="P1", name="松一", sex=zhibu.Sex.female, born_on=date(1940, 1, 1),
        retirement=zhibu.Retirement.retired,
        retired_on=date(2000, 1, 1), admitted_on=date(1970, 5, 1)))
    roster.add(zhibu.Membership(person=person, unit=unit, period=always))
    return roster


@pytest.fixture
def records(branch):
    kept = zhibu.Records()
    person = branch.person("P1").id
    kept.add(zhibu.DuesBase(person=person, monthly_fen=500001,
                            period=zhibu.since(date(2010, 1, 1))))
    kept.add(zhibu.DuesPayment(person=person, period=zhibu.parse_period("2017-Q1"),
                               paid_on=date(2017, 1, 10), amount_fen=15001))
    fund = kept.add(zhibu.Fund(code="F", name="某经费", purpose="工作经费", period=YEAR))
    kept.add(zhibu.Appropriation(code="A", fund=fund, on=date(2017, 3, 1), amount_fen=100))
    kept.add(zhibu.Payment(code="Z", fund=fund, on=date(2017, 4, 1), amount_fen=101,
                           payee=zhibu.Bearer(person=person)))
    return kept


def test_dues_are_exact(rules):
    rate = rules.requirement("DUES-05").demand
    assert isinstance(rate, zhibu.DuesRate)
    assert zhibu.dues(rate, 500000) == 2_500_000
    assert zhibu.dues(rate, 500001) == 5_000_010
    assert zhibu.per_mille_of(rate, 500001) == 10
    assert rate == zhibu.DuesRate(brackets=[zhibu.DuesBracket(up_to_fen=500000, per_mille=5),
                                            zhibu.DuesBracket(per_mille=10)])


def test_a_rate_that_does_not_hold_any_base_is_refused():
    with pytest.raises(ValueError, match="a last one without a bound"):
        zhibu.DuesRate(brackets=[zhibu.DuesBracket(up_to_fen=1, per_mille=5)])


def test_the_other_rules_on_dues_are_read(rules):
    assert rules.requirement("DUES-08").demand.in_month_of == zhibu.Milestone.admitted
    assert rules.requirement("DUES-12").demand.per == zhibu.Span.month
    assert rules.requirement("DUES-12-catch-up").demand.months == 6
    assert rules.requirement("DUES-13").demand == rules.requirement("DUES-13").demand
    assert "连续6个月" in zhibu.explain(rules.requirement("DUES-13"))


def test_an_account_says_what_is_owed_and_paid(branch, records, rules):
    account = zhibu.dues_account(branch, records, rules, person="P1", period=YEAR, as_of=END)
    assert len(account.months) == account.months_owed == 12
    assert account.owed == 12 * 5_000_010 and account.paid == 15_001_000
    assert account.unpaid_in_a_row == 9
    assert rules.requirements()[account.unpaid_too_long].code == "DUES-13"
    assert account.months[0].is_known() and account.months[0].arrears() == 0
    assert account.months[3].paid_on is None and account.months[3].base_fen == 500001
    assert account.arrears == 9 * 5_000_010
    with pytest.raises(ValueError):
        zhibu.dues_account(branch, records, rules, person="P9", period=YEAR, as_of=END)


def test_a_fund_is_overdrawn_by_the_payment_that_first_exceeds(branch, records):
    fund = records.fund("F").id
    assert zhibu.balance(records, fund, date(2017, 3, 31)) == zhibu.FundBalance(in_fen=100)
    assert zhibu.balance(records, fund, END).left_fen() == -1
    assert zhibu.check_funds(records, as_of=date(2017, 3, 31)) == []
    [fault] = zhibu.check_funds(records, as_of=END, roster=branch)
    assert fault == zhibu.FundFault(kind=zhibu.FundFaultKind.overdrawn, fund=fund, code="Z",
                                    on=date(2017, 4, 1), amount_fen=1)


def test_ledgers_of_money_are_told_in_both_languages(branch, records, rules):
    zh = zhibu.ledger(zhibu.LedgerKind.dues, branch, records, rules, period=YEAR)
    assert [str(total) for total in zh.totals][3:] == ["600.0012", "150.01", "450.0009"]
    assert zh.columns[6].kind == zhibu.CellKind.exact_yuan
    en = zhibu.ledger(zhibu.LedgerKind.funds, branch, records, rules, period=YEAR,
                      language=zhibu.Language.en)
    assert [total.name for total in en.totals] == ["brought forward", "in", "out", "left"]
    assert [str(total) for total in en.totals] == ["0.00", "1.00", "1.01", "-0.01"]


@pytest.mark.parametrize("kind", [
    zhibu.LedgerKind.visits, zhibu.LedgerKind.pairings, zhibu.LedgerKind.hardship_aid,
    zhibu.LedgerKind.cluster_meetings, zhibu.LedgerKind.opinions, zhibu.LedgerKind.contact_visits])
def test_a_ledger_of_nothing_has_headings_and_totals_of_nothing(kind, rules):
    ledger = zhibu.ledger(kind, zhibu.Roster(), zhibu.Records(), rules, period=YEAR)
    assert ledger.rows == [] and ledger.columns
    assert {total.value for total in ledger.totals} == {0}


def test_a_venue_may_be_demanded_and_documents_are_listed():
    rules = zhibu.Rulebook.load("examples/yongshun/rules.toml")
    assert rules.requirement("SEED-09").demand.purpose == ""
    titles = {document.title: document for document in rules.documents()}
    assert titles["永顺县进一步加强离退休干部工作实施意见"].layer == zhibu.Layer.county
