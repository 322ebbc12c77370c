# SPDX-License-Identifier: BSL-1.0
"""Ledgers as sheets of a workbook; see zhibu.xlsx.write_ledgers, which is what to call."""

from __future__ import annotations

import datetime
import decimal
import io
import re
import zipfile
from collections import abc
from typing import Any, Union

import zhibu
from zhibu._printable import printable

_MOST_ROWS, _MOST_COLUMNS, _MOST_CHARACTERS = 1_048_576, 16_384, 32_767
_MOST_DIGITS = 15  # of a number that a spreadsheet keeps exactly
_WHOLE = re.compile(r"-?(0|[1-9][0-9]*)")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_TITLES = re.compile(r"[\\/*?:\[\]\x00-\x1f\ufffe\uffff]")
_FORMULA_SIGNS = "=+-@＝＋－＠"

# Days before it are counted otherwise by Excel than by everybody else: 1900 was no leap year.
_FIRST_DAY = datetime.date(1900, 3, 1)
# What stands in a workbook for the time at which it was made, so that the same ledgers always give
# the same bytes; the first that a zip archive can have.
_EPOCH = datetime.datetime(1980, 1, 1)

_HEADING = 3  # the row of the heading: the title and the day stand above
_FORMATS = {
    zhibu.CellKind.text: "@",
    zhibu.CellKind.number: "0",
    zhibu.CellKind.day: "yyyy-mm-dd",
    zhibu.CellKind.yuan: "#,##0.00",
    zhibu.CellKind.exact_yuan: "#,##0.00###",
}


def write(openpyxl: Any, file: Any, ledgers: abc.Iterable[zhibu.Ledger]) -> None:
    """Writes ledgers to sheets of a new workbook, in their order."""
    ledgers = list(ledgers)
    if not ledgers:
        raise ValueError("no ledger to write; accepted: one or more")
    for ledger in ledgers:
        _require_room(ledger)
    book = openpyxl.Workbook()
    book.remove(book.active)
    for ledger, title in zip(ledgers, _titles([ledger.title for ledger in ledgers])):
        _fill(book.create_sheet(title), ledger)
    content = _same_for_same(openpyxl, book)
    if hasattr(file, "write"):
        file.write(content)
        return
    with open(file, "wb") as out:
        out.write(content)


# --- what a sheet has room for ---

def _require_room(ledger: zhibu.Ledger) -> None:
    name = f"the ledger '{ledger.title}'"
    columns, rows = len(ledger.columns), len(ledger.rows)
    if not 1 <= columns <= _MOST_COLUMNS:
        raise ValueError(f"{name} has {columns} columns; accepted: 1 to {_MOST_COLUMNS}")
    most = _MOST_ROWS - _HEADING - 1 - len(ledger.totals)
    if rows > most:
        raise ValueError(f"{name} has {rows} rows; accepted: at most {most}, for which a sheet "
                         "has room")
    for at, row in enumerate(ledger.rows, start=1):
        if len(row.cells) != columns:
            raise ValueError(f"row {at} of {name} has {len(row.cells)} cells; accepted: {columns}, "
                             "one for each column")
        for column, text in zip(ledger.columns, row.cells):
            if len(text) > _MOST_CHARACTERS // 2 and _units(text) > _MOST_CHARACTERS:
                raise ValueError(f"row {at} of {name}: {column.name}: a text of {_units(text)} "
                                 f"characters; accepted: at most {_MOST_CHARACTERS}, for which a "
                                 "cell has room")


def _units(text: str) -> int:
    """How many characters a spreadsheet takes it for: one beyond U+FFFF is two."""
    return len(text.encode("utf-16-le")) // 2


def _titles(titles: abc.Iterable[str]) -> list[str]:
    """The names of the sheets: without signs that no sheet may have, of 31 characters, unlike."""
    taken: set[str] = set()
    names: list[str] = []
    for title in titles:
        plain = " ".join(_NOT_IN_TITLES.sub(" ", title).split()).strip("'") or "台账"
        name, nth = _cut(plain, 31), 1
        while name.casefold() in taken or name.casefold() == "history":  # Excel keeps that name
            nth += 1
            name = _cut(plain, 31 - len(f" ({nth})")) + f" ({nth})"
        taken.add(name.casefold())
        names.append(name)
    return names


def _cut(text: str, most: int) -> str:
    while _units(text) > most:
        text = text[:-1]
    return text.rstrip().rstrip("'")


# --- cells ---

def typed(text: str, kind: zhibu.CellKind) -> Union[str, int, decimal.Decimal, datetime.date]:
    """The value of a cell: of its column's kind where the text is such a one, or else the text.

    What a spreadsheet would round or count otherwise stays a text: a number of more than 15 digits,
    a day before March 1900, and "<5", which stands for a small number in what is published.
    """
    if kind == zhibu.CellKind.day:
        return _day(text)
    if kind in (zhibu.CellKind.yuan, zhibu.CellKind.exact_yuan):
        return decimal.Decimal(text) if _is_exact(text, _DECIMAL) else text
    if kind == zhibu.CellKind.number:
        return int(text) if _is_exact(text, _WHOLE) else text
    return text


def _is_exact(text: str, form: re.Pattern[str]) -> bool:
    return bool(form.fullmatch(text)) and sum(c.isdigit() for c in text) <= _MOST_DIGITS


def _day(text: str) -> Union[datetime.date, str]:
    try:
        day = datetime.date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        day = None
    return day if day is not None and day >= _FIRST_DAY else text


def _write(cell: Any, text: str, kind: zhibu.CellKind = zhibu.CellKind.text) -> None:
    value = typed(text, kind)
    if not isinstance(value, str):
        cell.value = value
        cell.number_format = _FORMATS[kind]
        return
    value = printable(value)
    if not value:
        return
    cell.value = _LOOKS_ESCAPED.sub("_x005F_", value)
    cell.data_type = "s"  # openpyxl takes what begins with = for a formula
    cell.number_format = "@"
    cell.quotePrefix = value[0] in _FORMULA_SIGNS


# --- a sheet ---

def _fill(sheet: Any, ledger: zhibu.Ledger) -> None:
    from openpyxl.utils import get_column_letter  # type: ignore
    columns, kinds = ledger.columns, [column.kind for column in ledger.columns]
    _write(sheet.cell(1, 1), ledger.title)
    _write(sheet.cell(2, 1), ledger.as_of.isoformat(), zhibu.CellKind.day)
    for at, column in enumerate(columns, start=1):
        _write(sheet.cell(_HEADING, at), column.name)
    rows = [row.cells for row in ledger.rows]
    for at, cells in enumerate(rows, start=_HEADING + 1):
        for place, (text, kind) in enumerate(zip(cells, kinds), start=1):
            _write(sheet.cell(at, place), text, kind)
    end = _HEADING + len(rows)
    for at, total in enumerate(ledger.totals, start=end + 2):
        _write(sheet.cell(at, 1), total.name)
        _write(sheet.cell(at, 2), str(total), total.kind)
    sheet.freeze_panes = sheet.cell(_HEADING + 1, 1)
    sheet.auto_filter.ref = f"A{_HEADING}:{get_column_letter(len(columns))}{end}"
    _dress(sheet, [column.name for column in columns], rows, end)
    _set_up_print(sheet)


def _dress(sheet: Any, names: abc.Sequence[str], rows: abc.Sequence[abc.Sequence[str]], end: int
           ) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # type: ignore
    from openpyxl.utils import get_column_letter  # type: ignore
    bold, left = Font(bold=True), Alignment(horizontal="left")
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["A2"].alignment = left
    for place, name in enumerate(names, start=1):
        heading = sheet.cell(_HEADING, place)
        heading.font = bold
        heading.fill = PatternFill("solid", fgColor="E7E6E6")
        heading.alignment = Alignment(vertical="center", wrap_text=True)
        heading.border = Border(bottom=Side(style="thin", color="BFBFBF"))
        texts = [name, *(cells[place - 1] for cells in rows)]
        sheet.column_dimensions[get_column_letter(place)].width = _width(texts)
    wrapped = Alignment(vertical="top", wrap_text=True)
    for row in sheet.iter_rows(min_row=_HEADING + 1, max_row=end):
        for cell in row:
            cell.alignment = wrapped
    for row in sheet.iter_rows(min_row=end + 2, max_col=2):
        for cell in row:
            cell.font, cell.alignment = bold, left


def _width(texts: abc.Iterable[str]) -> int:
    """As wide as the widest line, where a Chinese character takes two; beyond 48 it is wrapped."""
    lines = (line for text in texts for line in text.splitlines())
    widest = max((sum(2 if ord(c) > 0x2E7F else 1 for c in line) for line in lines), default=0)
    return min(max(widest, 6) + 3, 48)


def _set_up_print(sheet: Any) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{_HEADING}:{_HEADING}"
    sheet.oddFooter.center.text = "&P / &N"


# --- a workbook ---

def _same_for_same(openpyxl: Any, book: Any) -> bytes:
    """The bytes of a workbook, without the time at which it was made."""
    from openpyxl.xml.functions import tostring  # type: ignore
    book.properties.creator = "zhibu"
    packed = io.BytesIO()
    book.save(packed)
    book.properties.created = book.properties.modified = _EPOCH
    timeless = {"docProps/core.xml": tostring(book.properties.to_tree())}
    out = io.BytesIO()
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, timeless.get(name, old.read(name)))
    return out.getvalue()
