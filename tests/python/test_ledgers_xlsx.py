# SPDX-License-Identifier: BSL-1.0
"""Ledgers as an Excel workbook: each cell is what its column says, and reads back as it was."""

import builtins
import io
import time
import zipfile
from datetime import date, datetime
from decimal import Decimal

import pytest

import zhibu
import zhibu.xlsx
from zhibu import CellKind, Ledger, LedgerColumn, LedgerRow, LedgerTotal
from zhibu._ledger_sheets import typed
from zhibu._printable import printable

openpyxl = pytest.importorskip(
    "openpyxl", reason="openpyxl is not installed: apt-get install python3-openpyxl")

CODE = "990000193005060014"
COLUMNS = [
    LedgerColumn(name="编号"),
    LedgerColumn(name="日期", kind=CellKind.day),
    LedgerColumn(name="次数", kind=CellKind.number),
    LedgerColumn(name="金额", kind=CellKind.yuan),
    LedgerColumn(name="应交", kind=CellKind.exact_yuan),
]
ROWS = [
    [CODE, "2017-09-30", "28", "10000.00", "50.0001"],
    ["", "", "", "", ""],
    ["甲\r\n乙", "1900-02-28", "<5", "-0.50", "1234567890123.45678"],
    ["0012", "2017-02-29", "007", "1万", "0.00001"],
]
TOTALS = [
    LedgerTotal(name="期次", value=25),
    LedgerTotal(name="金额", value=15000000, kind=CellKind.yuan),
    LedgerTotal(name="应交", value=5000010, kind=CellKind.exact_yuan),
]


def a_ledger(rows=ROWS, columns=COLUMNS, title="台账 2017", totals=TOTALS):
    return Ledger(title=title, as_of=date(2017, 9, 30), columns=columns, totals=totals,
                  rows=[LedgerRow(cells=cells) for cells in rows])


def of_one_column(texts, name="文字", **more):
    return a_ledger([[text] for text in texts], [LedgerColumn(name=name)], totals=[], **more)


def written(ledgers):
    out = io.BytesIO()
    zhibu.xlsx.write_ledgers(out, ledgers)
    return out.getvalue()


def book_of(ledgers):
    return openpyxl.load_workbook(io.BytesIO(written(ledgers)))


def plain(cell):
    """The value of a cell, in the form that typed() gives it."""
    if isinstance(cell.value, datetime):
        return cell.value.date()
    return "" if cell.value is None else cell.value


def test_cells_are_what_their_columns_say():
    sheet = book_of(a_ledger()).active
    first = [plain(cell) for cell in sheet[4]]
    assert first == [CODE, date(2017, 9, 30), 28, 10000, 50.0001]
    assert [cell.data_type for cell in sheet[4]] == ["s", "d", "n", "n", "n"]
    assert [cell.number_format for cell in sheet[4]] == [
        "@", "yyyy-mm-dd", "0", "#,##0.00", "#,##0.00###"]


def test_a_code_of_18_digits_stays_a_text():
    cell = book_of(a_ledger()).active["A4"]
    assert (cell.value, cell.data_type) == (CODE, "s")
    assert typed(CODE, CellKind.number) == CODE


@pytest.mark.parametrize(("text", "kind"), [
    ("<5", CellKind.number), ("007", CellKind.number), ("2.5", CellKind.number),
    ("1234567890123456", CellKind.number), ("1万", CellKind.yuan), ("٢", CellKind.number),
    ("1234567890123.45678", CellKind.exact_yuan), ("1900-02-28", CellKind.day),
    ("2017-02-29", CellKind.day), ("2017-09", CellKind.day), ("2017-W01-1", CellKind.day),
])
def test_what_a_spreadsheet_would_change_stays_a_text(text, kind):
    assert typed(text, kind) == text


@pytest.mark.parametrize(("text", "kind", "value"), [
    ("123456789012345", CellKind.number, 123456789012345), ("-5", CellKind.number, -5),
    ("0", CellKind.number, 0), ("10000.00", CellKind.yuan, Decimal(10000)),
    ("-0.01", CellKind.yuan, Decimal("-0.01")), ("1900-03-01", CellKind.day, date(1900, 3, 1)),
])
def test_what_it_keeps_exactly_is_a_number_or_a_day(text, kind, value):
    assert typed(text, kind) == value


def test_every_cell_reads_back_as_it_was():
    sheet = book_of(a_ledger()).active
    read = [[plain(cell) for cell in row] for row in sheet.iter_rows(min_row=4, max_row=7)]
    expected = [[typed(text, column.kind) for text, column in zip(cells, COLUMNS)]
                for cells in ROWS]
    for found, wanted in zip(read, expected):
        for value, text in zip(found, wanted):
            if isinstance(text, str):
                assert value == printable(text)
            else:
                assert type(value) in (int, float, date)
                assert Decimal(str(value)) == text if isinstance(text, Decimal) else value == text


def test_title_and_day_stand_above_and_totals_below():
    sheet = book_of(a_ledger()).active
    assert sheet["A1"].value == "台账 2017" and sheet["A1"].font.bold
    assert sheet["A2"].value == datetime(2017, 9, 30)
    assert [[cell.value for cell in row[:2]] for row in sheet.iter_rows(min_row=8)] == [
        [None, None], ["期次", 25], ["金额", 150000], ["应交", 50.0001]]


def test_the_heading_is_bold_and_stays_in_sight():
    sheet = book_of(a_ledger()).active
    assert [cell.value for cell in sheet[3]] == ["编号", "日期", "次数", "金额", "应交"]
    assert all(cell.font.bold for cell in sheet[3])
    assert sheet.freeze_panes == "A4"
    assert sheet.auto_filter.ref == "A3:E7"


def test_it_prints_on_landscape_pages_with_the_heading_on_each():
    sheet = book_of(a_ledger()).active
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows in ("3:3", "$3:$3")


def test_a_chinese_character_takes_the_width_of_two():
    widths = [book_of(of_one_column([text])).active.column_dimensions["A"].width
              for text in ("a" * 20, "中" * 10, "中" * 300)]
    assert widths[0] == widths[1] == 23
    assert widths[2] == 48


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@某", "＝1", "＠x", "=HYPERLINK(\"x\")",
                                  "\t=1", "\r=1"])
def test_no_cell_becomes_a_formula(text):
    for kind in CellKind.__members__.values():
        ledger = a_ledger([[text]], [LedgerColumn(name="列", kind=kind)], totals=[])
        cell = book_of(ledger).active["A4"]
        if text in ("-1", "+1") and cell.data_type == "n":
            continue
        assert cell.data_type == "s" and cell.value == printable(text)
        assert cell.quotePrefix == (printable(text)[0] in "=+-@＝＋－＠")


def test_a_title_or_a_heading_is_no_formula_either():
    sheet = book_of(of_one_column(["甲"], name="=1", title="=2", )).active
    assert (sheet["A1"].data_type, sheet["A3"].data_type) == ("s", "s")
    assert (sheet["A1"].value, sheet["A3"].value) == ("=2", "=1")


def test_control_characters_are_left_out_and_the_workbook_still_opens():
    text = "甲\x00\x08\x0b\x1f\ufffe\uffff乙\tb\n丙"
    assert book_of(of_one_column([text])).active["A4"].value == "甲乙\tb\n丙"


def test_a_text_that_looks_like_an_escape_is_escaped():
    raw = zipfile.ZipFile(io.BytesIO(written(of_one_column(["_x0041_ _x_"]))))
    everything = b"".join(raw.read(name) for name in raw.namelist())
    assert b"_x005F_x0041_ _x_" in everything


def test_a_text_that_no_cell_has_room_for_is_refused():
    assert book_of(of_one_column(["中" * 32767])).active["A4"].value == "中" * 32767
    for text, found in (("中" * 32768, 32768), ("𠮷" * 16384, 32768)):
        with pytest.raises(ValueError) as error:
            written(of_one_column(["", text]))
        assert str(error.value) == (
            f"row 2 of the ledger '台账 2017': 文字: a text of {found} characters; accepted: at "
            "most 32767, for which a cell has room")


def test_a_row_with_too_few_cells_is_refused():
    with pytest.raises(ValueError) as error:
        written(a_ledger([["1", "2"]]))
    assert str(error.value) == ("row 1 of the ledger '台账 2017' has 2 cells; accepted: 5, one for "
                                "each column")


def test_no_ledger_and_a_ledger_without_columns_are_refused():
    with pytest.raises(ValueError, match="no ledger to write; accepted: one or more"):
        written([])
    with pytest.raises(ValueError, match="has 0 columns; accepted: 1 to 16384"):
        written(a_ledger([], []))


def test_sheets_are_named_by_the_titles_as_far_as_sheets_may_be():
    titles = ["三会一课 2017", "三会一课 2017", "a/b:c*d?e[f]g\\h", "'引'", "", "长" * 40, "长" * 41,
              "History", "台账", "𠮷" * 20]
    book = book_of([of_one_column(["x"], title=title) for title in titles])
    assert book.sheetnames == [
        "三会一课 2017", "三会一课 2017 (2)", "a b c d e f g h", "引", "台账", "长" * 31,
        "长" * 27 + " (2)", "History (2)", "台账 (2)", "𠮷" * 15]
    assert [sheet["A1"].value for sheet in book][:2] == ["三会一课 2017", "三会一课 2017"]


def test_the_same_ledgers_give_the_same_bytes():
    first = written([a_ledger(), of_one_column(["x"])])
    time.sleep(2.1)  # the entries of a zip archive tell two seconds apart
    assert written([a_ledger(), of_one_column(["x"])]) == first


def test_a_workbook_does_not_say_when_it_was_made():
    archive = zipfile.ZipFile(io.BytesIO(written(a_ledger())))
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert archive.read("docProps/core.xml").count(b"1980-01-01T00:00:00Z") == 2


def test_the_county_s_audit_reads_back_whole(tmp_path):
    folder = "examples/yongshun"
    roster = zhibu.Roster.load(folder)
    rules = zhibu.Rulebook.national() + zhibu.Rulebook.load(f"{folder}/rules.toml")
    records = zhibu.Records.load(f"{folder}/2017", roster)
    owed = zhibu.obligations(roster, rules, zhibu.Calendar.china(), zhibu.parse_period("2017"))
    ledger = zhibu.standing_ledger(zhibu.audit(owed, records, as_of=date(2017, 9, 30)), records,
                                   roster)
    zhibu.xlsx.write_ledgers(tmp_path / "county.xlsx", ledger)
    sheet = openpyxl.load_workbook(tmp_path / "county.xlsx").active
    assert sheet.max_row == 3 + len(ledger.rows) > 1000
    for cells, row in zip(sheet.iter_rows(min_row=4), ledger.rows):
        assert [plain(cell) for cell in cells] == [
            typed(text, column.kind) for text, column in zip(row.cells, ledger.columns)]


def test_without_openpyxl_it_says_what_to_install(monkeypatch):
    imported = builtins.__import__

    def refuse(name, *args, **kwargs):
        if name.split(".")[0] == "openpyxl":
            raise ImportError(name)
        return imported(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(ImportError, match=r"pip install 'zhibu\[xlsx\]'.*python3-openpyxl"):
        written(a_ledger())
