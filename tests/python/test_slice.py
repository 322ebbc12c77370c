# SPDX-License-Identifier: BSL-1.0
"""From a roster and rules to a ledger, in Python alone."""

from datetime import date

import pytest

import zhibu
from conftest import YEAR


def of_rule(rows, rule):
    return [row for row in rows if getattr(row, "obligation", row).rule == rule]


def test_a_roster_answers_for_a_day(roster):
    day = date(2026, 5, 8)
    branch = roster.unit("B01")
    assert branch.name == "一支部" and roster.unit(branch.id).code == "B01"
    assert branch.parent == roster.unit("GW").id
    assert [unit.code for unit in roster.units()] == ["GW", "B01"]
    assert roster.children(branch.parent, day=day) == [branch.id]
    assert roster.is_within(branch.id, branch.parent, day=day)
    assert not roster.is_within(branch.parent, branch.id, day=day)
    assert not roster.is_within(branch.id, branch.parent, day=date(2009, 12, 31))
    home = roster.members(branch.id, kind=zhibu.MembershipKind.home, day=day)
    assert [roster.person(p).name for p in home] == ["柳一", "竹二"]
    assert roster.members(branch.id, kind=zhibu.MembershipKind.home, day=date(2009, 12, 31)) == []
    assert [m.unit for m in roster.memberships(home[0])] == [branch.id]
    assert roster.home(home[0], day=day) == branch.id
    (appointment,) = roster.appointments(branch.parent, day=day)
    assert appointment.titles == "局长" and roster.post(appointment.post).code == "GW-S"
    assert roster.posts(branch.parent) == [appointment.post]
    assert [c.unit for c in roster.contacts(home[0], day=day)] == [branch.id]
    cluster = roster.cluster("PZ01")
    assert roster.cluster_of(branch.id, day=day) == cluster.id
    assert roster.units(cluster.id, day=day) == [branch.id]
    assert zhibu.standing_on(roster.person("P2"), day) == zhibu.PartyStanding.probationary


def test_a_rulebook_is_a_sequence_of_provisions(rules):
    assert [p.code for p in rules] == ["MTG-01", "MTG-06", "SR-01", "SR-03"]
    meeting = rules.provision("MTG-06")
    assert meeting.scope.kinds == [zhibu.UnitKind.branch]
    assert (meeting.cadence.times, meeting.cadence.per) == (1, zhibu.Span.month)
    assert [e.rule for e in meeting.exemptions] == ["COM-04"]
    assert str(meeting.source) == "《中国共产党支部工作条例（试行）》第12条"
    study = rules.provision("SR-01").cadence
    assert str(study.days) == "FREQ=MONTHLY;BYMONTHDAY=10"
    assert study.shift.policy == zhibu.ShiftPolicy.nearest_workday
    assert rules.provision("SR-03").scope.units.codes == ["GW"]


def test_rulebooks_add_up(rules):
    assert len(zhibu.Rulebook.national() + rules.__class__()) == len(zhibu.Rulebook.national())
    with pytest.raises(ValueError, match="MTG-01"):
        rules + rules


def test_what_is_owed(owed, roster):
    assert len(of_rule(owed, "MTG-01")) == 4
    exempted = of_rule(owed, "MTG-06")
    assert len(exempted) == 12 and {o.exempted.rule for o in exempted} == {"COM-04"}
    assert [o.fixed.actual for o in of_rule(owed, "SR-01")][0] == date(2026, 1, 9)
    (visit,) = of_rule(owed, "SR-03")
    assert roster[visit.bearer].name == "柳一" and visit.bearer.unit is None
    assert roster.unit(visit.at).name == "一支部" and visit.times == 4
    assert {o.rules_of for o in owed} == {None}


def test_the_rules_of_another_day_are_an_explicit_choice(roster, rules, calendar):
    year_2017 = zhibu.parse_period("2017")
    assert of_rule(zhibu.obligations(roster, rules, calendar, year_2017), "MTG-01") == []
    by_2026 = zhibu.obligations(roster, rules, calendar, year_2017, rules_of=date(2026, 1, 1))
    assert len(of_rule(by_2026, "MTG-01")) == 4
    assert {o.rules_of for o in by_2026} == {date(2026, 1, 1)}


def test_a_plan_serves_its_obligations(owed, calendar):
    plan = zhibu.plan(owed, calendar)
    assert plan.unplaced == []
    for occurrence in plan.occurrences:
        assert calendar.is_workday(occurrence.day)
        assert occurrence.day in plan.obligations[occurrence.obligation].window


@pytest.mark.parametrize(("as_of", "standing"), [
    (date(2025, 12, 31), zhibu.Standing.upcoming),
    (date(2026, 3, 30), zhibu.Standing.due),
    (date(2026, 3, 31), zhibu.Standing.satisfied),
])
def test_how_the_first_quarters_meeting_stands(owed, held, as_of, standing):
    finding = of_rule(zhibu.audit(owed, held, as_of=as_of), "MTG-01")[0]
    assert finding.standing == standing
    assert [held[r].code for r in finding.evidence] == (
        ["R1"] if standing == zhibu.Standing.satisfied else [])


def test_a_visit_counts_for_who_made_it(owed, held):
    (finding,) = of_rule(zhibu.audit(owed, held, as_of=date(2026, 12, 31)), "SR-03")
    assert finding.missing == 3 and finding.standing == zhibu.Standing.due


def test_a_waiver_needs_its_approval(owed, held, roster):
    bearer = zhibu.Bearer(unit=roster.unit("B01").id)
    held.add(zhibu.Waiver(
        rule="MTG-01", bearer=bearer, period=zhibu.parse_period("2026-Q2"), reason="防汛",
        approved_by="工委", approved_on=date(2026, 7, 2)))
    before = of_rule(zhibu.audit(owed, held, as_of=date(2026, 7, 1)), "MTG-01")[1]
    after = of_rule(zhibu.audit(owed, held, as_of=date(2026, 7, 2)), "MTG-01")[1]
    assert before.standing == zhibu.Standing.overdue and before.waiver is None
    assert after.standing == zhibu.Standing.waived and after.waiver.reason == "防汛"
    assert after.waiver.bearer == bearer and held.waiver_count() == 1


def test_tallies_add_up_to_the_findings(owed, held, roster):
    findings = zhibu.audit(owed, held, as_of=date(2026, 9, 30))
    for by in zhibu.By.__members__.values():
        if by == zhibu.By.tree:  # where a unit has what stands under it as well
            continue
        tallies = zhibu.rollup(findings, roster, by=by)
        assert sum(sum(tally.standing) for tally in tallies) == len(findings)


def test_ledgers_speak_both_languages(owed, held, roster, calendar, tmp_path):
    findings = zhibu.audit(owed, held, as_of=date(2026, 4, 1))
    ledgers = [
        zhibu.plan_ledger(zhibu.plan(owed, calendar), roster),
        zhibu.standing_ledger(findings, held, roster, language=zhibu.Language.en),
        zhibu.ledger(
            zhibu.LedgerKind.political_birthdays, roster, held, zhibu.Rulebook(), period=YEAR
        ),
    ]
    assert [ledger.columns[0].name for ledger in ledgers] == ["日期", "bearer", "政治生日"]
    assert [row.cells[1] for row in ledgers[2].rows] == ["竹二", "柳一"]
    for ledger in ledgers:
        assert {len(row.cells) for row in ledger.rows} == {len(ledger.columns)}
    zhibu.write(ledgers[0], tmp_path / "out" / "plan.md")
    zhibu.write(ledgers[0], str(tmp_path / "out" / "plan.csv"))
    text = (tmp_path / "out" / "plan.md").read_text("utf-8")
    assert text == zhibu.to_markdown(ledgers[0]) and "| 党员大会 |" in text
    assert (tmp_path / "out" / "plan.csv").read_bytes().startswith("\ufeff日期,".encode())


def test_what_is_printed_is_short_and_telling(roster, rules, calendar, owed, held):
    findings = zhibu.audit(owed, held, as_of=date(2026, 4, 1))
    assert [repr(thing) for thing in (
        roster, roster.unit("B01"), roster.person("P2"), rules, rules.provision("SR-03"),
        rules.provision("MTG-06").source, calendar, calendar.day(date(2026, 10, 10)), YEAR, owed,
        owed[0], owed[0].bearer, held, held[0], findings, findings[0],
        zhibu.Standing.due, zhibu.LunarDate(2027, 1, 1),
    )] == [
        "<Roster: 2 units, 2 persons>", "<Unit B01 一支部>", "<Person P2 竹二>", "<Rulebook: 4>",
        "<Provision SR-03 到联系点指导>", "<Citation 《中国共产党支部工作条例（试行）》第12条>",
        "<Calendar decreed through 2026-12-31>", "<Day 2026-10-10 makeup_workday>", "<Period 2026>",
        "<Obligations 2026: 29>", "<Obligation MTG-01 2026-Q1>", "<Bearer unit 1>",
        "<Records: 2>", "<Record R1 2026-03-31>",
        "<Findings as of 2026-04-01: 29>", "<Finding MTG-01 2026-Q1 satisfied>", "Standing.due",
        "<LunarDate 2027年正月初一>",
    ]


def test_one_can_write_a_ledger_of_ones_own():
    row = zhibu.LedgerRow(cells=["=1+1"], day=date(2026, 7, 1), summary="七一")
    columns = [zhibu.LedgerColumn(name="内容")]
    ledger = zhibu.Ledger(title="台账", as_of=date(2026, 7, 1), columns=columns, rows=[row])
    assert zhibu.to_csv(ledger) == "内容\r\n'=1+1\r\n"
    assert ledger.rows == [row]
