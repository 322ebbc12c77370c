# SPDX-License-Identifier: BSL-1.0
"""Codes are native values in Python, and never bare."""

import pytest

import zhibu


def test_code_six_four_one_is_what_its_set_says():
    assert zhibu.code_row("group-641:641").meaning == zhibu.UnitCategory(kind=zhibu.UnitKind.group)
    assert zhibu.code_row("group-711:641").label == "二级党委"
    with pytest.raises(ValueError, match="group-641:641, group-711:641"):
        zhibu.code_row("641")


def test_a_meaning_is_a_value_of_its_enumeration_or_none():
    assert zhibu.code_row("jobs:501").meaning == zhibu.Retirement.retired_with_honours
    assert zhibu.code_row("duties:001A").meaning == zhibu.PostKind.secretary
    assert zhibu.code_row("jobs:503").meaning is None


def test_a_set_gives_the_code_of_a_meaning_and_of_a_unit(roster):
    national = zhibu.code_set("national")
    assert national.code(zhibu.UnitCategory(temporary=True, joint=True)) == "932"
    assert national.code(roster.unit("B01")) == "631"
    assert national.find(zhibu.UnitCategory(kind=zhibu.UnitKind.group)) is None
    assert [row.code for row in national.rows()][:2] == ["611", "612"]


def test_a_set_of_ones_own():
    mine = zhibu.CodeSet.parse("code,label,meaning\nA,街道党工委,unit working_committee\n", "street")
    assert str(mine.meaning("street:A")) == "党工委"
    assert mine.qualified("A") == "street:A"
