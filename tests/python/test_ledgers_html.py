# SPDX-License-Identifier: BSL-1.0
"""Ledgers as a page: every cell is there, nothing of it is markup, and a Chromium shows it well."""

import builtins
import re
from datetime import date
from html.parser import HTMLParser

import chromium
import pytest

import zhibu
import zhibu.html
from zhibu import CellKind, Language, Ledger, LedgerColumn, LedgerRow, LedgerTotal

pytest.importorskip("jinja2", reason="Jinja2 is not installed: apt-get install python3-jinja2")

COLUMNS = [LedgerColumn(name="姓名"), LedgerColumn(name="日期", kind=CellKind.day),
           LedgerColumn(name="金额 & <元>", kind=CellKind.yuan)]
ROWS = [["<script>alert(1)</script>", "2017-09-30", "10000.00"], ["", "", "<5"],
        ["甲\r\n乙\x00\x0b", "", "-0.50"], ['"{{ 7 * 7 }}" onclick=\'x\'', "", "&amp;"]]


def a_ledger(rows=ROWS, title="台账 <2017>"):
    return Ledger(title=title, as_of=date(2017, 9, 30), columns=COLUMNS,
                  rows=[LedgerRow(cells=cells) for cells in rows],
                  totals=[LedgerTotal(name="合计", value=15000000, kind=CellKind.yuan)])


class Cells(HTMLParser):
    """The texts of the cells of a page, table by table and row by row."""

    def __init__(self, page):
        super().__init__()
        self.tables, self.tags, self.inside = [], [], False
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")
            self.inside = True

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.tables[-1][-1][-1] += data


def test_every_cell_stands_in_the_page_as_it_was():
    [table] = Cells(zhibu.html.ledger_page(a_ledger())).tables
    assert table == [["姓名", "日期", "金额 & <元>"], ROWS[0], ROWS[1], ["甲\n乙", "", "-0.50"],
                     ROWS[3]]


def test_nothing_in_a_ledger_is_markup():
    tags = Cells(zhibu.html.ledger_page(a_ledger())).tags
    assert not any(tag == "script" or "onclick" in attributes for tag, attributes in tags)


def test_the_page_says_its_language_and_whose_table_it_is():
    for language, lang, as_of in ((Language.zh, "zh-CN", "截至2017-09-30"),
                                  (Language.en, "en", "as of 2017-09-30")):
        page = zhibu.html.ledger_page(a_ledger(), language=language)
        assert f'<html lang="{lang}">' in page
        caption = re.search(r"<caption[^>]*>(.*?)</caption>", page)[1]
        assert caption.startswith("台账 &lt;2017&gt;") and as_of in caption


def test_several_ledgers_stand_in_their_order_under_a_list_of_them(tmp_path):
    zhibu.html.write_ledgers(tmp_path / "all.html", [a_ledger(title="甲"), a_ledger([], "乙")],
                             title="全部")
    page = (tmp_path / "all.html").read_text("utf-8")
    assert re.findall(r'<a href="#(.*?)">(.*?)</a>', page) == [("ledger-1", "甲"),
                                                              ("ledger-2", "乙")]
    assert [len(table) for table in Cells(page).tables] == [5, 1]
    assert "<title>全部</title>" in page


def test_totals_are_in_yuan():
    assert "<dt>合计</dt><dd>150000.00</dd>" in zhibu.html.ledger_page(a_ledger())


def test_the_page_asks_no_network_for_anything():
    page = zhibu.html.ledger_page(a_ledger())
    assert "default-src 'none'" in page
    assert not re.search(r"https?:|//[a-z]|url\(|@import|<script|<link|<img", page)


def test_no_ledger_and_a_row_with_too_few_cells_are_refused():
    with pytest.raises(ValueError, match="no ledger to write; accepted: one or more"):
        zhibu.html.ledger_page([])
    with pytest.raises(ValueError, match="row 1 of the ledger '.*' has 1 cells; accepted: 3"):
        zhibu.html.ledger_page(a_ledger([["1"]]))


def test_without_jinja2_it_says_what_to_install(monkeypatch):
    imported = builtins.__import__

    def refuse(name, *args, **kwargs):
        if name.split(".")[0] == "jinja2":
            raise ImportError(name)
        return imported(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(ImportError, match=r"pip install 'zhibu\[html\]'.*python3-jinja2"):
        zhibu.html.ledger_page(a_ledger())


# As a Chromium shows it

@pytest.fixture(scope="module")
def file(tmp_path_factory):
    rows = [[f"姓名{n}", "2017-09-30", f"{n}.00"] for n in range(200)]
    file = tmp_path_factory.mktemp("pages") / "ledger.html"
    zhibu.html.write_ledgers(file, [a_ledger(), a_ledger(rows)])
    return file


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("dark", [False, True])
def test_it_opens_without_a_complaint_and_every_text_stands_out(browser, file, width, dark):
    page = browser.open(file, width=width, height=844, dark=dark)
    assert (page.complaints, page.requests) == ([], [file.as_uri()])
    seen = chromium.contrasts(page)
    assert len(seen) > 600
    assert [one for one in seen if one[0] < 4.5] == []


def test_a_phone_shows_each_row_as_a_card_and_need_not_be_moved_sideways(browser, file):
    page = browser.open(file, width=390, height=844)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.evaluate("getComputedStyle(document.querySelector('td'), '::before').content") == (
        '"姓名"')


def test_the_heading_stays_in_sight_on_a_desk(browser, file):
    page = browser.open(file, width=1280, height=844)
    moved = page.evaluate(
        "(() => { const box = document.querySelectorAll('.scroll')[1]; box.scrollTop = 3000;"
        " return [box.scrollTop > 1000, box.querySelector('th').getBoundingClientRect().top"
        " - box.getBoundingClientRect().top]; })()")
    assert moved[0] and abs(moved[1]) <= 2


def test_it_prints_with_the_heading_on_every_page(browser, file, tmp_path):
    page = browser.open(file, width=1280, height=844)
    page.print(tmp_path / "ledger.pdf")
    assert (tmp_path / "ledger.pdf").read_bytes().startswith(b"%PDF-")
    page.prefer("print")
    assert page.evaluate("getComputedStyle(document.querySelector('thead')).display") == (
        "table-header-group")
    assert page.evaluate("getComputedStyle(document.querySelector('.scroll')).overflow") == (
        "visible")
