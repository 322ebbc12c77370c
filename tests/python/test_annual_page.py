# SPDX-License-Identifier: BSL-1.0
"""The page of a year: every figure is one that zhibu counts, and a Chromium shows it well."""

import builtins
import html
import re
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import chromium
import pytest

import zhibu
import zhibu.annual
from zhibu import By, Language, Standing, UnitKind, _year

pytest.importorskip("jinja2", reason="Jinja2 is not installed: apt-get install python3-jinja2")
pytest.importorskip(
    "matplotlib", reason="matplotlib is not installed: apt-get install python3-matplotlib")

COUNTY = Path(__file__).parents[2] / "examples" / "yongshun"
AS_OF = date(2017, 9, 30)
NOW = date(2026, 1, 1)
LAST = date(2017, 12, 31)


class County:
    """The example county, and what was held there; each test may add to it."""

    def __init__(self):
        self.roster = zhibu.Roster.load(COUNTY)
        self.rules = zhibu.Rulebook.national() + zhibu.Rulebook.load(COUNTY / "rules.toml")
        self.calendar = zhibu.Calendar.load(COUNTY / "calendar.toml")
        self.records = zhibu.Records.load(COUNTY / "2017", self.roster)

    def _ask(self, function, **more):
        return function(self.roster, self.records, self.rules, self.calendar,
                        **{"year": 2017, "as_of": AS_OF, "rules_of": NOW, **more})

    def figures(self, **more):
        return self._ask(_year.figures, **more)

    def page(self, **more):
        return self._ask(zhibu.annual.page, **more)

    def findings(self):
        owed = zhibu.obligations(self.roster, self.rules, self.calendar,
                                 zhibu.parse_period("2017"), rules_of=NOW)
        return zhibu.audit(owed, self.records, as_of=AS_OF)


@pytest.fixture(scope="module")
def county():
    return County()


@pytest.fixture(scope="module")
def pages(county):
    return {language: county.page(language=language) for language in (Language.zh, Language.en)}


def standing(counts):
    return [counts.standing[s] for s in Standing.__members__.values()]


# What it counts

def test_all_that_is_owed_is_counted_once(county):
    whole = Counter()
    for tally in zhibu.rollup(county.findings(), county.roster, by=By.activity):
        whole.update(dict(enumerate(tally.standing)))
    assert standing(county.figures().total) == [whole[n] for n in range(7)]


def test_each_branch_has_what_the_rollup_of_the_tree_has(county):
    of = county.figures()
    tallies = {t.code: t for t in zhibu.rollup(county.findings(), county.roster, by=By.tree)}
    branches = [b for group in of.groups for b in group.branches]
    assert len(branches) == 52
    for branch in branches:
        assert standing(branch.total) == tallies[branch.unit.code].standing
        assert branch.total.owed == tallies[branch.unit.code].owed()


def test_each_month_has_what_the_rollup_of_months_has(county):
    of = county.figures()
    months = zhibu.rollup(county.findings(), county.roster, by=By.month)
    found = [[a + b for a, b in zip(standing(u), standing(p))]
             for u, p in zip(of.units_by_month, of.persons_by_month)]
    assert found == [t.standing for t in months]


def test_branches_stand_in_the_order_of_clusters_and_of_the_roster(county):
    of = county.figures()
    assert [g.cluster.code for g in of.groups] == [c.code for c in county.roster.clusters()]
    for group in of.groups:
        places = [b.unit.id for b in group.branches]
        assert places == sorted(places)
        assert Counter(b.role for b in group.branches)["lead"] == 1


def test_contact_visits_are_those_of_the_audit(county):
    found = [(len(f.evidence), f.obligation.times) for f in county.findings()
             if f.obligation.activity == zhibu.Activity.contact_visit]
    assert [(c.visits, c.owed) for c in county.figures().contacts] == found
    assert len(found) == 7


def enriched():
    """The county, of whose year only a study of the 离休 cadres and a fund are known."""
    county = County()
    county.records = zhibu.Records()
    roster, records = county.roster, county.records
    honoured = [p.id for p in roster.persons()
                if p.retirement == zhibu.Retirement.retired_with_honours
                and roster.home(p.id, day=AS_OF) is not None]
    committee = roster.unit("YS-GW").id
    study = records.add(zhibu.Record(code="T-1", unit=committee, held_on=date(2017, 4, 20),
                                     activities=zhibu.Activity.study_day))
    records.attend(study, honoured, [
        zhibu.Attendee(person=honoured[0], presence=zhibu.Presence.absent),
        zhibu.Attendee(person=honoured[1], presence=zhibu.Presence.served_at_home),
        zhibu.Attendee(person=honoured[2], presence=zhibu.Presence.excused, reason="机密病因")])
    fund = records.add(zhibu.Fund(code="T-F", name="甲基金", purpose="启动<资金>$x$", unit=committee,
                                  period=zhibu.parse_period("2017")))
    for code, on, fen, voided in (("1", date(2017, 1, 5), 15000000, False),
                                  ("2", date(2017, 1, 6), 77700, True),
                                  ("3", date(2017, 10, 1), 88800, False)):
        records.add(zhibu.Appropriation(code=f"T-A{code}", fund=fund, on=on, amount_fen=fen,
                                        voided=voided))
    records.add(zhibu.Payment(code="T-P", fund=fund, on=date(2017, 2, 1), amount_fen=123456,
                              reason="机密困难", payee=zhibu.Bearer(person=honoured[3])))
    return county, len(honoured)


def test_a_person_whom_study_reached_counts_once_and_who_was_absent_does_not():
    county, all_honoured = enriched()
    assert all_honoured > 3
    april = county.figures().coverage[3]
    assert (april.month, april.honoured, april.all_honoured) == (4, all_honoured - 2, all_honoured)


def test_a_long_name_is_cut_in_the_chart_and_whole_in_its_text():
    county, _ = enriched()
    purpose = "长" * 60
    fund = county.records.add(zhibu.Fund(
        code="T-L", name="甲", purpose=purpose, unit=county.roster.unit("YS-GW").id,
        period=zhibu.parse_period("2017")))
    county.records.add(zhibu.Appropriation(code="T-L", fund=fund, on=AS_OF, amount_fen=100))
    page = county.page()
    assert {len(cut) for cut in re.findall("(长+)…</text>", page)} == {26, 43}
    assert page.count(purpose) == 5  # twice in the text of each chart, and in the table


def test_money_counts_from_its_day_and_not_where_it_was_voided():
    county, _ = enriched()

    def flow(**more):
        flows = county.figures(**more).funds
        return [(f.in_fen, f.out_fen) for f in flows if f.purpose == "启动<资金>$x$"]

    assert flow() == [(15000000, 123456)]
    assert flow(as_of=LAST) == [(15088800, 123456)]
    assert flow(top="YS-B01") == []


def test_figures_stand_in_the_page_and_reasons_do_not():
    county, _ = enriched()
    for language in (Language.zh, Language.en):
        page = county.page(language=language)
        assert "150,000.00" in page and "1,234.56" in page
        assert "启动&lt;资金&gt;$x$" in page and "启动<资金>" not in page
        assert "机密" not in page


def test_a_page_of_one_branch_names_no_other(county):
    page = county.page(top="YS-B05")
    others = [u.name for u in county.roster.units() if u.code != "YS-B05" and
              u.kind != UnitKind.group]
    assert county.roster.unit("YS-B05").name in page
    assert [name for name in others if name in page] == []


def test_sections_without_data_say_so():
    roster = zhibu.Roster()
    roster.add(zhibu.Unit(code="GW", name="工委", kind=UnitKind.working_committee,
                          standing=zhibu.since(date(2010, 1, 1))))
    def page(language):
        return zhibu.annual.page(roster, zhibu.Records(), zhibu.Rulebook.national(),
                                 zhibu.Calendar.china(), year=2017, as_of=AS_OF, language=language)

    for said in ("没有党支部", "没有记名的学习考勤", "没有联系点到点指导", "没有经费收支记录"):
        assert said in page(Language.zh)
    for said in ("has no branch", "No record of study", "No rule asks", "No money is recorded"):
        assert said in page(Language.en)


# How it is written

def test_the_calendar_has_twelve_cells_for_each_branch_and_says_each_in_words(pages):
    table = re.search(r'<table class="calendar">(.*?)</table>', pages[Language.zh], re.DOTALL)[1]
    rows = re.findall(r'<tr><th scope="row">(.*?)</tr>', table)
    assert len(rows) == 52
    for row in rows:
        said = re.findall(r'<td class="\w+"><span class="sign" aria-hidden="true">.*?</span>'
                          r'<span class="unseen">(.*?)</span>', row)
        assert len(said) == 12 and all(re.match("应办[0-9]+：|无应办事项", s) for s in said)


def test_the_headline_is_the_sum_of_the_audit(county, pages):
    total = county.figures().total
    shown = [int(n) for n in re.findall(r"<dd>(\d+)</dd>", pages[Language.zh])]
    assert shown == [total.owed] + [total.of(p) for p in ("held", "late", "missing", "open",
                                                          "waived")]


@pytest.mark.parametrize("language", [Language.zh, Language.en], ids=str)
def test_every_chart_has_a_title_and_a_text_and_the_numbers_beside_it(pages, language):
    page = pages[language]
    charts = re.findall(r'<svg [^>]*role="img" aria-labelledby="(\S+) (\S+)">'
                        r'<title id="(\S+)">(.+?)</title><desc id="(\S+)">(.+?)</desc>', page)
    assert len(charts) == page.count("<svg ") == 12  # each as wide as paper and as a phone
    for of_title, of_text, title_id, title, text_id, text in charts:
        assert (of_title, of_text) == (title_id, text_id)
        assert len(title) > 3 and re.search(r"\d", text)
    assert page.count("<details>") == 5
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_each_page_is_in_its_language(pages):
    assert '<html lang="zh-CN">' in pages[Language.zh]
    assert '<html lang="en">' in pages[Language.en]
    english = re.sub(r'<(\w+)[^>]* lang="zh"[^>]*>.*?</\1>|<svg.*?</svg>', "",
                     pages[Language.en].split("</style>", 1)[1], flags=re.DOTALL)
    assert re.findall("[\u4e00-\u9fff]+", html.unescape(english)) == []


def test_it_asks_no_network_for_anything_and_runs_no_script(pages):
    for page in pages.values():
        assert "default-src 'none'" in page
        assert not re.search(r"https?:|@import|<script|<link|<img|xmlns|url\((?!#)", page)


def test_the_same_arguments_give_the_same_page(county, pages):
    assert county.page() == pages[Language.zh]


def test_no_branch_has_a_score_or_a_rank(pages):
    assert not re.search("得分|评分|名次|第[0-9]+名|%", pages[Language.zh].split("</style>", 1)[1])


def test_without_a_library_it_says_what_to_install(county, monkeypatch):
    imported = builtins.__import__

    def refuse(name, *args, **kwargs):
        if name.split(".")[0] == "matplotlib":
            raise ImportError(name)
        return imported(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(ImportError, match=r"pip install 'zhibu\[html\]'.*python3-matplotlib"):
        county.page()


def test_the_example_writes_both_pages(tmp_path):
    done = subprocess.run([sys.executable, COUNTY.parent / "annual_page.py", COUNTY, tmp_path],
                          capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(f.name for f in tmp_path.iterdir()) == ["year-2017.en.html", "year-2017.zh.html"]


# As a Chromium shows it

@pytest.fixture(scope="module")
def file(tmp_path_factory):
    file = tmp_path_factory.mktemp("pages") / "year.html"
    file.write_text(County().page(), "utf-8")
    return file


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("dark", [False, True])
def test_it_opens_without_a_complaint_and_every_text_stands_out(browser, file, width, dark):
    page = browser.open(file, width=width, height=844, dark=dark)
    assert (page.complaints, page.requests) == ([], [file.as_uri()])
    seen = chromium.contrasts(page)
    assert len(seen) > 1000
    assert [one for one in seen if one[0] < 4.5] == []


@pytest.mark.parametrize("width", [390, 820, 1280])
def test_it_fits_and_no_text_of_a_chart_is_small_or_cut(browser, file, width):
    page = browser.open(file, width=width, height=844)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    texts = page.evaluate("""[...document.querySelectorAll('svg')].filter(
        svg => svg.getClientRects().length).flatMap(svg => [...svg.querySelectorAll('text')].map(
        text => { const [t, s] = [text, svg].map(e => e.getBoundingClientRect());
          return [text.textContent, parseFloat(getComputedStyle(text).fontSize) * s.width
                  / svg.viewBox.baseVal.width,
                  t.left >= s.left - 1 && t.right <= s.right + 1]; }))""")
    assert len(texts) > 60
    assert [text for text in texts if text[1] < 8.5 or not text[2]] == []


def test_each_chart_shows_once(browser, file):
    for width in (390, 1280):
        page = browser.open(file, width=width, height=844)
        assert page.evaluate("[...document.querySelectorAll('svg')].filter("
                             "svg => svg.getClientRects().length).length") == 6


def test_states_differ_without_colours(browser, file):
    page = browser.open(file, width=390, height=844)
    signs = page.evaluate("Object.fromEntries([...document.querySelectorAll('.calendar td')]"
                          ".filter(td => td.querySelector('.sign')).map(td => [td.className,"
                          " td.querySelector('.sign').textContent[0]]))")
    assert signs == {"held": "●", "late": "◐", "missing": "×", "open": "○"}


def test_it_prints_on_a_few_sheets(browser, file, tmp_path):
    page = browser.open(file, width=1280, height=844, dark=True)
    page.print(tmp_path / "year.pdf")
    printed = (tmp_path / "year.pdf").read_bytes()
    assert printed.startswith(b"%PDF-")
    assert 4 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= 9
    seen = chromium.contrasts(page)  # as printed
    assert [one for one in seen if one[0] < 4.5] == []
