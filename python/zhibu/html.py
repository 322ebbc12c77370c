# SPDX-License-Identifier: BSL-1.0
"""Ledgers as a page (.html) that stands alone, by Jinja2.

    import zhibu.html

    zhibu.html.write_ledgers("台账.html", [zhibu.standing_ledger(findings, records, roster)])

The page asks no network for anything and runs no script; it can be sent as a file, read on a phone
and printed. Jinja2 is needed only here: pip install 'zhibu[html]', or in Debian python3-jinja2.
"""

from __future__ import annotations

import os
from collections import abc
from pathlib import Path
from typing import Any, Optional, Union

import zhibu
from zhibu._printable import printable

__all__ = ["ledger_page", "write_ledgers"]

_Path = Union[str, os.PathLike[str]]

_NUMBERS = (zhibu.CellKind.number, zhibu.CellKind.yuan, zhibu.CellKind.exact_yuan)


def write_ledgers(file: _Path, ledgers: Union[zhibu.Ledger, abc.Iterable[zhibu.Ledger]], *,
                  language: zhibu.Language = zhibu.Language.zh, title: Optional[str] = None
                  ) -> None:
    """Writes the page of a ledger, or of several in their order, in UTF-8; see ledger_page()."""
    text = ledger_page(ledgers, language=language, title=title)
    Path(file).write_bytes(text.encode("utf-8"))


def ledger_page(ledgers: Union[zhibu.Ledger, abc.Iterable[zhibu.Ledger]], *,
                language: zhibu.Language = zhibu.Language.zh, title: Optional[str] = None) -> str:
    """A ledger, or several in their order, as the text of a page.

    `language` is that of the ledgers. The title is that of the first, unless another is given.
    Raises ValueError for a row with more or fewer cells than its ledger has columns.
    """
    ledgers = [ledgers] if isinstance(ledgers, zhibu.Ledger) else list(ledgers)
    if not ledgers:
        raise ValueError("no ledger to write; accepted: one or more")
    return render("ledgers.html", language=language, title=title or ledgers[0].title,
                  ledgers=[_shown(ledger) for ledger in ledgers])


def _shown(ledger: zhibu.Ledger) -> dict[str, Any]:
    kinds = [_class(column.kind) for column in ledger.columns]
    names = [column.name for column in ledger.columns]
    rows = [row.cells for row in ledger.rows]
    for at, cells in enumerate(rows, start=1):
        if len(cells) != len(names):
            raise ValueError(f"row {at} of the ledger '{ledger.title}' has {len(cells)} cells; "
                             f"accepted: {len(names)}, one for each column")
    return {"title": ledger.title, "as_of": ledger.as_of,
            "columns": list(zip(names, kinds)), "names": names, "kinds": kinds, "rows": rows,
            "totals": [(total.name, str(total)) for total in ledger.totals]}


def _class(kind: zhibu.CellKind) -> str:
    if kind in _NUMBERS:
        return "number"
    return "day" if kind == zhibu.CellKind.day else ""


def render(template: str, *, language: zhibu.Language, **values: Any) -> str:
    """A template of this package, in one of two languages.

    In a template, t("台账", "ledger") is what the page says itself, in its language; and what people
    wrote is escaped, without the control characters that no page may have.
    """
    jinja2 = _jinja2()
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True,
        undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        finalize=lambda value: printable(value) if type(value) is str else value)
    zh = language == zhibu.Language.zh
    page: str = environment.get_template(template).render(
        t=lambda zh_text, en_text: zh_text if zh else en_text,
        lang="zh-CN" if zh else "en", **values)
    return page + "\n"


def _jinja2() -> Any:
    try:
        import jinja2  # type: ignore
    except ImportError:
        raise ImportError("writing .html needs Jinja2; install it by pip install 'zhibu[html]', or "
                          "in Debian apt-get install python3-jinja2") from None
    return jinja2
