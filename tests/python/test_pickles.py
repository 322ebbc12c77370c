# SPDX-License-Identifier: BSL-1.0
"""Collections are kept by pickle and by copy, and are equal to what says the same."""

import copy
import pickle
from pathlib import Path

import pytest

import zhibu

REPO = Path(__file__).parents[2]


def kept(value):
    """As another process, or a later day, would have it."""
    return pickle.loads(pickle.dumps(value))


@pytest.fixture(scope="module")
def rules():
    return zhibu.Rulebook.national() + zhibu.Rulebook.load(REPO / "examples/yongshun/rules.toml")


# --- rulebooks ---

def test_a_rulebook_is_kept_row_by_row(rules):
    again = kept(rules)
    assert again == rules and again != zhibu.Rulebook.national()
    assert [p.code for p in again] == [p.code for p in rules]
    assert [zhibu.explain(p) for p in again] == [zhibu.explain(p) for p in rules]
    assert again.documents() == rules.documents()
    assert zhibu.diff(again, rules) == []


def test_a_rulebook_is_written_and_read(rules, tmp_path):
    zhibu.write(rules, tmp_path / "all.toml")
    assert zhibu.Rulebook.load(tmp_path / "all.toml") == rules
    assert (tmp_path / "all.toml").read_text("utf-8") == zhibu.to_toml(rules)


@pytest.mark.parametrize("state", [(), (1,), (1, "x = "), (0, ""), (1, "", ""), ("1", "")])
def test_what_is_no_rulebook_is_no_pickle_of_one(state):
    with pytest.raises(ValueError):
        zhibu.Rulebook.__new__(zhibu.Rulebook).__setstate__(state)


def test_a_pickle_of_a_newer_zhibu_says_so():
    with pytest.raises(ValueError, match="version 2 of a Rulebook; accepted: up to 1"):
        zhibu.Rulebook.__new__(zhibu.Rulebook).__setstate__((2, "", "something new"))


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy])
def test_a_copy_of_a_rulebook_is_another_one(rules, copied):
    assert copied(rules) == rules and copied(rules) is not rules
