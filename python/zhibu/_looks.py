# SPDX-License-Identifier: BSL-1.0
"""How the standings of what is owed look in all drawings: by colour, and without it by hatching."""

from __future__ import annotations

import functools
import re
from collections import abc
from pathlib import Path
from typing import Any, Optional

# The colours by their names in the style sheets of the pages.
COLOURS = ("ink", "muted", "line", "held", "late", "missing", "card")

# Of each look: the colour, the hatching, and the colour of the hatching and of the edge.
LOOKS: dict[str, tuple[str, Optional[str], str]] = {
    "held": ("held", None, "ink"), "late": ("late", "////", "card"),
    "missing": ("missing", "xxxx", "card"), "open": ("card", None, "ink"),
    "due": ("card", "...", "ink"), "waived": ("card", "---", "ink"),
    "none": ("card", "|||", "line")}


def matplotlib(what: str, extra: str) -> Any:
    """The module, or the sentence about what to install for `what`, as an ImportError."""
    try:
        import matplotlib  # type: ignore
        import matplotlib.backends.backend_svg  # type: ignore
    except ImportError:
        raise ImportError(f"{what} need matplotlib; install it by pip install 'zhibu[{extra}]', or "
                          "in Debian apt-get install python3-matplotlib") from None
    return matplotlib


@functools.lru_cache(maxsize=None)
def on_paper() -> dict[str, str]:
    """The colours, as the pages have them in the light: {name: "#rrggbb"}."""
    sheets = Path(__file__).parent / "templates"
    light = "".join((sheets / name).read_text("utf-8").split("@media", 1)[0]
                    for name in ("page.css", "annual.css"))
    colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", light))
    return {name: colours[name] for name in COLOURS}


def fill(look: str, colours: abc.Mapping[str, str]) -> dict[str, Any]:
    """What a patch of matplotlib is told, so that it has this look in these colours."""
    inside, hatch, edge = LOOKS[look]
    return {"facecolor": colours[inside], "edgecolor": colours[edge], "hatch": hatch}


def stack(axes: Any, parts: abc.Mapping[str, abc.Sequence[int]], colours: abc.Mapping[str, str], *,
          lying: bool = False) -> list[int]:
    """Bars, each of parts one upon another; gives the sum of each.

    `parts` is {look: the number of each bar}. A bar that lies grows to the right.
    """
    bar, start = (axes.barh, "left") if lying else (axes.bar, "bottom")
    sums = [0] * max(map(len, parts.values()), default=0)
    for look, numbers in parts.items():
        some = [at for at, number in enumerate(numbers) if number]
        bar(some, [numbers[at] for at in some], 0.72, linewidth=0.7,
            **{start: [sums[at] for at in some]}, **fill(look, colours))
        sums = [a + b for a, b in zip(sums, numbers)]
    return sums
