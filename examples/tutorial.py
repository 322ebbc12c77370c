# SPDX-License-Identifier: BSL-1.0
"""EXAMPLE tutorial.py: from a county's files to the first overdue meeting, why, and what if

    python3 examples/tutorial.py [folder for the ledgers]

SHOWS    load(), obligations(), audit(), explain(), diff(), standing_ledger(), write()
FIRST    overdue.py, which finds one missed meeting by hand
NEXT     county.py, which tells all of the county's year
"""

import io
import sys
from datetime import date
from pathlib import Path

import zhibu

if isinstance(sys.stdout, io.TextIOWrapper):
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
out = Path(sys.argv[1] if len(sys.argv) > 1 else "out")

# 1. Read the county.
roster = zhibu.Roster.load("examples/yongshun")
rules = zhibu.Rulebook.national() + zhibu.Rulebook.load("examples/yongshun/rules.toml")
calendar = zhibu.Calendar.china()
held = zhibu.Records.load("examples/yongshun/2017", roster)
print(len(roster.units()), "units,", len(roster.persons()), "persons,", len(held), "records")

# 2. Draw up what is owed.
year = zhibu.parse_period("2017")
owed = zhibu.obligations(roster, rules, calendar, year, rules_of=date(2026, 1, 1))
print(len(owed), "obligations")

# 3. Hold what was held against it.
findings = zhibu.audit(owed, held, as_of=date(2017, 9, 30))
overdue = [f for f in findings if f.standing == zhibu.Standing.overdue]
first = overdue[0]
meeting = first.obligation
branch = roster.as_of(findings.as_of)[meeting.bearer]
print(len(overdue), "overdue; the first:")
print(branch.name, zhibu.title(meeting.window), meeting.activity.zh, meeting.source)

# 4. Ask why.
print(first.explain())

# 5. Ask what if.
draft = zhibu.Records.load("examples/yongshun/2017", roster)
draft.add(zhibu.Record(code="试-1", unit=branch.id, activities=meeting.activity,
                       held_on=date(2017, 6, 20)))
for change in zhibu.diff(findings, zhibu.audit(owed, draft, as_of=findings.as_of)):
    if change.before and change.after:
        print(change.before.standing.zh, "->", change.after.standing.zh,
              "because of", change.cause.zh)

# 6. Write the ledgers.
ledger = zhibu.standing_ledger(findings, held, roster)
for form in (".md", ".csv", ".ics"):
    zhibu.write(ledger, out / f"tutorial{form}")
print(ledger.title, len(ledger.rows), "rows")
