# SPDX-License-Identifier: BSL-1.0
"""EXAMPLE overdue.py: which quarterly meetings of the first half-year were not held?

SHOWS    a roster and records by hand, Rulebook.national(), audit()
FIRST    nothing; start here
NEXT     county.py, which reads a whole county from its files
"""

from datetime import date

import zhibu
from zhibu import Activity, Record, Standing, Unit, UnitKind

roster = zhibu.Roster()
branch = roster.add(Unit(code="B01", name="老干部第一党支部", kind=UnitKind.branch,
                         standing=zhibu.since(date(2019, 3, 1))))
held = zhibu.Records()
held.add(Record(code="2026-1", unit=branch, activities=Activity.members_meeting,
                held_on=date(2026, 3, 10)))

owed = zhibu.obligations(roster, zhibu.Rulebook.national(), zhibu.Calendar.china(),
                         zhibu.parse_period("2026-H1"))
for f in zhibu.audit(owed, held, as_of=date(2026, 7, 1)):
    o = f.obligation
    if f.standing == Standing.overdue and o.rule == "MTG-01":
        print(f"{roster.unit(branch).name} {zhibu.title(o.window)} {o.activity.zh}, {o.source}")
# prints: 老干部第一党支部 2026-Q2 党员大会, 《中国共产党支部工作条例（试行）》第11条
