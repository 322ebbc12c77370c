# SPDX-License-Identifier: BSL-1.0
"""Who was at what was held, and what the books knew when."""

import copy
import gc
import pickle
from datetime import date

import pytest

import zhibu
from zhibu import Attendee, Presence


def study_day(**details):
    return zhibu.Record(code="R9", unit=0, activities=zhibu.Activity.study_day,
                        held_on=date(2026, 3, 10), **details)


@pytest.fixture
def taken(held):
    """The attendance of a day on which one of four joined online and one was on leave."""
    record = held.add(study_day())
    held.attend(record, due=[7, 5, 3, 1], exceptions=[
        Attendee(person=1, presence=Presence.excused, reason="出差"),
        Attendee(person=5, presence=Presence.online)])
    return held.attendance(record)


def test_an_attendance_is_a_sequence_of_those_due(taken):
    assert [a.person for a in taken] == [7, 5, 3, 1]
    assert [str(a.presence) for a in taken] == ["present", "online", "present", "excused"]
    assert (taken[-1].reason, taken[0].reason) == ("出差", "")
    assert taken[1:3] == [taken[1], taken[2]]
    with pytest.raises(IndexError):
        taken[4]


def test_an_attendance_counts(taken):
    assert taken.counted_present() == 3
    assert sum(taken.count(p) for p in Presence.__members__.values()) == len(taken) == 4
    assert taken.presence_of(1) == Presence.excused
    assert taken.presence_of(2) is None
    assert (repr(taken), repr(taken[3])) == ("<Attendance: 3 of 4>", "<Attendee 1 excused>")


def test_a_record_says_how_many_came_by_its_attendance(held, taken):
    assert (held.record("R9").due, held.record("R9").present) == (4, 3)


def test_where_none_was_taken_there_is_nobody(held):
    assert not held.attendance(0)
    assert held.attendance(0).presence_of(7) is None


def test_an_attendee_outlives_the_records(roster):
    def last():
        records = zhibu.Records()
        record = records.add(study_day())
        records.attend(record, [7], [Attendee(person=7, presence=Presence.absent, reason="请" * 99)])
        return records.attendance(record)[0]

    attendee = last()
    gc.collect()
    _ = ["其他内容" * n for n in range(2000)]
    assert attendee.reason == "请" * 99


def test_an_attendee_is_a_value():
    one = Attendee(person=7, presence=Presence.absent, reason="未请假")
    assert copy.copy(one) == pickle.loads(pickle.dumps(one)) == one
    assert one != Attendee(person=7, presence=Presence.absent)
    assert Attendee(person=7).presence == Presence.present


def test_what_contradicts_the_record_is_named(held):
    record = held.add(study_day(due=28))
    with pytest.raises(ValueError, match="says that 28 were due, and its attendance that 1 were"):
        held.attend(record, [7])
    with pytest.raises(ValueError, match="no such record: number 99"):
        held.attendance(99)


def test_class_hours_are_what_each_attendee_earns(held):
    assert held[held.add(study_day(class_hours=4))].class_hours == 4
    assert held[0].class_hours is None


def test_a_record_is_known_from_the_day_it_was_entered_on():
    late = study_day(entered_on=date(2026, 4, 2))
    assert not zhibu.is_known_on(late, date(2026, 4, 1))
    assert zhibu.is_known_on(late, date(2026, 4, 2))


def test_a_record_is_void_from_the_day_it_was_voided_on():
    record = study_day(voided=True, voided_on=date(2026, 5, 2))
    assert not zhibu.is_voided_on(record, date(2026, 5, 1))
    assert zhibu.is_voided_on(record, date(2026, 5, 2))
    assert record.voided_on == date(2026, 5, 2)
