# SPDX-License-Identifier: BSL-1.0
"""The tree of organizations as it is drawn: whole where it can be read, or saying what is not."""

import re
from datetime import date
from pathlib import Path

import pytest

import zhibu
import zhibu.plot
from zhibu import _plot_tree

matplotlib = pytest.importorskip(
    "matplotlib", reason="matplotlib is not installed: apt-get install python3-matplotlib")
from matplotlib.figure import Figure  # noqa: E402

COUNTY = Path(__file__).parents[2] / "examples" / "yongshun"
AS_OF = date(2017, 9, 30)
ALWAYS = zhibu.since(date(2000, 1, 1))


@pytest.fixture(scope="module")
def view():
    roster = zhibu.Roster.load(COUNTY)
    view = roster.as_of(AS_OF)
    return view


@pytest.fixture
def ax():
    return Figure(figsize=(8, 11)).add_subplot()


def branches(*numbers):
    """The view of a committee with so many units under each unit of each level."""
    roster = zhibu.Roster()
    level = [None]
    for depth, number in enumerate(numbers):
        kind = zhibu.UnitKind.committee if depth < len(numbers) - 1 else zhibu.UnitKind.branch
        level = [roster.add(zhibu.Unit(code=f"{depth}-{above}-{n}", name=f"{depth}层{n}号",
                                       kind=kind, parent=above, standing=ALWAYS))
                 for above in level for n in range(number)]
    return roster.as_of(AS_OF)


def told(ax):
    """Of each line its text and number."""
    texts = [t.get_text() for t in ax.texts]
    return list(zip(texts[::2], texts[1::2]))


def test_a_county_is_drawn_whole_in_the_order_of_its_view(view, ax):
    zhibu.plot.tree(view, ax=ax)
    assert [text for text, _ in told(ax)] == [view.unit(u).name for u in view.units()]
    assert ax.get_title(loc="left") == "中共永顺县委员会：91个组织\n2017-09-30"


def test_every_unit_has_the_members_of_all_under_it_and_who_takes_part(view, ax):
    zhibu.plot.tree(view, ax=ax)
    members = view.roll_up(view.count_members())
    for unit, (name, number) in zip(view.units(), told(ax)):
        row = view.unit(unit)
        at_home = members[view.place(unit)]
        if row.temporary:
            guests = {m.person for m in view.memberships() if m.unit in view.subtree(unit)
                      and m.kind == zhibu.MembershipKind.activity}
            assert (name, number) == (row.name, f"参加活动{len(guests)}人")
        else:
            assert number == ("" if row.kind == zhibu.UnitKind.group else f"党员{at_home}名")


def test_lines_stand_below_each_other_and_never_upon_each_other(view):
    ax = zhibu.plot.tree(view)
    ax.figure.canvas.draw()
    boxes = [t.get_window_extent() for t in ax.texts if t.get_text()]
    for n, box in enumerate(boxes):
        assert not any(box.overlaps(other) for other in boxes[n + 1:])
    inches = ax.figure.get_size_inches()
    assert max(inches) < 11.7 and min(inches) < 8.3  # a sheet of A4
    whole = ax.figure.bbox
    assert all(whole.x0 <= b.x0 and b.x1 <= whole.x1 and whole.y0 <= b.y0 for b in boxes)
    matplotlib.pyplot.close(ax.figure)


@pytest.mark.parametrize("size", [(4, 4), (12, 5)])
def test_in_axes_of_any_size_all_lines_have_room(view, size):
    ax = Figure(figsize=size).add_axes((0, 0, 1, 0.9))
    zhibu.plot.tree(view, ax=ax)
    ax.figure.canvas.draw()
    whole = ax.figure.bbox
    boxes = [t.get_window_extent() for t in ax.texts if t.get_text()]
    assert all(whole.x0 - 1 <= b.x0 and b.x1 <= whole.x1 + 1 for b in boxes)
    assert not any(a.overlaps(b) for n, a in enumerate(boxes) for b in boxes[n + 1:])


def test_a_subtree_has_its_own_top(view, ax):
    zhibu.plot.tree(view, top="YS-LD", language="en", ax=ax)
    assert told(ax)[0][0] == "县老年大学临时党总支" and len(told(ax)) == 16
    assert ax.get_title(loc="left") == "县老年大学临时党总支: 16 units\non 2017-09-30"


def test_a_level_that_has_no_room_is_left_out_whole_and_counted(ax):
    view = branches(1, 5, 20)
    zhibu.plot.tree(view, lines=105, ax=ax)
    assert [text for text, _ in told(ax)] == ["0层0号"] + [
        f"1层{n}号（下设20个组织，未画出）" for n in range(5)]
    assert "106个组织" in ax.get_title(loc="left")
    assert "画出6个，未画出100个（至多105行，逐级画起）" in ax.get_title(loc="left")
    again = Figure().add_subplot()
    zhibu.plot.tree(view, lines=106, ax=again)
    assert len(told(again)) == 106


def test_of_a_first_level_without_room_the_first_units_are_drawn(ax):
    zhibu.plot.tree(branches(1, 300), lines=30, language="en", ax=ax)
    lines = [text for text, _ in told(ax)]
    assert len(lines) == 30 and lines[1] == "1层0号" and lines[-1] == "… 272 more units, not drawn"
    assert "29 drawn and 272 left out" in ax.get_title(loc="left")


@pytest.mark.parametrize("numbers", [(1, 3, 3), (1, 1, 200), (40, 3), (1, 2, 50, 3), (1,), (200,)])
@pytest.mark.parametrize("most", [3, 10, 100])
def test_no_tree_has_more_lines_and_what_is_drawn_and_left_out_is_the_whole(numbers, most):
    view = branches(*numbers)
    lines = _plot_tree.lines(view, None, most)
    assert len(lines) <= most
    drawn = [line.unit.id for line in lines if line.unit is not None]
    assert len(drawn) + sum(line.left_out for line in lines) == len(view)
    assert drawn == [u for u in view.units() if u in set(drawn)]


def test_a_nation_is_cut_before_its_branches_are_looked_at(ax):
    view = branches(1, 31, 12, 60)
    zhibu.plot.tree(view, ax=ax)
    left_out = [int(n) for text, _ in told(ax) for n in re.findall("下设([0-9]+)个组织", text)]
    assert left_out == [12 * 61] * 31
    assert f"画出32个，未画出{len(view) - 32}个" in ax.get_title(loc="left")


def test_units_under_no_other_stand_side_by_side(ax):
    zhibu.plot.tree(branches(3, 2), ax=ax)
    assert len(told(ax)) == 9 and ax.get_title(loc="left").startswith("9个组织\n")


@pytest.mark.parametrize("more,said", [
    ({"top": "YS-LX"}, r"no such unit: 'YS-LX' \(did you mean 'YS-"),
    ({"lines": 2}, "no tree can be read in lines=2; accepted: 3 or more")])
def test_what_cannot_be_drawn_is_refused(view, more, said):
    with pytest.raises(ValueError, match=said):
        zhibu.plot.tree(view, **more)
