# SPDX-License-Identifier: BSL-1.0
"""Another program reads the calendars that zhibu writes."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

import zhibu

icalendar = pytest.importorskip("icalendar", reason="python3-icalendar is not installed")

# Without what RFC 5545 knows no way to write, the control characters but the tab; and without the
# backslash, since icalendar 4 takes an escaped backslash before a comma for an escaped comma.
texts = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\\")
    | st.sampled_from("\n\t,;:\""))


def events(ledger):
    calendar = icalendar.Calendar.from_ical(zhibu.to_icalendar(ledger))
    assert calendar["VERSION"] == "2.0" and calendar["CALSCALE"] == "GREGORIAN"
    return list(calendar.walk("VEVENT"))


def test_a_plan_is_a_calendar(owed, calendar, roster):
    ledger = zhibu.plan_ledger(zhibu.plan(owed, calendar), roster)
    found = events(ledger)
    assert [(e.decoded("DTSTART"), str(e["SUMMARY"])) for e in found] == [
        (row.day, row.summary) for row in ledger.rows]
    for event in found:
        assert event.decoded("DTEND") == event.decoded("DTSTART") + timedelta(days=1)
        assert event.decoded("DTSTAMP") == datetime(2026, 1, 1, tzinfo=timezone.utc)
        assert event.errors == []
    assert len({str(e["UID"]) for e in found}) == len(found)
    (meeting, *_) = [e for e in found if e["SUMMARY"] == "党员大会：一支部"]
    assert "依据: 《中国共产党支部工作条例（试行）》第11条" in str(meeting["DESCRIPTION"])


def test_what_is_still_open_is_a_calendar_of_last_days(owed, held, roster):
    findings = zhibu.audit(owed, held, as_of=date(2026, 4, 1))
    found = events(zhibu.standing_ledger(findings, held, roster))
    still_open = (zhibu.Standing.upcoming, zhibu.Standing.due, zhibu.Standing.overdue)
    assert [e.decoded("DTSTART") for e in found] == [
        f.obligation.window.last() for f in findings if f.standing in still_open]


def test_the_same_ledger_gives_the_same_bytes(owed, calendar, roster):
    first, second = (
        zhibu.to_icalendar(zhibu.plan_ledger(zhibu.plan(owed, calendar), roster))
        for _ in range(2))
    assert first == second


@given(summary=texts, cell=texts)
def test_any_text_comes_back_whole(summary, cell):
    row = zhibu.LedgerRow(cells=["甲" + cell], day=date(2026, 7, 1), summary=summary)
    (event,) = events(zhibu.Ledger(
        title="台账", as_of=date(2026, 7, 1), columns=[zhibu.LedgerColumn(name="内容")], rows=[row]))
    assert str(event["SUMMARY"]) == summary
    assert str(event["DESCRIPTION"]) == "内容: 甲" + cell
