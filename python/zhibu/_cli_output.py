# SPDX-License-Identifier: BSL-1.0
"""A ledger on a terminal, in a pipe, and in files."""

import itertools
import json
import os
import re
import shutil
import sys
import typing as t

import zhibu
from zhibu._cli_text import Say, columns, padded, wrap
from zhibu._printable import printable

FORMATS = ("table", "csv", "md", "json")
ENDINGS = (".ics", ".csv", ".md", ".xlsx", ".html", ".json")

_NUMBERS = (zhibu.CellKind.number, zhibu.CellKind.yuan, zhibu.CellKind.exact_yuan)


class Shown(t.NamedTuple):
    """What a command has to show."""

    ledger: zhibu.Ledger
    data: t.Callable[[], t.Dict[str, t.Any]]  # the same for JSON, made only where it is asked for
    figures: t.Sequence[t.Tuple[str, str]] = ()  # what stands below, besides the ledger's totals
    colours: t.Sequence[str] = ()  # of the rows, "" where a row has none


def ending(file: str) -> str:
    """The ending of a file that can be written. Raises ValueError for another."""
    found = os.path.splitext(file)[1].lower()
    if found not in ENDINGS:
        raise ValueError(f"{file}: no such form of a file: '{found}'; accepted: "
                         f"{', '.join(ENDINGS)}")
    return found


def write(shown: Shown, file: str, language: zhibu.Language) -> None:
    """Writes what is shown to a file, in the form that its name ends in."""
    form = ending(file)
    if form in (".ics", ".csv", ".md"):
        zhibu.write(shown.ledger, file)
        return
    try:
        os.makedirs(os.path.dirname(file) or ".", exist_ok=True)
        if form == ".xlsx":
            from zhibu import xlsx
            xlsx.write_ledgers(file, shown.ledger)
        elif form == ".html":
            from zhibu import html
            html.write_ledgers(file, shown.ledger, language=language)
        else:
            with open(file, "w", encoding="utf-8", newline="\n") as out:
                out.write(_json(shown) + "\n")
    except OSError as error:
        raise ValueError(f"{file}: cannot be written ({error.strerror}); accepted: a file in a "
                         "folder that may be written to") from None


def show(shown: Shown, form: str, say: Say) -> None:
    """Prints to stdout: a table as the terminal has room for it, or as a pipe can be cut."""
    if form == "csv":
        sys.stdout.write(zhibu.to_csv(shown.ledger))
    elif form == "md":
        sys.stdout.write(zhibu.to_markdown(shown.ledger) + _below(shown.figures, say))
    elif form == "json":
        sys.stdout.write(_json(shown) + "\n")
    elif sys.stdout.isatty():
        _on_terminal(shown, say)
    else:
        sys.stdout.write(separated(shown))


def _json(shown: Shown) -> str:
    """JSON with a line for each finding, fault, day or row, so that it can be compared by lines."""
    def line(value: t.Any) -> str:
        return json.dumps(value, ensure_ascii=False)

    def lines(value: t.Any) -> str:
        if isinstance(value, list) and value:
            return "[\n" + ",\n".join(map(line, value)) + "\n]"
        return line(value)
    members = (f"{line(key)}: {lines(value)}" for key, value in shown.data().items())
    return "{\n" + ",\n".join(members) + "\n}"


def _below(figures: t.Sequence[t.Tuple[str, str]], say: Say) -> str:
    return "".join(f"\n{name}{say('：', ': ')}{value}\n" for name, value in figures)


def totals(shown: Shown) -> t.List[t.Tuple[str, str]]:
    return [(total.name, str(total)) for total in shown.ledger.totals] + list(shown.figures)


def _plain(cell: str) -> str:
    """A cell in one line, with nothing in it that a terminal would obey."""
    return re.sub(r"[\s\x7f-\x9f]+", " ", printable(cell)).strip()


def separated(shown: Shown) -> str:
    """Cells separated by tabs, a row in each line below the headings; the figures stand at the end,
    after an empty line."""
    rows = [[column.name for column in shown.ledger.columns]]
    rows += [row.cells for row in shown.ledger.rows]
    figures = totals(shown)
    lines = ["\t".join(map(_plain, row)) for row in rows]
    lines += [""] if figures else []
    lines += ["\t".join(map(_plain, figure)) for figure in figures]
    return "\n".join(lines) + "\n"


# --- on a terminal ---

_LEAST = 12  # columns that a cell of text wants to be read in
_GAP = "  "


class _Column(t.NamedTuple):
    name: str
    cells: t.Sequence[str]
    wraps: bool  # its cells are texts
    right: bool  # its cells are figures, which stand to the right

    def widest(self) -> int:
        return max(map(columns, [self.name, *self.cells]))

    def least(self) -> int:
        return min(self.widest(), _LEAST) if self.wraps else self.widest()


_Line = t.Tuple[str, str]  # and its style, as Rich names it


def _on_terminal(shown: Shown, say: Say) -> None:
    """A table of the columns that have anything in them; row by row where there is no room."""
    ledger, width = shown.ledger, shutil.get_terminal_size().columns
    rows = [row.cells for row in ledger.rows]
    every = [_Column(_plain(column.name), [_plain(cells[at]) for cells in rows],
                     column.kind == zhibu.CellKind.text, column.kind in _NUMBERS)
             for at, column in enumerate(ledger.columns)]
    kept = [column for column in every if any(column.cells)] or every
    styles = shown.colours or [""] * len(rows)
    lines = [(f"{_plain(ledger.title)}{say('，', ', ')}{ledger.as_of}", "bold")]
    widths = _widths(kept, width - len(_GAP) * (len(kept) - 1))
    lines += _records(kept, styles, width) if widths is None else _table(kept, widths, styles)
    figures = [(_plain(name), _plain(value)) for name, value in totals(shown)]
    widest = max((columns(name) for name, _ in figures), default=0)
    lines += [("", "")] + [(padded(name, widest) + _GAP + value, "") for name, value in figures]
    _print(lines)


def _widths(kept: t.Sequence[_Column], room: int) -> t.Optional[t.List[int]]:
    """How wide each column is: the widest are wrapped so that all have room; nothing where there is
    too little."""
    widths, least = [c.widest() for c in kept], [c.least() for c in kept]
    if sum(least) > room:
        return None
    while sum(widths) > room:
        wraps = (at for at in range(len(widths)) if widths[at] > least[at])
        widths[max(wraps, key=widths.__getitem__)] -= 1
    return widths


def _table(kept: t.Sequence[_Column], widths: t.Sequence[int],
           styles: t.Sequence[str]) -> t.List[_Line]:
    lines = _wrapped([column.name for column in kept], kept, widths, "bold cyan")
    lines.append((_GAP.join("─" * width for width in widths), "dim"))
    for at, style in enumerate(styles):
        lines += _wrapped([column.cells[at] for column in kept], kept, widths, style)
    return lines


def _wrapped(cells: t.Sequence[str], kept: t.Sequence[_Column], widths: t.Sequence[int],
             style: str) -> t.List[_Line]:
    """A row in as many lines as its longest cell takes."""
    parts = [wrap(cell, width) for cell, width in zip(cells, widths)]
    lines = []
    for line in itertools.zip_longest(*parts, fillvalue=""):
        aligned = (padded(part, width, right=column.right)
                   for part, width, column in zip(line, widths, kept))
        lines.append((_GAP.join(aligned).rstrip(), style))
    return lines


def _records(kept: t.Sequence[_Column], styles: t.Sequence[str], width: int) -> t.List[_Line]:
    """A block for each row, of what its cells have under their names."""
    indent = max((columns(column.name) for column in kept), default=0) + len(_GAP)
    lines: t.List[_Line] = []
    for at, style in enumerate(styles):
        lines.append(("─" * min(width, 60), "dim"))
        for column in kept:
            names = itertools.chain([column.name], itertools.repeat(""))
            if column.cells[at]:
                lines += [(padded(name, indent) + part, style) for name, part
                          in zip(names, wrap(column.cells[at], max(20, width - indent)))]
    return lines


def _print(lines: t.Sequence[_Line]) -> None:
    """Prints lines by Rich; without colours where it is not installed, or NO_COLOR is set."""
    try:
        from rich.console import Console
        from rich.segment import Segment, Segments
        from rich.style import Style
    except ImportError:
        sys.stdout.writelines(text + "\n" for text, _ in lines)
        return
    # Without a colour system Rich writes no escape at all, not even for bold.
    colourless = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    console = Console(file=sys.stdout, force_terminal=True,
                      color_system=None if colourless else "auto")
    # The lines are wrapped already: Rich 13.3 loses Chinese characters where it folds a cell.
    styles = {style: Style.parse(style) for _, style in lines}
    segments = ((Segment(text, styles[style]), Segment.line()) for text, style in lines)
    console.print(Segments(itertools.chain.from_iterable(segments)), soft_wrap=True, end="")
