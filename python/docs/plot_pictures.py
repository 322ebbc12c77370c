# SPDX-License-Identifier: BSL-1.0
"""The pictures of the page on plots: drawn when the site is built, where they can be drawn.

The page includes a text for each, which is empty where matplotlib or a Chinese font is missing.
"""

from datetime import date
from pathlib import Path

import zhibu

REPO = Path(__file__).resolve().parents[2]
NAMES = ("year", "owed", "tree")


def _draw(folder, language):
    import matplotlib

    matplotlib.use("agg")
    import zhibu.plot

    county, day = REPO / "examples/yongshun", date(2017, 9, 30)
    roster = zhibu.Roster.load(county)
    rules = zhibu.Rulebook.national() + zhibu.Rulebook.load(county / "rules.toml")
    owed = zhibu.obligations(roster, rules, zhibu.Calendar.china(), zhibu.parse_period("2017"),
                             rules_of=date(2026, 1, 1))
    findings = zhibu.audit(owed, zhibu.Records.load(county / "2017", roster), as_of=day)
    drawn = {
        "year": zhibu.plot.year(findings, roster, unit="YS-B07", language=language),
        "owed": zhibu.plot.owed_and_held(findings, roster, language=language),
        "tree": zhibu.plot.tree(roster.as_of(day), top="YS-LD", language=language),
    }
    matplotlib.rcParams["svg.hashsalt"] = "zhibu"  # the same picture at every build
    for name, axes in drawn.items():
        axes.figure.savefig(folder / f"plots_{name}.svg", metadata={"Date": None})


def write(folder, language):
    """Writes the pictures and the texts that show them into a folder."""
    try:
        _draw(folder, language)
    except (ImportError, ValueError) as reason:
        print(f"The pictures of plots are not drawn: {reason}")
    for name in NAMES:
        there = (folder / f"plots_{name}.svg").exists()
        text = f"![zhibu.plot: {name}](plots_{name}.svg)\n" if there else "\n"
        (folder / f"plots_{name}.inc").write_text(text, "utf-8")
