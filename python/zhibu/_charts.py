# SPDX-License-Identifier: BSL-1.0
"""Charts as SVG inside a page, by matplotlib.

Each is drawn twice, as wide as a sheet of paper and as a phone, so that its text has the same size
on both. Text stays text, in the fonts of the reader; colours are those of the page, light or dark;
and every part also differs by hatching or by its place.
"""

from __future__ import annotations

import io
import re
from collections import abc
from itertools import count
from typing import Any

from zhibu._looks import COLOURS, fill, matplotlib, stack
from zhibu._printable import printable

Bar = tuple[str, float, float, str, str]  # its words, value, goal, look, number

_Draw = abc.Callable[[Any, bool], None]  # into an Axes, which may be wide

WIDTHS = {"wide": 540, "narrow": 346}
_SIZE = 12  # of text

# What matplotlib is told for a colour of the page, whose name then stands there instead.
_TOLD = {name: f"#0001{n:02}" for n, name in enumerate(COLOURS, start=1)}
_INK, _MUTED, _LINE, _HELD, _CARD = (
    _TOLD[name] for name in ("ink", "muted", "line", "held", "card"))


class Charts:
    """Draws the charts of one page."""

    def __init__(self) -> None:
        self._matplotlib = matplotlib("the charts of the annual page", "html")
        self._keys = count(1)

    def stacks(self, labels: abc.Sequence[str], parts: abc.Mapping[str, abc.Sequence[int]], *,
               title: str, text: str) -> dict[str, str]:
        """A bar for each label, of parts one upon another: parts is {look: numbers}."""
        def draw(axes: Any, wide: bool) -> None:
            wholes = stack(axes, parts, _TOLD)
            for at, whole in enumerate(wholes):
                if whole:
                    axes.annotate(str(whole), (at, whole), (0, 3), textcoords="offset points",
                                  ha="center", color=_INK, fontsize=_SIZE if wide else 10)
            _upright(axes, labels)
            axes.set_ylim(0, max(max(wholes), 1) * 1.14)
        return self._both(draw, 230, title, text)

    def shares(self, labels: abc.Sequence[str], parts: abc.Sequence[int],
               whole: abc.Sequence[int], *, title: str, text: str) -> dict[str, str]:
        """A bar for each label, within the outline of the whole; the number stands above."""
        def draw(axes: Any, wide: bool) -> None:
            places = range(len(labels))
            axes.bar(places, whole, 0.72, color=_CARD, edgecolor=_MUTED, linewidth=0.7)
            axes.bar(places, parts, 0.72, color=_HELD, edgecolor=_INK, linewidth=0.7)
            for at, part in zip(places, parts):
                axes.annotate(str(part), (at, whole[at]), (0, 3), textcoords="offset points",
                              ha="center", color=_INK, fontsize=_SIZE if wide else 10)
            _upright(axes, labels)
            axes.set_ylim(0, max(max(whole), 1) * 1.16)
        return self._both(draw, 180, title, text)

    def lines(self, rows: abc.Sequence[Bar], *, title: str, text: str) -> dict[str, str]:
        """Bars that lie, each under its words: see Bar."""
        def draw(axes: Any, wide: bool) -> None:
            most = max([1.0] + [max(value, goal) for _, value, goal, _, _ in rows])
            for at, (words, value, goal, look, number) in enumerate(rows):
                axes.barh(at, value, 0.4, linewidth=0.7, **fill(look, _TOLD))
                if goal:
                    axes.plot([goal, goal], [at - 0.32, at + 0.32], color=_INK, linewidth=2.5,
                              solid_capstyle="butt")
                axes.annotate(_cut(words, wide), (0, at - 0.26), (0, 2), parse_math=False,
                              textcoords="offset points", ha="left", va="bottom", color=_INK,
                              fontsize=_SIZE)
                axes.annotate(number, (max(value, goal), at), (8, 0), textcoords="offset points",
                              ha="left", va="center", color=_INK, fontsize=_SIZE)
            axes.set_ylim(len(rows) - 0.6, -0.95)
            axes.set_xlim(0, most * (1.25 if wide else 1.5))
            axes.set_axis_off()
        return self._both(draw, 14 + 46 * len(rows), title, text)

    def _both(self, draw: _Draw, height: int, title: str, text: str) -> dict[str, str]:
        return {name: self._svg(draw, width, height, title, text)
                for name, width in WIDTHS.items()}

    def _svg(self, draw: _Draw, width: int, height: int, title: str, text: str) -> str:
        from matplotlib.figure import Figure  # type: ignore
        key = f"c{next(self._keys)}"
        settings = {"svg.fonttype": "none", "svg.hashsalt": "zhibu", "hatch.linewidth": 1.2,
                    "font.family": "DejaVu Sans"}
        out = io.StringIO()
        with self._matplotlib.rc_context(settings), _without_word_of_glyphs():
            figure = Figure(figsize=(width / 72, height / 72), dpi=72)
            axes = figure.add_axes((0.012, 0.0, 0.976, 1.0))
            axes.set_facecolor("none")
            figure.patch.set_visible(False)
            draw(axes, width == WIDTHS["wide"])
            self._matplotlib.backends.backend_svg.FigureCanvasSVG(figure).print_svg(
                out, metadata=dict.fromkeys(("Creator", "Date", "Format", "Type")))
        return _inlined(out.getvalue(), key, width, height, title, text)


def _cut(words: str, wide: bool) -> str:
    """As many words as stand above a bar; the text of the chart has all of them."""
    room: float = WIDTHS["wide" if wide else "narrow"] - 2 * _SIZE
    for at, sign in enumerate(words):
        room -= _SIZE if ord(sign) > 0x2E7F else 0.65 * _SIZE
        if room < 0:
            return words[:at] + "…"
    return words


def _upright(axes: Any, labels: abc.Sequence[str]) -> None:
    axes.set_position((0.012, 0.12, 0.976, 0.86))
    axes.set_xticks(range(len(labels)), labels, color=_MUTED, fontsize=_SIZE)
    axes.set_xlim(-0.6, len(labels) - 0.4)
    axes.tick_params(length=0)
    axes.set_yticks([])
    for side in ("top", "left", "right"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(_LINE)


class _without_word_of_glyphs:
    """Chinese is not drawn here, so that it is no matter which font is installed."""

    def __enter__(self) -> None:
        import warnings
        self._kept = warnings.catch_warnings()
        self._kept.__enter__()
        warnings.filterwarnings("ignore", message=".*[Gg]lyph.*missing")

    def __exit__(self, *error: Any) -> None:
        self._kept.__exit__(*error)


def _inlined(svg: str, key: str, width: int, height: int, title: str, text: str) -> str:
    """An SVG file as a part of a page, with its own ids and the page's colours and fonts."""
    from html import escape
    body = printable(svg[svg.index("<svg"):])
    body = body[body.index(">") + 1:body.rindex("</svg>")]
    body = re.sub(r"<metadata>.*?</metadata>|<\?.*?\?>|<!--.*?-->", "", body, flags=re.DOTALL)
    body = re.sub(r"font: (?:\d+ |normal )*([\d.]+)px [^;\"]*", r"font-size: \1px", body)
    body = re.sub(r"font-family: [^;\"]*;?", "", body)
    body = re.sub(r'\bid="', f'id="{key}-', body)
    body = re.sub(r"url\(#", f"url(#{key}-", body)
    body = re.sub(r'(?:xlink:)?href="#', f'href="#{key}-', body)
    for name, told in _TOLD.items():
        body = body.replace(told, f"var(--{name})")
    return (f'<svg viewBox="0 0 {width} {height}" role="img" aria-labelledby="{key}-t {key}-d">'
            f'<title id="{key}-t">{escape(title)}</title><desc id="{key}-d">{escape(text)}</desc>'
            f"{body.strip()}</svg>")
