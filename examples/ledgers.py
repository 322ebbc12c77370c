# SPDX-License-Identifier: BSL-1.0
"""EXAMPLE ledgers.py: all ledgers of the county's year, as a workbook and as a page

    python3 examples/ledgers.py [folder of the county] [folder for the ledgers]

SHOWS    LedgerKind, ledger(), write(); zhibu.xlsx and zhibu.html, which need openpyxl and Jinja2
FIRST    county.py, which plans and audits the same year
NEXT     annual_page.py, which draws the year
"""

import io
import sys
from pathlib import Path

import zhibu
import zhibu.html
import zhibu.xlsx


def tell(folder: Path, out: Path) -> None:
    roster = zhibu.Roster.load(folder)
    records = zhibu.Records.load(folder / "2017", roster)
    rules = zhibu.Rulebook.national() + zhibu.Rulebook.load(folder / "rules.toml")
    ledgers = []
    for kind in zhibu.LedgerKind.__members__.values():
        drawn = zhibu.ledger(kind, roster, records, rules, period=zhibu.parse_period("2017"))
        file = f"{kind}-2017"
        for form in (".md", ".csv"):
            zhibu.write(drawn, out / "ledgers" / (file + form))
        print(f"{len(drawn.rows):6}  {file}  {drawn.title}")
        ledgers.append(drawn)
    zhibu.xlsx.write_ledgers(out / "ledgers-2017.xlsx", ledgers)
    zhibu.html.write_ledgers(out / "ledgers-2017.html", ledgers)


def main() -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    try:
        tell(Path(sys.argv[1] if len(sys.argv) > 1 else "examples/yongshun"),
             Path(sys.argv[2] if len(sys.argv) > 2 else "out"))
    except (ImportError, ValueError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
