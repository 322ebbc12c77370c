# SPDX-License-Identifier: BSL-1.0
"""What a folder keeps: its roster, its rules, its calendar, and its records of a year."""

import os
import sys
import typing as t

import zhibu
from zhibu._cli_text import Say


class Aside:
    """What stderr is told beside the output: at a terminal how far it is; and what was used."""

    def __init__(self, verbose: bool) -> None:
        self.verbose = verbose
        self.at_terminal = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def doing(self, what: str) -> None:
        """Says what is being done, until something else is said."""
        if self.at_terminal and not self.verbose:
            print(f"\r\x1b[K{what}…", end="", file=sys.stderr, flush=True)

    def used(self, what: str) -> None:
        if self.verbose:
            print(what, file=sys.stderr)

    def tell(self, what: str) -> None:
        self.clear()
        print(what, file=sys.stderr)

    def clear(self) -> None:
        if self.at_terminal and not self.verbose:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


class Books:
    """The files of a folder by their conventions, unless others are named; each is read once."""

    def __init__(self, say: Say, aside: Aside, folder: str, *, rules: t.Sequence[str] = (),
                 calendar: t.Optional[str] = None, arrangement: t.Sequence[str] = ()) -> None:
        self.say, self.aside, self.folder = say, aside, folder
        self._rule_files, self._calendar_file, self._arrangements = rules, calendar, arrangement
        self._roster: t.Optional[zhibu.Roster] = None
        self._rules: t.Optional[zhibu.Rulebook] = None
        self._calendar: t.Optional[zhibu.Calendar] = None

    @property
    def roster(self) -> zhibu.Roster:
        if self._roster is None:
            self._roster = self._read_roster()
        return self._roster

    def _read_roster(self) -> zhibu.Roster:
        self.aside.doing(self.say("读取名册", "reading the roster"))
        roster = zhibu.Roster.load(self.folder)
        self.aside.used(self.say(
            f"名册：{self.folder}，党组织{len(roster.units())}个、人员{len(roster.persons())}名",
            f"roster: {self.folder}, {len(roster.units())} units and "
            f"{len(roster.persons())} persons"))
        return roster

    @property
    def rules(self) -> zhibu.Rulebook:
        if self._rules is None:
            self._rules = self._read_rules()
        return self._rules

    def _read_rules(self) -> zhibu.Rulebook:
        book, files = zhibu.Rulebook.national(), self._rule_files or self._file("rules.toml")
        for file in files:
            book = book + zhibu.Rulebook.load(file)
        named = "".join(f" + {file}" for file in files)
        self.aside.used(self.say(f"规则：全国{named}", f"rules: national{named}"))
        return book

    @property
    def calendar(self) -> zhibu.Calendar:
        if self._calendar is None:
            self._calendar = self._read_calendar()
        return self._calendar

    def _read_calendar(self) -> zhibu.Calendar:
        files = [self._calendar_file] if self._calendar_file else self._file("calendar.toml")
        calendar = zhibu.Calendar.load(files[0]) if files else zhibu.Calendar.china()
        for file in self._arrangements:
            calendar = calendar.with_arrangement(file)
        named = " + ".join([*(files or [self.say("全国", "national")]), *self._arrangements])
        self.aside.used(self.say(f"日历：{named}", f"calendar: {named}"))
        return calendar

    def _file(self, name: str) -> t.Sequence[str]:
        """The file of the folder, if it has one. Raises ValueError if there is no such folder."""
        if self.folder and not os.path.isdir(self.folder):
            raise ValueError(f"{self.folder}: no such folder; accepted: a folder with units.csv and "
                             "persons.csv, and perhaps rules.toml")
        file = os.path.join(self.folder, name)
        return [file] if self.folder and os.path.isfile(file) else []

    def records(self, period: zhibu.Period, folder: t.Optional[str], *,
                or_none: bool = False) -> zhibu.Records:
        """The records of a folder, or of that which bears the year of the period.

        Where none is named and that of the year is not there, there are no records if `or_none`.
        Raises ValueError for a period of several years, whose folder must be named.
        """
        roster = self.roster
        found = folder or self._of_year(period)
        if or_none and folder is None and not os.path.isdir(found):
            self.aside.tell(self.say(f"没有文件夹{found}：按没有记录处理（可用--records指定）",
                                     f"no folder {found}: taken as without records "
                                     "(--records names one)"))
            return zhibu.Records()
        if folder is None and not os.path.isdir(found):
            raise ValueError(f"{found}: no such folder; accepted: a folder with records.csv, also "
                             "one that --records names")
        self.aside.doing(self.say("读取记录", "reading the records"))
        records = zhibu.Records.load(found, roster)
        self.aside.used(self.say(f"记录：{found}，{len(records)}条",
                                 f"records: {found}, {len(records)} of them"))
        return records

    def _of_year(self, period: zhibu.Period) -> str:
        first, last = period.begin.year, period.last().year
        if first != last:
            raise ValueError(f"the period {period} has more than one year; accepted: a period of "
                             "one year, or --records with a folder")
        return os.path.join(self.folder, str(first))
