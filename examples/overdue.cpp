// SPDX-License-Identifier: BSL-1.0
//
// EXAMPLE overdue: which quarterly meetings of the first half-year were not held?
//
// SHOWS    a roster and records by hand, Rulebook::national(), audit()
// FIRST    nothing; start here
// NEXT     year_plan, which gets the days of a year from the rulebook; in Python: overdue.py

#include <iostream>

#include "zhibu.hpp"

int main() {
  using namespace zhibu;

  Roster roster;
  const UnitId branch = roster.add(
      Unit{.code = "B01", .name = "老干部第一党支部", .standing = since(Date{2019, 3, 1})});

  Records held;
  held.add(Record{.code = "2026-1",
                  .unit = branch,
                  .activities = Activity::members_meeting,
                  .held_on = Date{2026, 3, 10}});

  const Obligations owed =
      obligations(roster, Rulebook::national(), Calendar::china(), parse_period("2026-H1"));
  for (const Finding& f : audit(owed, held, Date{2026, 7, 1}))
    if (f.standing == Standing::overdue && f.obligation.rule == "MTG-01")
      std::cout << roster[branch].name << ' ' << title(f.obligation.window) << ' '
                << label(f.obligation.activity) << ", " << to_string(f.obligation.source) << '\n';
}
// prints: 老干部第一党支部 2026-Q2 党员大会, 《中国共产党支部工作条例（试行）》第11条
