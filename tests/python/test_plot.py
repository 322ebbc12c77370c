# SPDX-License-Identifier: BSL-1.0
"""The drawings show what the library counts, in both languages, in the Axes that they are given."""

import builtins
import io
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

import zhibu
import zhibu.plot
from zhibu import By, Language, Standing, _drawing, _looks, _year

matplotlib = pytest.importorskip(
    "matplotlib", reason="matplotlib is not installed: apt-get install python3-matplotlib")
matplotlib.use("Agg")
from matplotlib import pyplot  # noqa: E402
from matplotlib.colors import to_hex, to_rgb  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402
from matplotlib.patches import Rectangle  # noqa: E402

COUNTY = Path(__file__).parents[2] / "examples" / "yongshun"
AS_OF = date(2017, 9, 30)
BRANCH, CLUSTER = "YS-B33", "PZ07"
DONE = (Standing.satisfied, Standing.satisfied_late)


class County:
    def __init__(self):
        self.roster = zhibu.Roster.load(COUNTY)
        self.rules = zhibu.Rulebook.national() + zhibu.Rulebook.load(COUNTY / "rules.toml")
        self.held = zhibu.Records.load(COUNTY / "2017", self.roster)
        self.findings = self.audit("2017")
        self.view = self.roster.as_of(AS_OF)

    def audit(self, period):
        owed = zhibu.obligations(self.roster, self.rules, zhibu.Calendar.china(),
                                 zhibu.parse_period(period), rules_of=date(2026, 1, 1))
        return zhibu.audit(owed, self.held, as_of=AS_OF)

    def at(self, unit):
        """The findings of what is owed at a unit."""
        unit = self.roster.unit(unit).id
        return [f for f in self.findings
                if _year.place(f.obligation, self.roster, AS_OF) == unit]


@pytest.fixture(scope="module")
def county():
    return County()


@pytest.fixture
def ax():
    return Figure(figsize=(9, 7)).add_subplot()


@pytest.fixture(autouse=True)
def no_figure_is_left():
    yield
    pyplot.close("all")


def texts(ax):
    return [t.get_text() for t in ax.texts]


def labels(axis):
    return [t.get_text() for t in axis.get_ticklabels()]


def legend(ax):
    return [t.get_text() for t in ax.get_legend().get_texts()]


def done_of_owed(findings):
    standing = Counter(f.standing for f in findings)
    owed = sum(standing.values()) - standing[Standing.not_applicable]
    return f"{sum(standing[s] for s in DONE)}/{owed}"


# The year

def test_each_cell_of_a_branch_has_what_was_held_of_what_falls_due_in_the_month(county, ax):
    expected = {}
    for f in county.at(BRANCH):
        key = f.obligation.activity.zh, f.obligation.bound.last().month
        expected.setdefault(key, []).append(f)
    zhibu.plot.year(county.findings, county.roster, unit=BRANCH, ax=ax)
    rows = labels(ax.yaxis)
    shown = {(rows[round(t.get_position()[1])], round(t.get_position()[0]) + 1): t.get_text()
             for t in ax.texts}
    assert shown == {key: done_of_owed(found) for key, found in expected.items()}
    assert len(ax.patches) == len(shown) > 50
    assert labels(ax.xaxis) == [f"{n}月" for n in range(1, 13)]


def test_a_cluster_has_a_row_for_each_branch_in_the_order_of_the_roster(county, ax):
    zhibu.plot.year(county.findings, county.roster, cluster=CLUSTER, ax=ax)
    units = county.roster.units(CLUSTER, day=AS_OF)
    assert labels(ax.yaxis) == [county.view.unit(u).name for u in units]
    for row, unit in enumerate(units):
        numbers = [list(map(int, t.get_text().split("/"))) for t in ax.texts
                   if t.get_position()[1] == row]
        assert "/".join(str(sum(n)) for n in zip(*numbers)) == done_of_owed(
            county.at(county.view.unit(unit).code))


def test_a_week_is_that_of_the_last_day_on_which_it_may_be_held(county, ax):
    zhibu.plot.year(county.findings, county.roster, unit=BRANCH, columns="week", ax=ax)
    monday = date(2016, 12, 26)  # before 2017-01-01, a Sunday
    due = {(f.obligation.activity, (f.obligation.bound.last() - monday).days // 7)
           for f in county.at(BRANCH)}
    assert Counter(round(p.get_x() + 0.46) for p in ax.patches) == Counter(w for _, w in due)
    marks = dict(zip(ax.get_xticks(), labels(ax.xaxis)))
    assert (marks[0], marks[5], len(marks)) == ("1月", "2月", 12)  # 2017-02-01 is in the sixth


def test_a_cell_shows_the_standing_that_matters_most(county, ax):
    late = next(f for f in county.findings if f.standing == Standing.satisfied_late)
    missing = next(f for f in county.at(BRANCH) if f.standing == Standing.overdue)
    for finding, look in ((missing, "missing"), (late, "late")):
        of = Figure().add_subplot()
        unit = county.roster.unit(_year.place(finding.obligation, county.roster, AS_OF))
        zhibu.plot.year(county.findings, county.roster, unit=unit.code, ax=of)
        row = labels(of.yaxis).index(finding.obligation.activity.zh)
        month = finding.obligation.bound.last().month
        [cell] = [p for p in of.patches if round(p.get_y() + 0.42) == row
                  and round(p.get_x() + 0.46) == month - 1]
        assert cell.get_hatch() == _looks.LOOKS[look][1]


def test_standings_differ_without_colour():
    def grey(colour):
        return round(sum(w * c for w, c in zip((0.3, 0.59, 0.11), to_rgb(colour))) * 4)

    seen = {(hatch, grey(_looks.on_paper()[inside]))
            for inside, hatch, _ in map(_looks.LOOKS.get, _drawing.LOOK_OF.values())}
    assert len(seen) == len(Standing.__members__) == len(_drawing.LOOK_OF)


def test_the_colours_are_those_of_the_pages():
    assert _looks.on_paper()["held"] == "#1d5f78" and _looks.on_paper()["ink"] == "#20242a"


@pytest.mark.parametrize("language", [Language.zh, Language.en, "zh", "en"], ids=str)
def test_the_legend_has_the_librarys_labels_of_what_is_there(county, ax, language):
    standings = [s for s in _drawing.LOOK_OF if any(f.standing == s for f in county.at(BRANCH))]
    zhibu.plot.year(county.findings, county.roster, unit=BRANCH, language=language, ax=ax)
    assert legend(ax) == [getattr(s, str(language)) for s in standings]
    assert 2 < len(standings) < 7


def test_it_says_as_of_when_and_by_which_rules(county, ax):
    zhibu.plot.year(county.findings, county.roster, unit=BRANCH, ax=ax)
    assert ax.get_title(loc="left") == (
        "县卫生局离退休干部党支部：2017年应办事项\n截至2017-09-30，按2026-01-01时有效的规定")


# Owed and held

def test_each_bar_is_as_long_as_what_is_owed_and_divided_by_how_it_stands(county, ax):
    zhibu.plot.owed_and_held(county.findings, county.roster, ax=ax)
    tallies = zhibu.rollup(county.findings, county.roster, by=By.activity)
    assert labels(ax.yaxis) == [t.name for t in tallies]  # in their order: nothing is ranked
    found = Counter()
    for bar in ax.patches:
        found[round(bar.get_y() + 0.36), bar.get_hatch(), to_hex(bar.get_facecolor())] += round(
            bar.get_width())
    expected = Counter()
    for row, tally in enumerate(tallies):
        for standing in set(_drawing.LOOK_OF) - {Standing.not_applicable}:
            inside, hatch, _ = _looks.LOOKS[_drawing.LOOK_OF[standing]]
            expected[row, hatch, _looks.on_paper()[inside]] += tally.count(standing)
    assert +found == +expected
    overdue = [t.count(Standing.overdue) for t in tallies]
    assert texts(ax) == [f"{t.count(DONE[0]) + t.count(DONE[1])}/{t.owed()}"
                         + (f"，逾期{n}" if n else "") for t, n in zip(tallies, overdue)]


@pytest.mark.parametrize("by,language,first,last", [
    (By.month, "zh", "1月", "12月"), ("month", "en", "1", "12"), (By.quarter, "zh", "1季度", "4季度"),
    (By.quarter, "en", "Q1", "Q4"), (By.cluster, "zh", "第一片组", "不在片组"),
    (By.activity, "en", "members meeting", "rotation training")])
def test_bars_have_the_names_of_what_they_count(county, ax, by, language, first, last):
    zhibu.plot.owed_and_held(county.findings, county.roster, by=by, language=language, ax=ax)
    upright = str(by) in ("month", "quarter")
    names = labels(ax.xaxis if upright else ax.yaxis)
    assert (names[0], names[-1]) == (first, last)
    assert len(texts(ax)) == len(names)


def test_months_of_two_years_have_their_year(county, ax):
    zhibu.plot.owed_and_held(county.audit("2017-07-01..2018-06-30"), county.roster, by="month",
                             ax=ax)
    assert labels(ax.xaxis)[0] == "2017-07" and labels(ax.xaxis)[-1] == "2018-06"


# Into what it draws

def test_without_axes_it_makes_a_figure_that_pyplot_knows_and_with_them_none(county, ax):
    before = dict(matplotlib.rcParams)
    assert zhibu.plot.owed_and_held(county.findings, county.roster, ax=ax) is ax
    assert pyplot.get_fignums() == []
    made = zhibu.plot.owed_and_held(county.findings, county.roster)
    assert pyplot.get_fignums() == [made.figure.number]
    assert dict(matplotlib.rcParams) == before
    assert matplotlib.get_backend().lower() == "agg"


def test_it_shows_nothing(county, monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("shown")

    monkeypatch.setattr(pyplot, "show", refuse)
    zhibu.plot.year(county.findings, county.roster, unit=BRANCH)
    zhibu.plot.tree(county.view)


def test_what_stands_in_the_axes_before_stays_there(county, ax):
    ax.plot([0, 1], [0, 1])
    ax.text(0, 0, "mine", family="DejaVu Sans")
    zhibu.plot.year(county.findings, county.roster, unit=BRANCH, ax=ax)
    assert len(ax.lines) == 1 and ax.texts[0].get_fontname() == "DejaVu Sans"


def test_a_name_is_drawn_as_it_stands(ax):
    roster = zhibu.Roster()
    roster.add(zhibu.Unit(code="B01", name="甲$x^2$支部\n（二）", kind=zhibu.UnitKind.branch,
                          standing=zhibu.since(date(2010, 1, 1))))
    zhibu.plot.tree(roster.as_of(AS_OF), ax=ax)
    assert texts(ax)[0] == "甲$x^2$支部 （二）" and not ax.texts[0].get_parse_math()
    owed = zhibu.obligations(roster, zhibu.Rulebook.national(), zhibu.Calendar.china(),
                             zhibu.parse_period("2026"))
    findings = zhibu.audit(owed, zhibu.Records(), as_of=date(2026, 7, 1))
    again = Figure().add_subplot()
    zhibu.plot.owed_and_held(findings, roster, by=By.unit, ax=again)
    assert labels(again.yaxis) == ["甲$x^2$支部 （二）"]
    again.figure.savefig(io.BytesIO())


# What it refuses

@pytest.mark.parametrize("more,said", [
    ({}, "a heat map is of one unit or of one cluster.*accepted: unit='…' or cluster='…'"),
    ({"unit": BRANCH, "cluster": CLUSTER}, "and not both"),
    ({"unit": "YS-B3"}, r"no such unit: 'YS-B3' \(did you mean 'YS-B"),
    ({"cluster": "PZ7"}, r"no such cluster: 'PZ7' \(did you mean 'PZ07'"),
    ({"unit": BRANCH, "columns": "day"}, "no such columns: 'day'; accepted: 'month', 'week'"),
    ({"unit": BRANCH, "language": "cn"}, "no such Language: 'cn'"),
])
def test_what_cannot_be_drawn_is_refused_with_what_would_be(county, more, said):
    with pytest.raises(ValueError, match=said):
        zhibu.plot.year(county.findings, county.roster, **more)
    assert pyplot.get_fignums() == []


def test_a_party_group_is_referred_to_its_branch(county):
    group = next(u for u in county.roster.units() if u.kind == zhibu.UnitKind.group)
    branch = county.roster.unit(group.parent).code
    with pytest.raises(ValueError, match=re.escape(f"({group.code}) is a Party group, and what it "
                                                   f"owes stands with its branch; accepted: "
                                                   f"unit='{branch}'")):
        zhibu.plot.year(county.findings, county.roster, unit=group.code)


def test_findings_of_two_years_are_refused_as_one_year(county):
    with pytest.raises(ValueError, match=r"of 2017-10-01\.\.2018-03-31, of more than one year; "
                                         r"accepted: .*parse_period\('2017'\)"):
        zhibu.plot.year(county.audit("2017-10-01..2018-03-31"), county.roster, unit=BRANCH)


def test_findings_that_are_none_are_refused():
    roster = zhibu.Roster()
    owed = zhibu.obligations(roster, zhibu.Rulebook.national(),
                             zhibu.Calendar.china(), zhibu.parse_period("2017"))
    none = zhibu.audit(owed, zhibu.Records(), as_of=AS_OF)
    for draw in (lambda: zhibu.plot.year(none, roster, unit=BRANCH),
                 lambda: zhibu.plot.owed_and_held(none, roster)):
        with pytest.raises(ValueError, match="nothing was owed in 2017; accepted: the audit of"):
            draw()
    with pytest.raises(ValueError, match="no unit stands on 2017-09-30; accepted: the view of"):
        zhibu.plot.tree(roster.as_of(AS_OF))


def test_more_bars_than_can_be_read_are_refused(county):
    with pytest.raises(ValueError, match="by unit there are 92 bars, of which at most 60 can be "
                                         "read; accepted: another by="):
        zhibu.plot.owed_and_held(county.findings, county.roster, by="unit")


def test_without_matplotlib_it_says_what_to_install(county, monkeypatch):
    imported = builtins.__import__

    def refuse(name, *args, **kwargs):
        if name.split(".")[0] == "matplotlib":
            raise ImportError(name)
        return imported(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(ImportError, match=r"pip install 'zhibu\[plot\]'.*python3-matplotlib"):
        zhibu.plot.year(county.findings, county.roster, unit=BRANCH)


def test_a_heat_map_is_made_of_rectangles_that_do_not_touch(county, ax):
    zhibu.plot.year(county.findings, county.roster, unit=BRANCH, ax=ax)
    assert all(isinstance(p, Rectangle) and p.get_width() < 1 > p.get_height() for p in ax.patches)
