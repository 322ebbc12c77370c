# SPDX-License-Identifier: BSL-1.0
"""What a rule demands, and why a finding is as it is, in words."""

import typing as t
from datetime import date

import zhibu
from zhibu import _cli_answers
from zhibu._cli_books import Books
from zhibu._cli_text import Say, unknown
from zhibu._cli_types import rules_of as rules_of_book


def rule(books: Books, say: Say, code: str) -> t.List[str]:
    """A rule in words; more than one text where a provision and a requirement share a code."""
    return [zhibu.explain(row, language=_cli_answers.language(say))
            for row in _rules(books, code)]


def _rules(books: Books, code: str) -> t.List[t.Union[zhibu.Provision, zhibu.Requirement]]:
    rows = rules_of_book(books.rules)
    found = [row for row in rows if row.code == code]
    if found:
        return found
    raise ValueError(unknown("rule", code, dict.fromkeys(row.code for row in rows)) +
                     ", see zhibu explain --list" +
                     ("" if books.folder else "; and of a folder its own, where it is named"))


def findings(books: Books, say: Say, code: str, *, unit: t.Optional[str], person: t.Optional[str],
             window: t.Optional[zhibu.Period], period: t.Optional[zhibu.Period], as_of: date,
             records: t.Optional[str], rules_of: t.Optional[date],
             known_on: t.Optional[date]) -> t.List[str]:
    """Why the findings of a rule, of a unit or a person and of a window are as they are.

    Raises ValueError where there is none, and says for which windows there are.
    """
    roster, touched = books.roster, _cli_answers.touches(books.roster, unit)
    whose = None if person is None else roster.person(person).id
    _rules(books, code)  # which refuses a code that is none
    year = period or zhibu.span_of(zhibu.Span.year, (window or zhibu.Period(as_of, as_of)).begin)
    found, _ = _cli_answers.findings(books, say, year, as_of=as_of, records=records,
                                     rules_of=rules_of, known_on=known_on)
    of_theirs = [f for f in found if f.obligation.rule == code and touched(f.obligation)
                 and whose in (None, f.obligation.bearer.person)]
    chosen = [f for f in of_theirs if window in (None, f.obligation.window)]
    if not chosen:
        raise ValueError(_nothing(of_theirs, code, unit or person or "", year, window, rules_of))
    return [f.explain(say.language) for f in chosen]


def _nothing(of_theirs: t.List[zhibu.Finding], code: str, whose: str, year: zhibu.Period,
             window: t.Optional[zhibu.Period], rules_of: t.Optional[date]) -> str:
    if of_theirs:
        windows = dict.fromkeys(zhibu.title(f.obligation.window) for f in of_theirs)
        return (f"{code} demands nothing of {whose} in the window {zhibu.title(window or year)}; "
                f"accepted: {', '.join(windows)}")
    by = "the rules then in force" if rules_of is None else f"the rules of {rules_of}"
    return (f"{code} demands nothing of {whose} in {zhibu.title(year)} by {by}; accepted: a rule "
            "that binds them then, or another day for --rules-of")
