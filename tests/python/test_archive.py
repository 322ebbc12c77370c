# SPDX-License-Identifier: BSL-1.0
"""A roster in one file, or in a pickle, is the same roster, with all that it was."""

import copy
import multiprocessing
import os
import pickle

import pytest

import zhibu
from test_a_year_of_changes import HAPPENED, YEAR, new_years_day, told

DAYS = YEAR[::7] + YEAR[-1:]


@pytest.fixture(scope="module")
def county():
    """A roster with a year of changes behind it."""
    roster, _ = new_years_day()
    for on, tell in HAPPENED:
        tell(roster, on)
    return roster


@pytest.fixture(scope="module")
def as_told(county):
    return [told(county, day) for day in DAYS]


def test_a_file_keeps_every_day_of_it(county, as_told, tmp_path):
    file = tmp_path / "县.zhibu"
    zhibu.save(file, county)
    again = zhibu.load(file)
    assert [told(again, day) for day in DAYS] == as_told
    assert again.events() == county.events() and again.version() == county.version()


@pytest.mark.parametrize("as_path", [os.fspath, os.fsencode])
def test_a_file_has_the_bytes_that_there_are(county, tmp_path, as_path):
    file = tmp_path / "县.zhibu"
    zhibu.save(as_path(file), county)
    assert file.read_bytes() == zhibu.to_bytes(county)
    assert zhibu.to_bytes(zhibu.from_bytes(file.read_bytes())) == file.read_bytes()


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_a_pickle_keeps_every_day_of_it(county, as_told, protocol):
    again = pickle.loads(pickle.dumps(county, protocol))
    assert [told(again, day) for day in DAYS] == as_told


def test_what_happens_after_it_was_read_happens_to_the_copy_alone(county, as_told):
    again = pickle.loads(pickle.dumps(county))
    again.rename("B01", "县第一人民医院党支部", on=DAYS[0])
    assert told(again, DAYS[0]).units["B01"].name == "县第一人民医院党支部"
    assert [told(county, day) for day in DAYS] == as_told


def test_other_processes_are_told_the_same(county, as_told):
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert pool.starmap(told, [(county, day) for day in DAYS[:6]]) == as_told[:6]


def test_what_refers_to_a_roster_twice_still_does(county):
    one, other = pickle.loads(pickle.dumps((county, county)))
    assert one is other
    assert copy.deepcopy([county, county])[0] is not county


def test_a_roster_of_nothing(tmp_path):
    assert zhibu.from_bytes(zhibu.to_bytes(zhibu.Roster())).units() == []


@pytest.mark.parametrize("damage", [
    lambda b: b"", lambda b: b[:-1], lambda b: b[: len(b) // 2], lambda b: b"PK" + b[2:],
    lambda b: b[:100] + bytes([b[100] ^ 1]) + b[101:], lambda b: b + b"\0",
])
def test_a_damaged_archive_is_refused(county, damage):
    with pytest.raises(ValueError):
        zhibu.from_bytes(damage(zhibu.to_bytes(county)))


def test_a_damaged_pickle_is_refused(county):
    state = (1, zhibu.to_bytes(county)[:-1])
    with pytest.raises(ValueError):
        zhibu.Roster.__new__(zhibu.Roster).__setstate__(state)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ValueError, match="nowhere.zhibu"):
        zhibu.load(tmp_path / "nowhere.zhibu")
    with pytest.raises(ValueError, match="nowhere"):
        zhibu.save(tmp_path / "nowhere" / "a.zhibu", zhibu.Roster())


def test_an_archive_is_no_folder_of_tables(tmp_path):
    (tmp_path / "units.csv").write_text("code,name\n", encoding="utf-8")
    with pytest.raises(ValueError, match="units.csv"):
        zhibu.load(tmp_path / "units.csv")


def test_a_particular_of_a_person_is_kept(county):
    other = copy.copy(county)
    other.add(zhibu.Particulars(person=0, id_number="433127195001010012", phone="13800000000"))
    again = zhibu.from_bytes(zhibu.to_bytes(other))
    assert again.particulars() == other.particulars() and county.particulars() == []
