# SPDX-License-Identifier: BSL-1.0
"""What the arguments of the command line are made of, and how a shell completes them."""

import os
import typing as t

import click
from click.shell_completion import CompletionItem

import zhibu
from zhibu._cli_text import Say, unknown

# What may be chosen: the word to type, and what it means.
_Choices = t.Iterable[t.Tuple[str, str]]


class Parsed(click.ParamType):
    """A text that a function understands, or refuses with a ValueError."""

    def __init__(self, name: str, parse: t.Callable[[str], t.Any]) -> None:
        self.name, self.parse = name, parse

    def convert(self, value: t.Any, param: t.Optional[click.Parameter],
                ctx: t.Optional[click.Context]) -> t.Any:
        try:
            return self.parse(value) if isinstance(value, str) else value
        except ValueError as error:
            self.fail(str(error), param, ctx)


class Chosen(Parsed):
    """One of a few words, which a shell can complete."""

    def __init__(self, name: str, choices: _Choices,
                 parse: t.Optional[t.Callable[[str], t.Any]] = None) -> None:
        super().__init__(name, parse or self._one_of)
        self.choices = dict(choices)

    def _one_of(self, text: str) -> str:
        if text not in self.choices:
            raise ValueError(unknown(self.name, text, self.choices))
        return text

    def shell_complete(self, ctx: click.Context, param: click.Parameter,
                       incomplete: str) -> t.List[CompletionItem]:
        return _completed(self.choices.items(), incomplete)


class Code(click.ParamType):
    """A code of the folder in question, which the library looks up when the command runs."""

    def __init__(self, name: str, codes: t.Callable[[click.Context], _Choices]) -> None:
        self.name, self.codes = name, codes

    def shell_complete(self, ctx: click.Context, param: click.Parameter,
                       incomplete: str) -> t.List[CompletionItem]:
        try:
            return _completed(self.codes(ctx), incomplete)
        except ValueError:  # there is no such folder yet, or it cannot be read
            return []


def _completed(choices: _Choices, incomplete: str) -> t.List[CompletionItem]:
    return [CompletionItem(word, help=meaning) for word, meaning in choices
            if word.startswith(incomplete)]


def _day(text: str) -> t.Any:
    try:
        period = zhibu.parse_period(text)
    except ValueError:
        period = None
    if period is None or ".." in text or period.days() != 1:
        raise ValueError(f"not a day: '{text}'; accepted: a day such as 2017-09-30")
    return period.begin


def _period(text: str) -> zhibu.Period:
    period = zhibu.parse_period(text)
    if period == zhibu.since(period.begin):
        raise ValueError(f"a period without an end: '{text}'; accepted: one with an end, such as "
                         f"{period.begin}..{period.begin.year}-12-31")
    return period


DAY = Parsed("day", _day)
PERIOD = Parsed("period", _period)


class _Path(click.ParamType):
    """A path, which the library opens or refuses; a shell completes what there is."""

    def __init__(self, name: str) -> None:
        self.name = name

    def shell_complete(self, ctx: click.Context, param: click.Parameter,
                       incomplete: str) -> t.List[CompletionItem]:
        return [CompletionItem(incomplete, type=self.name)]


FILE = _Path("file")
FOLDER = _Path("dir")


def labels(enumeration: t.Any, say: Say) -> t.List[t.Tuple[str, str]]:
    """The keys of an enumeration of the library, with its labels."""
    return [(member.name, say(member.zh, member.en))
            for member in enumeration.__members__.values()]


def key(enumeration: t.Any, say: Say) -> Chosen:
    """A key of an enumeration, which becomes its member."""
    return Chosen(enumeration.__name__, labels(enumeration, say), enumeration.parse)


# --- codes ---

def _roster(ctx: click.Context) -> zhibu.Roster:
    return zhibu.Roster.load(ctx.params.get("folder") or ".")


UNIT = Code("unit", lambda ctx: [(u.code, u.name) for u in _roster(ctx).units()])
PERSON = Code("person", lambda ctx: [(p.code, p.name) for p in _roster(ctx).persons()])
CLUSTER = Code("cluster", lambda ctx: [(c.code, c.name) for c in _roster(ctx).clusters()])


def rules_of(book: zhibu.Rulebook) -> t.List[t.Any]:
    """All rules of a book: its provisions, its requirements, and what data cannot decide."""
    return [*book, *book.requirements(), *book.undecided()]


def rule(say: Say) -> Code:
    """A code of a rule: of the national ones, or of those of the folder."""
    def codes(ctx: click.Context) -> _Choices:
        book, folder = zhibu.Rulebook.national(), ctx.params.get("folder")
        own = os.path.join(folder, "rules.toml") if folder else ""
        if os.path.isfile(own):
            book = book + zhibu.Rulebook.load(own)
        return {r.code: say(r.name, r.name_en) for r in rules_of(book)}.items()
    return Code("rule", codes)
