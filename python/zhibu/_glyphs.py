# SPDX-License-Identifier: BSL-1.0
"""Finds a font that really has the signs of a text, by the character maps of the installed fonts.

Names of fonts say little: a font may be named for Chinese and lack a sign, and where the first font
has no glyph matplotlib draws an empty box and goes on.
"""

from __future__ import annotations

import unicodedata
from collections import abc
from typing import Any

_GENERIC = ("serif", "sans-serif", "cursive", "fantasy", "monospace")
_NO_SIGN = 0x378  # is no character; a font that has it shows boxes for all that there are


def font(texts: abc.Iterable[str]) -> Any:
    """The FontProperties of a font that has every sign of the texts.

    The one that matplotlib is set to, if it has them; otherwise an installed one, upright and of
    regular weight where there is one. Raises ValueError that says what to install if none has them.
    """
    from matplotlib.font_manager import FontProperties  # type: ignore
    signs = sorted({sign for text in texts for sign in text if _is_drawn(sign)})
    files: list[Any] = []  # names, or those with the face of a file that has several
    for file in _candidates():
        if file not in files:
            files.append(file)
            if not _lacking(file, signs):
                return FontProperties(fname=file)
    raise ValueError(_said(signs, files))


def _is_drawn(sign: str) -> bool:
    return not sign.isspace() and unicodedata.category(sign) not in ("Cc", "Cf")


def _candidates() -> abc.Iterator[Any]:
    """Files of fonts, the best first; also those installed since matplotlib looked for them."""
    from matplotlib import font_manager, rcParams  # type: ignore
    known = sorted(font_manager.fontManager.ttflist, key=_plainness)
    settings: Any = rcParams
    for family in settings["font.family"]:
        for name in settings[f"font.{family}"] if family in _GENERIC else [family]:
            yield from (_face(f) for f in known if f.name == name)
    yield from map(_face, known)
    yield from sorted(font_manager.findSystemFonts())


def _face(entry: Any) -> Any:
    """The file of a font, and which of its faces where matplotlib can tell them apart (3.11)."""
    from matplotlib import font_manager  # type: ignore
    path = getattr(font_manager, "FontPath", None)
    return path(entry.fname, entry.index) if path else entry.fname


def _plainness(entry: Any) -> tuple[Any, ...]:
    weight = {"normal": 400, "regular": 400, "bold": 700}.get(entry.weight, entry.weight)
    heavy = abs(weight - 400) if isinstance(weight, int) else 400
    words = entry.name.split()
    elsewhere = any(place in words for place in ("HK", "JP", "KR", "TC"))  # has its own forms
    return (entry.style != "normal", heavy, "Serif" in words, "Mono" in words, elsewhere,
            "SC" not in words, entry.name, str(entry.fname))


def _lacking(file: Any, signs: abc.Sequence[str]) -> abc.Sequence[str]:
    """Those of the signs that the font has no glyph of their own for; all, if it cannot be read."""
    from matplotlib.font_manager import get_font  # type: ignore
    try:
        opened = get_font(str(file))
    except (OSError, RuntimeError):
        return signs
    if opened.get_char_index(_NO_SIGN):
        return signs
    return [sign for sign in signs if not opened.get_char_index(ord(sign))]


def _said(signs: abc.Sequence[str], files: abc.Sequence[Any]) -> str:
    lacking = min((_lacking(file, signs) for file in files), key=len, default=signs)
    some = "".join(lacking[:8]) + ("…" if len(lacking) > 8 else "")
    return (f"none of the {len(files)} installed fonts has all signs of this drawing, the nearest "
            f"lacks {some}; accepted: a font that has them, such as that of Debian's apt-get "
            "install fonts-noto-cjk, or Noto Sans CJK, Source Han Sans or WenQuanYi put where the "
            "system keeps its fonts (~/.fonts does on Linux)")
