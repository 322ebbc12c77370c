# SPDX-License-Identifier: BSL-1.0
"""Every public class is kept by pickle and by copy, and equal to what says the same."""

import copy
import pickle
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import every_value
import zhibu
from every_value import CLASSES, ENUMERATIONS

# What is not kept, and why.
NOT_KEPT = {
    "Progress": "it is made in a moment of the roster and of what was held, which are kept",
    "Table": "it is what another library sees of a collection, which is kept",
}
# What can change, or is compared as a whole, has no hash.
UNHASHABLE = {"Calendar", "FaultList", "Findings", "Obligations", "OfficialForms", "Plan",
              "Records", "Roster", "RosterView", "Rulebook", "Timeline"}
KEPT = sorted(CLASSES.keys() - NOT_KEPT.keys())


@pytest.fixture(scope="module")
def instances():
    return every_value.instances()


def test_there_is_one_of_every_class(instances):
    assert sorted(instances) == sorted(CLASSES)


@pytest.mark.parametrize("name", KEPT)
@pytest.mark.parametrize("protocol", [2, pickle.HIGHEST_PROTOCOL])
def test_a_pickle_says_the_same(instances, name, protocol):
    for value in instances[name][:12]:
        again = pickle.loads(pickle.dumps(value, protocol))
        assert again is not value and type(again) is type(value)
        assert again == value and not again != value
        assert repr(again) == repr(value)


@pytest.mark.parametrize("name", KEPT)
@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy])
def test_a_copy_says_the_same(instances, name, copied):
    value = instances[name][0]
    again = copied(value)
    assert again == value and type(again) is type(value) and again is not value


@pytest.mark.parametrize("name", KEPT)
def test_every_property_is_kept(instances, name):
    """Also those that equality does not look at, as the handle of a row."""
    properties = [p for p, it in vars(CLASSES[name]).items() if isinstance(it, property)]
    for value in instances[name][:5]:
        again = pickle.loads(pickle.dumps(value))
        for each in properties:
            assert getattr(again, each) == getattr(value, each), each


@pytest.mark.parametrize("name", KEPT)
def test_what_cannot_change_has_a_hash(instances, name):
    value = instances[name][0]
    again = pickle.loads(pickle.dumps(value))
    if name in UNHASHABLE:
        with pytest.raises(TypeError):
            hash(value)
    else:
        assert hash(again) == hash(value) and len({value, again}) == 1


@pytest.mark.parametrize("name", KEPT)
def test_nothing_is_equal_to_another_thing(instances, name):
    value = instances[name][0]
    assert value != object() and value is not None and value != 0
    different = [other for other in instances[name][1:12] if repr(other) != repr(value)]
    assert all(value != other for other in different)


@pytest.mark.parametrize("name", sorted(NOT_KEPT))
def test_what_is_not_kept_says_so(instances, name):
    with pytest.raises(TypeError, match=name):
        pickle.dumps(instances[name][0])


@pytest.mark.parametrize("name", sorted(ENUMERATIONS))
def test_an_enumerator_is_kept(name):
    for value in ENUMERATIONS[name].__members__.values():
        again = pickle.loads(pickle.dumps(value))
        assert again == value and hash(again) == hash(value)
        assert copy.copy(value) == value == copy.deepcopy(value)


@pytest.mark.parametrize("name", KEPT)
def test_a_pickle_of_another_form_is_refused(instances, name):
    state = instances[name][0].__getstate__()
    version, *said = state
    assert version == 1
    for wrong, found in [((2, *said), "version 2"), ((), "no pickle"), ((1, *said, 0), "no pickle"),
                         (("1", *said), "no pickle")]:
        made = CLASSES[name].__new__(CLASSES[name])
        with pytest.raises(ValueError, match=found):
            made.__setstate__(wrong)


def run(code, *arguments):
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code), *arguments],
                          capture_output=True, text=True, cwd=Path(__file__).parent)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def test_another_process_reads_the_same(instances, tmp_path):
    """Nothing that is kept looks into what it was taken from, which is gone there."""
    kept = {name: instances[name][:6] for name in KEPT}
    (tmp_path / "kept").write_bytes(pickle.dumps(kept))
    told = run("""
        import gc, pickle, sys
        kept = pickle.loads(open(sys.argv[1], "rb").read())
        rows = [value for values in kept.values() for value in values]
        del kept
        for row in list(rows):
            rows.append(pickle.loads(pickle.dumps(row)))
        gc.collect()
        half = len(rows) // 2
        assert rows[:half] == rows[half:]
        print("\\n".join(repr(row) for row in rows[:half]))
        """, str(tmp_path / "kept"))
    assert told.splitlines() == "\n".join(repr(v) for vs in kept.values() for v in vs).splitlines()


def test_what_was_made_and_not_initialised_is_refused():
    """Python lets anybody call __new__ alone; pybind11 would read whatever stood in memory."""
    told = run("""
        import zhibu
        from every_value import CLASSES, ENUMERATIONS
        refused = 0
        for cls in [*CLASSES.values(), *ENUMERATIONS.values()]:
            made = cls.__new__(cls)
            for name in sorted(set(dir(cls)) - set(dir(object))):
                try:
                    found = getattr(made, name)
                    if callable(found) and not isinstance(vars(cls).get(name), staticmethod):
                        found()
                except (TypeError, AttributeError, ValueError):
                    refused += 1
            for act in (repr, str, hash, len, list, lambda it: it == it):
                try:
                    act(made)
                except TypeError:
                    refused += 1
        print(refused)
        """)
    assert int(told) > 1000
    with pytest.raises(TypeError, match="not initialised"):
        zhibu.Records.__new__(zhibu.Records).waiver_count()
