# SPDX-License-Identifier: BSL-1.0
"""What each command does: it reads its folder, asks the library, prints, and gives the exit code.

The modules that do the work are imported where a command runs, so that the help is quick.
"""

import os
import sys
import typing as t

import click

import zhibu
from zhibu import _cli_types as types
from zhibu._cli_books import Aside, Books
from zhibu._cli_text import Say, padded


def _books(say: Say, aside: Aside, asked: t.Any) -> Books:
    return Books(say, aside, asked.pop("folder") or "", rules=asked.pop("rules", ()),
                 calendar=asked.pop("calendar", None), arrangement=asked.pop("arrangement", ()))


def _put(say: Say, aside: Aside, shown: t.Any, form: t.Optional[str], out: t.Optional[str]) -> None:
    """Prints what is shown, or writes it to a file."""
    from zhibu import _cli_answers, _cli_output
    if out is None:
        aside.clear()
        _cli_output.show(shown, form or "table", say)
        return
    _cli_output.write(shown, out, _cli_answers.language(say))
    aside.clear()
    aside.used(say(f"已写入{out}，{len(shown.ledger.rows)}行",
                   f"written: {out}, {len(shown.ledger.rows)} rows"))


def _require_one_form(form: t.Optional[str], out: t.Optional[str]) -> None:
    """Refuses, before any work, a file that cannot be written, and two forms at once."""
    from zhibu import _cli_output
    if out is not None:
        _cli_output.ending(out)
        if form is not None:
            raise ValueError("--format and --out at once; accepted: one of them, as the name of "
                             "the file says its form")


def check(say: Say, *, as_of: t.Any, verbose: bool, format: t.Optional[str],
          **asked: t.Any) -> int:
    from zhibu import _cli_answers
    aside = Aside(verbose)
    shown = _cli_answers.check(_books(say, aside, asked), say, as_of)
    _put(say, aside, shown, format, None)
    return 1 if shown.ledger.rows else 0


def plan(say: Say, *, period: t.Any, verbose: bool, format: t.Optional[str], out: t.Optional[str],
         unit: t.Optional[str], rules_of: t.Any, **asked: t.Any) -> int:
    from zhibu import _cli_answers
    _require_one_form(format, out)
    aside = Aside(verbose)
    shown = _cli_answers.plan(_books(say, aside, asked), say, period, unit=unit, rules_of=rules_of)
    _put(say, aside, shown, format, out)
    return 0


def audit(say: Say, *, period: t.Any, verbose: bool, format: t.Optional[str], out: t.Optional[str],
          rule: t.Sequence[str], standing: t.Sequence[t.Any], **asked: t.Any) -> int:
    from zhibu import _cli_answers
    _require_one_form(format, out)
    aside = Aside(verbose)
    shown, overdue = _cli_answers.audit(_books(say, aside, asked), say, period, rules=rule,
                                        standings=standing, **asked)
    _put(say, aside, shown, format, out)
    return 1 if overdue else 0


def explain(say: Say, *, rule: t.Optional[str], list: bool, verbose: bool, **asked: t.Any) -> int:
    aside = Aside(verbose)
    if list:
        if asked["folder"] is not None:
            raise ValueError(f"one argument too many: '{asked['folder']}'; accepted: zhibu explain "
                             "--list FOLDER")
        asked["folder"] = rule  # the one argument that there may be
        _print_pairs((r.code, say(r.name, r.name_en))
                     for r in types.rules_of(_books(say, aside, asked).rules))
        return 0
    if rule is None:
        raise ValueError("no rule; accepted: a rule's code, or --list for all of them")
    texts = _explained(say, aside, rule, asked)
    aside.clear()
    sys.stdout.write("\n\n".join(texts) + "\n")
    return 0


def _explained(say: Say, aside: Aside, rule: str, asked: t.Any) -> t.List[str]:
    """The texts of a rule, or of its findings where a bearer is named."""
    from zhibu import _cli_explain
    if os.path.isdir(rule):
        raise ValueError(f"no such rule: '{rule}', a folder; accepted: zhibu explain RULE FOLDER")
    folder, as_of = asked["folder"], asked["as_of"]
    books = _books(say, aside, asked)
    if asked["unit"] is None and asked["person"] is None:
        given = next((name for name, value in asked.items() if value is not None), None)
        if given:
            raise ValueError(f"--{given.replace('_', '-')} without a bearer; accepted: with --unit "
                             "or --person, whose finding is explained")
        return _cli_explain.rule(books, say, rule)
    if folder is None or as_of is None:
        raise ValueError("a finding without its " + ("folder" if folder is None else "day") +
                         "; accepted: zhibu explain RULE FOLDER --unit CODE --as-of DAY")
    return _cli_explain.findings(books, say, rule, **asked)


def ledger(say: Say, *, kind: t.Any, period: t.Any, verbose: bool, format: t.Optional[str],
           out: t.Optional[str], pseudonym_key_file: t.Optional[str], show: t.Sequence[t.Any],
           **asked: t.Any) -> int:
    from zhibu import _cli_answers
    _require_one_form(format, out)
    aside = Aside(verbose)
    books = _books(say, aside, asked)
    shown = _cli_answers.ledger(books, say, kind, period, shown=show,
                                pseudonym_key=_secret(pseudonym_key_file), **asked)
    _put(say, aside, shown, format, out)
    return 0


def _secret(file: t.Optional[str]) -> str:
    """The first line of a file: a key that stands in a file is not in the list of processes."""
    if file is None:
        return ""
    try:
        with open(file, encoding="utf-8") as lines:
            key = lines.readline().strip()
    except (OSError, UnicodeDecodeError):
        key = ""
    if not key:
        raise ValueError(f"{file}: found no key; accepted: a file whose first line is the key")
    return key


def list_kinds(say: Say, ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if not asked or ctx.resilient_parsing:
        return
    _print_pairs(types.labels(zhibu.LedgerKind, say))
    ctx.exit()


def _print_pairs(rows: t.Iterable[t.Tuple[str, str]]) -> None:
    """What to type and what it means: in columns at a terminal, separated by a tab in a pipe."""
    pairs = dict(rows)
    width = max(map(len, pairs)) + 2
    for key, name in pairs.items():
        print(f"{padded(key, width)}{name}" if sys.stdout.isatty() else f"{key}\t{name}")


def calendar(say: Say, *, period: t.Any, calendar: t.Optional[str], arrangement: t.Sequence[str],
             format: t.Optional[str], verbose: bool) -> int:
    from zhibu import _cli_calendar
    aside = Aside(verbose)
    books = Books(say, aside, "", calendar=calendar, arrangement=arrangement)
    shown = _cli_calendar.days(books.calendar, say, period)
    _put(say, aside, shown, format, None)
    return 0
