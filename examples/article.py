# SPDX-License-Identifier: BSL-1.0
"""EXAMPLE article.py: the county's annual report, every figure of it counted in the records

    python3 examples/article.py [folder of the county] [folder for the report]

SHOWS    load_figures(), count(), load_article(), to_markdown() in both languages
FIRST    county.py, which audits the same year
NEXT     change or remove a row in examples/yongshun/2017, and read the report again
"""

import io
import sys
from datetime import date
from pathlib import Path

import zhibu


def tell(folder: Path, out: Path) -> None:
    roster = zhibu.Roster.load(folder)
    records = zhibu.Records.load(folder / "2017", roster)
    rules = zhibu.Rulebook.national() + zhibu.Rulebook.load(folder / "rules.toml")
    calendar = zhibu.Calendar.load(folder / "calendar.toml")
    owed = zhibu.obligations(roster, rules, calendar, zhibu.parse_period("2017"))
    figures = zhibu.load_figures(folder / "figures.toml")
    article = zhibu.load_article(folder / "article.toml", figures)

    counted = [zhibu.count(figure, roster, records, owed, as_of=date(2017, 9, 30))
               for figure in figures]
    out.mkdir(parents=True, exist_ok=True)
    for language in (zhibu.Language.zh, zhibu.Language.en):
        file = f"annual-report-2017.{language}.md"
        text = zhibu.to_markdown(article, counted, language=language)
        (out / file).write_bytes(text.encode("utf-8"))
        print(f"{len(counted)} figures counted for {file}")


def main() -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    try:
        tell(Path(sys.argv[1] if len(sys.argv) > 1 else "examples/yongshun"),
             Path(sys.argv[2] if len(sys.argv) > 2 else "out"))
    except ValueError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
