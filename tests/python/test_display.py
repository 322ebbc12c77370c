# SPDX-License-Identifier: BSL-1.0
"""What a notebook shows of a collection: its first rows, as they are named, and nothing that runs."""

from datetime import date
from html.parser import HTMLParser

import pytest

import zhibu


class Tables(HTMLParser):
    """The texts of a table, and the tags that stand open."""

    def __init__(self, html):
        super().__init__()
        self.open, self.rows, self.tags, self.text = [], [], set(), ""
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        assert attrs == []
        self.open.append(tag)
        self.tags.add(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data
        if self.open and self.open[-1] in ("td", "th"):
            self.rows[-1][-1] += data


@pytest.fixture(scope="module")
def books():
    roster = zhibu.Roster.load("examples/yongshun")
    rules = zhibu.Rulebook.national()
    held = zhibu.Records.load("examples/yongshun/2017", roster)
    owed = zhibu.obligations(roster, rules, zhibu.Calendar.china(), zhibu.parse_period("2017"),
                             rules_of=date(2026, 1, 1))
    findings = zhibu.audit(owed, held, as_of=date(2017, 9, 30))
    return {"roster": roster, "view": roster.as_of(date(2017, 9, 30)), "rules": rules,
            "owed": owed, "plan": zhibu.plan(owed, zhibu.Calendar.china()), "findings": findings,
            "records": held, "ledger": zhibu.standing_ledger(findings, held, roster)}


EVERY = ["roster", "view", "rules", "owed", "plan", "findings", "records", "ledger"]


@pytest.mark.parametrize("name", EVERY)
def test_a_collection_shows_its_first_rows(books, name):
    shown = Tables(books[name]._repr_html_())
    assert len(shown.rows) == 21
    assert {len(row) for row in shown.rows} == {len(shown.rows[0])}
    assert "前20行，共" in shown.text
    assert shown.tags <= {"table", "caption", "thead", "tbody", "tr", "th", "td", "p"}


def test_a_finding_is_named_by_its_branch_and_its_records(books):
    finding = books["findings"][0]
    row = Tables(books["findings"]._repr_html_()).rows[1]
    unit = books["roster"].unit(finding.obligation.bearer.unit)
    assert row[:4] == [finding.standing.zh, finding.obligation.rule, finding.obligation.activity.zh,
                       unit.name]
    assert row[-1] == "、".join(books["records"][record].code for record in finding.evidence) != ""


def test_what_knows_no_roster_says_numbers(books):
    by_hand = zhibu.Obligations(books["rules"], zhibu.parse_period("2017"))
    first = books["owed"][0]
    by_hand.add(first.provision, first.bearer, first.window)
    assert f"第{first.bearer.unit}号单位" in by_hand._repr_html_()


def test_a_few_rows_are_all_of_them():
    roster = zhibu.Roster()
    roster.add(zhibu.Unit(code="B01", name="<b>甲</b> & 乙", kind=zhibu.UnitKind.branch,
                          standing=zhibu.since(date(2019, 3, 1))))
    html = roster._repr_html_()
    assert "&lt;b&gt;甲&lt;/b&gt; &amp; 乙" in html and "<b>" not in html
    assert "前" not in html


def test_totals_stand_below_a_ledger(books):
    year = zhibu.parse_period("2017")
    rules = zhibu.Rulebook.national() + zhibu.Rulebook.load("examples/yongshun/rules.toml")
    funds = zhibu.ledger(zhibu.LedgerKind.funds, books["roster"], books["records"], rules,
                         period=year)
    assert "结余 282544.00" in Tables(funds._repr_html_()).text
