# SPDX-License-Identifier: BSL-1.0
"""EXAMPLE annual_page.py: a county's year as a page to look at, in 中文 and in English

    python3 examples/annual_page.py [folder of the county] [folder for the pages]

SHOWS    zhibu.annual.write_page()
FIRST    county.py, which tells the same year in words
NEXT     open out/year-2017.zh.html in a browser, on a phone, and print it
"""

import io
import sys
from datetime import date
from pathlib import Path

import zhibu
import zhibu.annual


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "examples/yongshun")
    out = Path(sys.argv[2] if len(sys.argv) > 2 else "out")
    roster = zhibu.Roster.load(folder)
    rules = zhibu.Rulebook.national() + zhibu.Rulebook.load(folder / "rules.toml")
    calendar = zhibu.Calendar.load(folder / "calendar.toml")
    held = zhibu.Records.load(folder / "2017", roster)
    out.mkdir(parents=True, exist_ok=True)
    for language in (zhibu.Language.zh, zhibu.Language.en):
        file = out / f"year-2017.{language}.html"
        zhibu.annual.write_page(file, roster, held, rules, calendar, year=2017,
                                as_of=date(2017, 9, 30), rules_of=date(2026, 1, 1),
                                language=language)
        print(file)


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    try:
        main()
    except (ImportError, ValueError) as error:
        sys.exit(str(error))
