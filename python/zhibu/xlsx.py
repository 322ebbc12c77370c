# SPDX-License-Identifier: BSL-1.0
"""The official forms and ledgers as sheets of an Excel workbook (.xlsx), by openpyxl.

    import zhibu.xlsx

    forms = zhibu.xlsx.read_forms("某县.xlsx", kinds=zhibu.code_set("national"),
                                  as_of=datetime.date(2017, 9, 30))
    zhibu.xlsx.write_forms("某县.xlsx", forms.roster.as_of(day), kinds=zhibu.code_set("national"),
                           personal=zhibu.PersonalData.masked)
    zhibu.xlsx.write_ledgers("台账.xlsx", [zhibu.standing_ledger(findings, records, roster)])

The sheets of forms become the CSV that zhibu.parse_official_forms reads, row by row, so that a
fault names the file, the sheet and the row as the workbook has them, and the column by its heading.
openpyxl is needed only here: pip install 'zhibu[xlsx]', or in Debian python3-openpyxl.
"""

from __future__ import annotations

import csv
import datetime
import difflib
import io
import os
import re
import typing
import zipfile
from collections import abc
from typing import Any, Optional, Union

import zhibu
from zhibu import _ledger_sheets

UNIT_SHEET = "党组织信息"
MEMBER_SHEET = "党员基本信息汇总表"

__all__ = ["MEMBER_SHEET", "UNIT_SHEET", "read_forms", "write_forms", "write_ledgers"]

_Path = Union[str, os.PathLike[str]]
_Fault = tuple[str, str]  # where it is, and what is wrong there

# A spreadsheet keeps 15 digits of a number.
_MOST_EXACT = 10**15
_FORMULA_SIGNS = "=+-@＝＋－＠"


def read_forms(file: _Path, *, kinds: zhibu.CodeSet, as_of: datetime.date,
               unit_sheet: str = UNIT_SHEET, member_sheet: str = MEMBER_SHEET,
               member_file: Optional[_Path] = None) -> zhibu.OfficialForms:
    """Reads the two forms from two sheets of a workbook, or of two.

    Gives what zhibu.parse_official_forms gives. A cell with a formula is a fault, and so is a
    number too long for a spreadsheet to keep, such as an id number that is not text. Raises
    ValueError that lists the faults of both sheets.
    """
    faults: list[_Fault] = []
    members = file if member_file is None else member_file
    unit_form = _form(file, unit_sheet, faults)
    member_form = _form(members, member_sheet, faults)
    try:
        forms = zhibu.parse_official_forms(unit_form, member_form, kinds=kinds, as_of=as_of)
    except ValueError as error:
        places = tuple(place for place, _ in faults)
        others = [line for line in str(error).splitlines() if not line.startswith(places)]
        raise ValueError("\n".join([place + what for place, what in faults] + others)) from None
    if faults:
        raise ValueError("\n".join(place + what for place, what in faults))
    return forms


def write_forms(file: Union[_Path, typing.IO[bytes]], view: zhibu.RosterView, *,
                kinds: zhibu.CodeSet, personal: zhibu.PersonalData, unit_sheet: str = UNIT_SHEET,
                member_sheet: str = MEMBER_SHEET) -> None:
    """Writes the two forms of a view to two sheets of a new workbook.

    Every cell is text, also one that begins with = + - or @: none is a formula, and no id number
    is rounded.
    """
    openpyxl = _openpyxl()
    book = openpyxl.Workbook()
    _fill(book.active, unit_sheet, zhibu.write_unit_form(view, kinds=kinds))
    _fill(book.create_sheet(), member_sheet, zhibu.write_member_form(view, personal=personal))
    book.save(file)


def write_ledgers(file: Union[_Path, typing.IO[bytes]],
                  ledgers: Union[zhibu.Ledger, abc.Iterable[zhibu.Ledger]]) -> None:
    """Writes a ledger, or several in their order, to the sheets of a new workbook.

    Each sheet has the title and the day above, and the totals below. Cells are numbers, amounts and
    days as their columns say, and all else is text: no code is rounded, and nothing is a formula.
    The same ledgers always give the same bytes. The file may also be one that is open for writing.

    Raises ValueError for a ledger that a sheet has no room for: nothing is cut.
    """
    _ledger_sheets.write(_openpyxl(), file,
                         [ledgers] if isinstance(ledgers, zhibu.Ledger) else ledgers)


def _openpyxl() -> Any:
    try:
        import openpyxl  # type: ignore
    except ImportError:
        raise ImportError("reading and writing .xlsx needs openpyxl; install it by "
                          "pip install 'zhibu[xlsx]', or in Debian apt-get install "
                          "python3-openpyxl") from None
    return openpyxl


# --- reading ---

def _form(file: _Path, title: str, faults: list[_Fault]) -> zhibu.FormText:
    """A sheet as the text of a form; cells that cannot be read become faults (place, what)."""
    name = f"{os.fspath(file)}[{title}]"
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n")
    rows = [list(row) for row in _sheet(file, title).iter_rows()]
    headings = _headings(rows)
    for row in rows:
        cells = []
        for cell in row:
            value, fault = _text(cell)
            if fault:
                heading = headings.get(cell.column, cell.column_letter)
                faults.append((f"{name}:{cell.row}: {heading}: ", fault))
            cells.append(value)
        writer.writerow(cells if any(cells) else [])
    return zhibu.FormText(name=name, csv=text.getvalue())


def _sheet(file: _Path, title: str) -> Any:
    openpyxl = _openpyxl()
    name = os.fspath(file)
    if not os.path.isfile(file):
        raise ValueError(f"{name}: no such file")
    try:
        book = openpyxl.load_workbook(file)
    except (openpyxl.utils.exceptions.InvalidFileException, zipfile.BadZipFile, KeyError, OSError,
            SyntaxError, TypeError, ValueError) as error:
        raise ValueError(f"{name}: not a workbook; accepted: a file of the form .xlsx, without a "
                         f"password ({type(error).__name__})") from None
    titles = [sheet.title for sheet in book.worksheets]
    if title in titles:
        return book[title]
    meant = difflib.get_close_matches(title, titles, n=1)
    nearest = f" (did you mean '{meant[0]}'?)" if meant else ""
    raise ValueError(f"{name}: no sheet '{title}'{nearest}; accepted: {', '.join(titles)}")


def _headings(rows: abc.Sequence[abc.Sequence[Any]]) -> dict[int, str]:
    """The headings by the number of their column: of the row among the first with most cells."""
    best: abc.Sequence[Any] = max(
        rows[:10], key=lambda row: sum(isinstance(c.value, str) for c in row), default=[])
    return {c.column: _plain(c.value) for c in best if isinstance(c.value, str)}


def _plain(heading: str) -> str:
    """A heading as faults of the library name it."""
    narrow = heading.translate(str.maketrans("（）／＊", "()/*"))
    return re.sub(r"\s|\*|\(必填\)", "", narrow)


def _text(cell: Any) -> tuple[str, Optional[str]]:
    """The text of a cell, and what is wrong with it or None."""
    value = cell.value
    if cell.data_type == "f":
        return "", "a formula; accepted: its value (copy it, and paste only the values)"
    if cell.data_type == "e":
        return "", f"the error {value}; accepted: a value"
    if value is None:
        return "", None
    if isinstance(value, bool):
        return "是" if value else "否", None
    if isinstance(value, datetime.datetime):
        whole = value.time() == datetime.time()
        return str(value.date() if whole else value), None
    if isinstance(value, (int, float)):
        if abs(value) >= _MOST_EXACT:
            return "", "a number of more than 15 digits, which is rounded; accepted: a text"
        return str(int(value)) if value == int(value) else repr(value), None
    return " ".join(str(value).split()), None


# --- writing ---

def _fill(sheet: Any, title: str, form: str) -> None:
    sheet.title = title
    sheet.freeze_panes = "A2"
    for at, row in enumerate(csv.reader(io.StringIO(form, newline="")), start=1):
        for column, text in enumerate(row, start=1):
            _write(sheet.cell(at, column), text)
    for cells in sheet.columns:
        widest = max((sum(2 if ord(c) > 0xFF else 1 for c in cell.value or "") for cell in cells),
                     default=0)
        sheet.column_dimensions[cells[0].column_letter].width = min(widest, 40) + 2


def _write(cell: Any, text: str) -> None:
    """Writes a text as text, without what CSV needs in front of it to be one."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # type: ignore
    text = ILLEGAL_CHARACTERS_RE.sub("", text.removeprefix("\t"))
    if text[:1] == "'" and text[1:2] in _FORMULA_SIGNS:
        text = text[1:]
    if not text:
        return
    cell.value = text
    cell.data_type = "s"  # openpyxl takes what begins with = for a formula
    cell.number_format = "@"
    cell.quotePrefix = text[0] in _FORMULA_SIGNS
