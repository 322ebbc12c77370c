# SPDX-License-Identifier: BSL-1.0
"""What is handed across the border to Python is given back: thousands of rounds take no memory.

Each case runs in a process of its own, which says by how much its resident memory grew:

    PYTHONPATH=build/dev/python python3 tests/python/test_no_leaks.py "roster made"
"""

import copy
import ctypes
import gc
import os
import pickle
import subprocess
import sys
from datetime import date
from pathlib import Path

import zhibu

if __name__ != "__main__":
    import pytest

ROUNDS = 10_000
MOST = 256 << 10  # bytes: a tenth of it is what the allocator comes to, 26 a round are found

ALWAYS = zhibu.since(date(2010, 1, 1))
DAY = date(2026, 6, 30)
YEAR = zhibu.parse_period("2026")
RULES = """
[[document]]
key = "B"
title = "中国共产党支部工作条例（试行）"

[[provision]]
code = "MTG-01"
name = "党员大会每季度1次"
activity = "members_meeting"
force = "as_a_rule"
scope.every_unit = { kinds = ["branch"] }
cadence.at_least = { times = 1, per = "quarter" }
in_force_from = 2018-10-28
source = { document = "B", article = "11" }
confidence = "verified"
"""


def make_roster():
    roster = zhibu.Roster()
    unit = roster.add(zhibu.Unit(
        code="B01", name="一支部", kind=zhibu.UnitKind.branch, standing=ALWAYS))
    person = roster.add(zhibu.Person(
        code="P1", name="柳一", sex=zhibu.Sex.female, born_on=date(1930, 1, 1),
        admitted_on=date(1956, 2, 29)))
    roster.add(zhibu.Membership(
        person=person, unit=unit, kind=zhibu.MembershipKind.home, period=ALWAYS))
    return roster


def make_records(roster):
    records = zhibu.Records()
    records.add(zhibu.Record(
        code="R1", unit=roster.unit("B01").id, held_on=date(2026, 3, 31),
        activities=zhibu.Activity.members_meeting, remark="在县政府办"))
    return records


class Small:
    """One branch of one member, one rule, one record."""

    def __init__(self):
        self.roster = make_roster()
        self.rules = zhibu.Rulebook.parse(RULES, "rules.toml")
        self.calendar = zhibu.Calendar.china()
        self.held = make_records(self.roster)
        self.owed = zhibu.obligations(self.roster, self.rules, self.calendar, YEAR)
        self.findings = audit(self)
        self.roster_tables = self.roster.tables()
        self.record_tables = {"records": self.held.tables(roster=self.roster)["records"]}
        self.pickles = [pickle.dumps(it) for it in (self.roster, self.held, self.findings)]
        self.archive = zhibu.to_bytes(self.roster)


# --- the Arrow C stream interface, by hand ---


class Stream(ctypes.Structure):
    pass


class Released(ctypes.Structure):
    """An ArrowSchema or an ArrowArray, of which only `release` matters here."""


RELEASE = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
GET = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(Stream), ctypes.c_void_p)
Stream._fields_ = [("get_schema", GET), ("get_next", GET), ("get_last_error", ctypes.c_void_p),
                   ("release", ctypes.c_void_p), ("private_data", ctypes.c_void_p)]

pointer_of = ctypes.pythonapi.PyCapsule_GetPointer
pointer_of.restype = ctypes.c_void_p
pointer_of.argtypes = [ctypes.py_object, ctypes.c_char_p]


def release(words, place):
    """Releases what was read into `words`, and says whether it was there."""
    if not words[place]:
        return False
    RELEASE(words[place])(ctypes.addressof(words))
    return True


def read(table, batches):
    """Reads the schema and so many batches of a table, and leaves the rest."""
    capsule = table.__arrow_c_stream__()
    stream = Stream.from_address(pointer_of(capsule, b"arrow_array_stream"))
    schema = (ctypes.c_void_p * 9)()
    assert stream.get_schema(ctypes.byref(stream), ctypes.addressof(schema)) == 0
    assert release(schema, 7)
    for _ in range(batches):
        batch = (ctypes.c_void_p * 10)()
        assert stream.get_next(ctypes.byref(stream), ctypes.addressof(batch)) == 0
        if not release(batch, 8):
            return


class GivesNothing:
    def __arrow_c_stream__(self, requested_schema=None):
        raise LookupError("no stream today")


class GivesNoCapsule:
    def __arrow_c_stream__(self, requested_schema=None):
        return object()


# --- the cases ---


def refused(act, *errors):
    try:
        act()
    except errors or (ValueError,):
        return
    raise AssertionError("was not refused")


def stop(done, total):
    raise LookupError("enough")


def audit(small, **told):
    return zhibu.audit(small.owed, small.held, as_of=DAY, **told)


def outlive(small):
    """Parts whose wholes are gone."""
    view, finding = make_roster().as_of(DAY), audit(small)[0]
    return view.unit("B01").name, finding.obligation.rule


def abandon_all(small):
    units = small.roster.units(), small.roster.as_of(DAY).units()
    for rows in (small.findings, small.owed, small.held, small.rules, *units):
        next(iter(rows))


def refuse_tables(small):
    refused(lambda: zhibu.Roster.from_arrow({"units": small.findings}))
    refused(lambda: zhibu.Records.from_arrow({"records": small.findings}, small.roster))


def refuse_what_gives_no_stream(small):
    for table in (GivesNothing(), GivesNoCapsule(), 7):
        refused(lambda table=table: zhibu.Records.from_arrow({"records": table}, small.roster),
                LookupError, TypeError, ValueError)


def look_for_what_is_not_there(small):
    refused(lambda: small.roster.unit("B99"))
    refused(lambda: small.held.record("R99"))
    refused(lambda: small.roster.as_of(DAY).unit("B99"))


def refuse_values(small):
    refused(lambda: zhibu.parse_period("20x6"))
    refused(lambda: make_records(small.roster).add(small.held.record("R1")))


LEAK = "a leak on purpose"
LEAKED = []

# What a round of each does; and of those that take long, by what their rounds are divided.
CASES = {
    LEAK: lambda s: LEAKED.append(bytearray(200)),
    "roster made": lambda s: zhibu.Roster(),
    "roster filled": (lambda s: make_roster(), 2),
    "roster copied": (lambda s: (copy.copy(s.roster), copy.deepcopy(s.roster)), 2),
    "roster changed": lambda s: copy.copy(s.roster).rename("B01", "二支部", on=DAY),
    "views": lambda s: s.roster.as_of(DAY).members("B01"),
    "counts of a view": lambda s: s.roster.as_of(DAY).count_members(),
    "rows of a roster": lambda s: (s.roster.units(), s.roster.persons(), s.roster.unit("B01")),
    "records filled": lambda s: make_records(s.roster),
    "a record looked up": lambda s: (s.held.record("R1").remark, list(s.held)),
    "obligations": lambda s: zhibu.obligations(s.roster, s.rules, s.calendar, YEAR),
    "findings": lambda s: list(audit(s)),
    "a finding explained": lambda s: s.findings[0].explain(),
    "a plan": lambda s: list(zhibu.plan(s.owed, s.calendar).occurrences),
    "parts that outlive the whole": (outlive, 5),
    "iterators abandoned": abandon_all,
    "tables unread": lambda s: (s.findings.table(), s.held.tables(roster=s.roster)),
    "streams unread": (lambda s: (s.findings.__arrow_c_stream__(),
                                  s.findings.__arrow_c_schema__()), 2),
    "streams of which the schema was read": lambda s: read(s.findings, 0),
    "streams half read": (lambda s: read(s.findings, 1), 4),
    "streams read": (lambda s: read(s.record_tables["records"], 2), 2),
    "roster from tables": (lambda s: zhibu.Roster.from_arrow(s.roster_tables), 20),
    "records from tables": (lambda s: zhibu.Records.from_arrow(s.record_tables, s.roster), 5),
    "tables refused": (refuse_tables, 20),
    "tables that give no stream": refuse_what_gives_no_stream,
    "pickles": (lambda s: [pickle.dumps(it) for it in (s.roster, s.held, s.findings)], 20),
    "pickles read": (lambda s: [pickle.loads(it) for it in s.pickles], 20),
    "an archive read": (lambda s: zhibu.from_bytes(s.archive), 10),
    "an archive cut off": lambda s: refused(lambda: zhibu.from_bytes(s.archive[:-9])),
    "what is not there": look_for_what_is_not_there,
    "what is refused": (refuse_values, 2),
    "rules that are none": lambda s: refused(lambda: zhibu.Rulebook.parse("x = ", "x.toml")),
    "what is told of": lambda s: audit(s, progress=lambda done, total: None),
    "what its callable stops": lambda s: refused(lambda: audit(s, progress=stop), LookupError),
    "tables whose reading is stopped": lambda s: refused(
        lambda: zhibu.Records.from_arrow(s.record_tables, s.roster, progress=stop), LookupError),
    "what no progress can be": lambda s: refused(lambda: audit(s, progress=7), TypeError),
}


def resident():
    with open("/proc/self/statm", encoding="ascii") as pages:
        return int(pages.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def growth(name):
    """By how many bytes the memory grows in the rounds of a case, once it is warm."""
    case = CASES[name]
    act, divided = case if isinstance(case, tuple) else (case, 1)
    small = Small()
    for _ in range(ROUNDS // divided // 5):
        act(small)
    gc.collect()
    before = resident()
    for _ in range(ROUNDS // divided):
        act(small)
    gc.collect()
    return resident() - before


def growth_alone(name):
    ran = subprocess.run([sys.executable, __file__, name], capture_output=True, encoding="utf-8",
                         check=False, timeout=300)
    assert ran.returncode == 0, ran.stderr
    return int(ran.stdout)


if __name__ == "__main__":
    print(growth(sys.argv[1]))
else:
    @pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="no /proc")
    @pytest.mark.parametrize("name", [name for name in CASES if name != LEAK])
    def test_rounds_take_no_memory(name):
        assert growth_alone(name) <= MOST

    @pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="no /proc")
    def test_a_leak_is_found():
        assert growth_alone(LEAK) > MOST
