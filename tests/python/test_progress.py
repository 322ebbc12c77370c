# SPDX-License-Identifier: BSL-1.0
"""The state that is kept up to date says what an audit finds, from columns as from records."""

from array import array
from datetime import date

import pytest

import zhibu
from conftest import YEAR
from zhibu import Activity, Standing

EVENING = date(2026, 7, 1)
EPOCH = date(1970, 1, 1)


@pytest.fixture
def progress(roster, rules):
    return zhibu.Progress(roster.as_of(date(2026, 12, 31)), rules, YEAR)


def days(*of):
    return array("i", [(day - EPOCH).days for day in of])


def meetings(progress, standing, as_of=EVENING):
    return list(progress.count(0, standing, as_of=as_of))


def test_it_covers_what_is_asked_of_units_so_many_times_in_a_span(progress, rules):
    assert [rules[p].code for p in progress.provisions()] == ["MTG-01", "MTG-06"]


def test_it_says_what_the_audit_finds(progress, roster, owed, held):
    for record in held:
        for activity in record.activities:
            progress.hold(record.unit, activity, record.held_on,
                          for_period=record.for_period)
    rolled = progress.roll_up(roster.as_of(EVENING).units(), as_of=EVENING, threads=2)
    for row, (unit, provision) in enumerate(zip(rolled["unit"], rolled["provision"])):
        found = [f.standing for f in zhibu.audit(owed, held, as_of=EVENING)
                 if f.obligation.provision == provision]
        assert unit in (0, 1) and len(found) in (4, 12)
        for standing in Standing.__members__.values():
            assert rolled[str(standing)][row] == found.count(standing)


def test_a_roll_up_is_columns_of_equal_length(progress):
    rolled = progress.roll_up([0], as_of=EVENING)
    assert list(rolled) == ["unit", "provision", *Standing.__members__, "owed", "bearers",
                            "bearers_overdue"]
    assert {len(column) for column in rolled.values()} == {2}
    assert list(rolled["owed"]) == [4, 0], "without a committee nothing is owed of it"
    assert list(rolled["bearers"]) == [1, 0] and list(rolled["bearers_overdue"]) == [1, 0]


def test_columns_count_as_records_do(progress):
    progress.hold_all(array("I", [1, 1]), array("B", [0, 0]),
                      days(date(2026, 3, 31), date(2026, 4, 1)), threads=2)
    assert meetings(progress, Standing.satisfied) == [0, 2]
    assert meetings(progress, Standing.satisfied, date(2026, 3, 31)) == [0, 1]
    progress.clear(1)
    assert meetings(progress, Standing.satisfied) == [0, 0]


def test_columns_of_numpy_are_taken_as_they_are(progress):
    np = pytest.importorskip("numpy")
    held_on = np.array(["2026-02-01"], dtype="datetime64[D]").astype("int32")
    progress.hold_all(np.array([1], dtype="uint32"), np.array([0], dtype="uint8"), held_on)
    assert meetings(progress, Standing.satisfied) == [0, 1]
    with pytest.raises(ValueError, match="units: found a buffer of 1 dimensions, of '[lq]' of 8"):
        progress.hold_all(np.array([1]), np.array([0], dtype="uint8"), held_on)
    with pytest.raises(ValueError, match="accepted: a contiguous one, of uint32"):
        progress.hold_all(np.array([1, 1, 1], dtype="uint32")[::2], b"", held_on)


def test_a_meeting_made_up_for_its_quarter_is_late(progress):
    progress.hold(1, Activity.members_meeting, date(2026, 5, 8),
                  for_period=zhibu.parse_period("2026-Q1"))
    assert meetings(progress, Standing.satisfied_late) == [0, 1]
    assert meetings(progress, Standing.overdue, date(2026, 5, 7)) == [0, 1]


@pytest.mark.parametrize(("units", "activities", "number", "message"), [
    ([7], [0], 0, r"units\[0\]: found the unit number 7"),
    ([1], [99], 0, r"activities\[0\]: found the number 99"),
    ([1], [0, 0], 0, "1 units, 2 activities and 1 days"),
    ([1], [0], 2932897, r"held_on\[0\]: found the number 2932897"),
    ([1], [0], -208189, r"held_on\[0\]: found the number -208189"),
])
def test_what_cannot_be_is_refused(progress, units, activities, number, message):
    with pytest.raises(ValueError, match=message):
        progress.hold_all(array("I", units), array("B", activities), array("i", [number]))
