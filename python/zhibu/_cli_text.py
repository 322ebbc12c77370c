# SPDX-License-Identifier: BSL-1.0
"""Texts in Chinese or in English, and in columns that align."""

import difflib
import os
import re
import typing as t
import unicodedata
from functools import lru_cache

LANGUAGES = ("zh", "en")


class Say:
    """Says each text in one language: Say("en")("台账", "ledger")."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, zh: str, en: str) -> str:
        return zh if self.language == "zh" else en


def language_of(args: t.Sequence[str], environment: t.Mapping[str, str] = os.environ) -> str:
    """The language that --lang asks for, wherever it stands; otherwise that of the locale."""
    for at, arg in enumerate(args):
        if arg == "--":
            break
        asked = arg[len("--lang="):] if arg.startswith("--lang=") else None
        if arg == "--lang":
            asked = args[at + 1] if at + 1 < len(args) else None
        if asked in LANGUAGES:
            return asked
    names = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((name for name in names if name), None) or _locale_of_the_system()
    return "zh" if locale.lower().startswith(("zh", "chinese")) else "en"


def _locale_of_the_system() -> str:
    import locale
    return locale.getlocale()[0] or ""  # where nothing is set, as on Windows: "Chinese_China"


def unknown(what: str, name: str, accepted: t.Iterable[str]) -> str:
    """That there is no such name, in the words of the library, with the nearest that there is."""
    names = list(accepted)
    listed = ", ".join(names) if len(names) <= 30 else f"the {len(names)} there are"
    return f"no such {what}: '{name}'{_nearest(name, names)}; accepted: {listed}"


def _nearest(name: str, names: t.Sequence[str]) -> str:
    def likeness(other: str) -> float:
        return difflib.SequenceMatcher(None, name.upper(), other.upper()).ratio()
    best = max(names, key=likeness, default="")
    return f" (did you mean '{best}'?)" if likeness(best) > 0.6 else ""


# --- columns ---

@lru_cache(maxsize=10_000)
def columns(text: str) -> int:
    """How many columns of a terminal a text takes: a Chinese character takes two."""
    return len(text) if text.isascii() else sum(map(_columns_of, text))


@lru_cache(maxsize=None)
def _columns_of(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def padded(text: str, width: int, *, right: bool = False) -> str:
    """A text with spaces after it, or before it where it stands to the right."""
    space = " " * (width - columns(text))
    return space + text if right else text + space


# A line may be broken at a space, and between Chinese characters, but none begins with a closing
# mark or ends with an opening one.
_OPENING, _CLOSING = "（《“〔「【", "，。；：、）》”〕」】！？"
_PIECE = re.compile(f"\\s+|[{_OPENING}]*(?:[^\\s{_OPENING}\u2e80-\uffef]+|[^\\s{_OPENING}])"
                    f"[{_CLOSING}]*|[{_OPENING}]+")


def wrap(text: str, width: int) -> t.List[str]:
    """A text in lines of at most so many columns, 4 or more. Nothing of it is lost but spaces; a
    word that is longer than a line is cut."""
    if columns(text) <= width:
        return [text]
    lines = [""]
    for piece in _PIECE.findall(text):
        if piece.isspace():
            lines[-1] += " " if lines[-1] else ""
            continue
        if lines[-1] and columns(lines[-1] + piece) > width:
            lines.append("")
        *whole, rest = _cut(piece, width)
        lines[-1:] = [*whole, rest] if whole else [lines[-1] + rest]
    return [line.rstrip() for line in lines]


def _cut(word: str, width: int) -> t.List[str]:
    parts = [""]
    for character in word:
        if columns(parts[-1] + character) > width:
            parts.append("")
        parts[-1] += character
    return parts
