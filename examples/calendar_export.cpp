// SPDX-License-Identifier: BSL-1.0
//
// EXAMPLE calendar_export: how does the plan of a year come into people's calendars?
//
//   calendar_export [folder for the calendars]     out by default
//
// SHOWS    plan_ledger(), write(); icalendar_properties() for a day of one's own
// FIRST    terms_and_elections, which finds days that should stand there
// NEXT     embed_in_a_host, which keeps zhibu inside a program of one's own

#include <algorithm>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>

#include "zhibu.hpp"

namespace {

using namespace zhibu;

// What of a plan is one unit's own.
Plan of_unit(Plan plan, UnitId unit) {
  const Bearer own = unit;
  std::erase_if(plan.occurrences,
                [&](const Occurrence& o) { return plan.obligations[o.obligation].bearer != own; });
  return plan;
}

void tell(const std::filesystem::path& folder) {
  const Period year = parse_period("2026");
  const Calendar calendar = Calendar::china();
  Roster roster;
  const Period standing = since(Date{2019, 3, 1});
  roster.add(Unit{.code = "B01", .name = "老干部第一党支部", .standing = standing});
  roster.add(Unit{.code = "B02", .name = "老干部第二党支部", .standing = standing});

  const Plan all = plan(obligations(roster, Rulebook::national(), calendar, year), calendar);
  for (const Unit& unit : roster.units()) {
    Ledger own = plan_ledger(of_unit(all, unit.id), roster);
    own.title = std::string{unit.name} + "年度计划";  // what the calendar is called
    const std::string file = std::string{unit.code} + "-2026.ics";
    write(own, folder / file);
    std::cout << file << ": " << own.rows.size() << " days, the first " << own.rows.front().cells[0]
              << ' ' << own.rows.front().summary << '\n';
  }

  // A day that no rule of the Party names, such as a study day of its own.
  const Recurrence study{"FREQ=MONTHLY;BYMONTHDAY=10", year.begin};
  std::cout << icalendar_properties(study, year);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    tell(argc > 1 ? argv[1] : "out");
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
// prints: B01-2026.ics: 18 days, the first 2026-01-04 党员大会：老干部第一党支部
//         B02-2026.ics: 18 days, the first 2026-01-04 主题党日：老干部第二党支部
//         DTSTART;VALUE=DATE:20260110
//         RRULE:FREQ=MONTHLY;BYMONTHDAY=10
