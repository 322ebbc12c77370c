# SPDX-License-Identifier: BSL-1.0
"""What the drawings of zhibu.plot have in common: an Axes, a font, a language, and a legend."""

from __future__ import annotations

from collections import abc
from typing import Any, Optional, Union

import zhibu
from zhibu import Standing, _glyphs
from zhibu._looks import fill, matplotlib, on_paper
from zhibu._printable import printable
from zhibu._year import STATES

# Of a text in Chinese and in English, the one to write.
Chooser = abc.Callable[[str, str], str]

# Standings in the order in which they matter, and how each looks.
LOOK_OF = {standing: state for state, standings in STATES.items() for standing in standings}
LOOK_OF.update({Standing.due: "due", Standing.not_applicable: "none"})


class Drawing:
    """Draws into an Axes, or into one of a new figure, under a title.

    All texts are given beforehand, so that nothing is drawn where a sign of them has no glyph.
    """

    def __init__(self, ax: Optional[Any], title: str, texts: abc.Iterable[str], *,
                 inches: tuple[float, float]) -> None:
        matplotlib("the drawings of zhibu.plot", "plot")
        self.font = _glyphs.font([title, *texts])
        if ax is None:
            ax = _new(max(inches[0], max(map(width, title.split("\n"))) * 11 / 72 + 0.2), inches[1])
        self.axes: Any = ax
        self.colours = on_paper()
        self.axes.set_title(title, loc="left", **self.style(11))

    def style(self, size: float) -> dict[str, Any]:
        """What a text is told, so that it is written as it stands: no formulas, no TeX."""
        font = self.font.copy()
        font.set_size(size)
        return {"fontproperties": font, "parse_math": False, "usetex": False}

    def write(self, x: float, y: float, text: str, size: float, **more: Any) -> Any:
        return self.axes.text(x, y, text, **self.style(size), **more)

    def ticks(self, axis: Any, places: abc.Iterable[float], labels: abc.Iterable[str],
              size: float = 10) -> None:
        axis.set_ticks(list(places), list(labels), **self.style(size))
        axis.set_tick_params(length=0)

    def legend(self, standings: abc.Sequence[Standing], t: Chooser) -> None:
        """The standings that were drawn, by their labels, below the Axes."""
        from matplotlib.patches import Patch  # type: ignore
        from matplotlib.transforms import ScaledTranslation  # type: ignore
        inch = self.axes.figure.dpi_scale_trans
        labels = [t(s.zh, s.en) for s in standings]
        room = self.axes.get_window_extent().transformed(inch.inverted()).width
        columns = int(room / (max(map(width, labels)) * 10 / 72 + 0.75))
        self.axes.legend(
            handles=[Patch(label=label, linewidth=0.7, **fill(LOOK_OF[s], self.colours))
                     for s, label in zip(standings, labels)],
            prop=self.style(10)["fontproperties"], loc="upper left", bbox_to_anchor=(0, 0),
            bbox_transform=self.axes.transAxes + ScaledTranslation(0, -0.45, inch),
            borderaxespad=0, ncol=max(1, min(columns, len(labels))), frameon=False,
            handlelength=2, handleheight=1.4)

    def bare(self, *sides: str) -> None:
        for side in sides:
            self.axes.spines[side].set_visible(False)


def _new(*inches: float) -> Any:
    from matplotlib import pyplot  # type: ignore
    return pyplot.subplots(figsize=inches, layout="constrained")[1]


def chooser(language: Union[zhibu.Language, str]) -> Chooser:
    """A function that takes a text in Chinese and in English, and gives the one of the language."""
    zh = zhibu.Language.parse(str(language)) == zhibu.Language.zh
    return lambda chinese, english: chinese if zh else english


def one_line(text: str) -> str:
    """What people wrote, on one line."""
    return " ".join(printable(text).split())


def width(text: str) -> float:
    """About how wide a text is, in parts of its size."""
    return sum(1 if ord(sign) > 0x2E7F else 0.62 for sign in text)


def stated(findings: zhibu.Findings, t: Chooser) -> str:
    """The day of an audit and the rules that it went by."""
    rules_of = findings.obligations.rules_of
    by = t("按当时有效的规定", "by the rules then in force") if rules_of is None else t(
        f"按{rules_of}时有效的规定", f"by the rules of {rules_of}")
    return t(f"截至{findings.as_of}，{by}", f"as of {findings.as_of}, {by}")


def require_some(findings: zhibu.Findings) -> None:
    if not len(findings):
        period = zhibu.title(findings.obligations.period)
        raise ValueError(f"no finding to draw: nothing was owed in {period}; accepted: the audit "
                         "of a period in which a rule binds somebody of the roster")
