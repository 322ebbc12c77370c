// SPDX-License-Identifier: BSL-1.0
//
// EXAMPLE tutorial: from a county's files to the first overdue meeting, why, and what if
//
//   tutorial [folder for the ledgers]
//
// SHOWS    load(), obligations(), audit(), explain(), diff(), standing_ledger(), write()
// FIRST    overdue, which finds one missed meeting by hand
// NEXT     county, which tells all of the county's year

#include <algorithm>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <variant>

#include "zhibu.hpp"

int main(int argc, char** argv) try {
  using namespace zhibu;
  const std::filesystem::path out = argc > 1 ? argv[1] : "out";

  // 1. Read the county.
  const Roster roster = Roster::load("examples/yongshun");
  const Rulebook rules = Rulebook::national() + Rulebook::load("examples/yongshun/rules.toml");
  const Calendar calendar = Calendar::china();
  const Records held = Records::load("examples/yongshun/2017", roster);
  std::cout << roster.units().size() << " units, " << roster.persons().size() << " persons, "
            << held.size() << " records\n";

  // 2. Draw up what is owed.
  const Period year = parse_period("2017");
  const Obligations owed = obligations(roster, rules, calendar, year, Date{2026, 1, 1});
  std::cout << owed.size() << " obligations\n";

  // 3. Hold what was held against it.
  const Findings findings = audit(owed, held, Date{2017, 9, 30});
  const auto is_overdue = [](const Finding& f) { return f.standing == Standing::overdue; };
  const Finding first = *std::ranges::find_if(findings, is_overdue);
  const Obligation& meeting = first.obligation;
  const UnitId branch = std::get<UnitId>(meeting.bearer);
  const RosterView then = roster.as_of(findings.as_of());
  std::cout << std::ranges::count_if(findings, is_overdue) << " overdue; the first:\n"
            << then[branch].name << ' ' << title(meeting.window) << ' ' << label(meeting.activity)
            << ' ' << to_string(meeting.source) << '\n';

  // 4. Ask why.
  std::cout << text_of(explain(findings, meeting.id, roster, calendar), findings, held) << '\n';

  // 5. Ask what if.
  Records draft = held;
  draft.add(Record{.code = "试-1",
                   .unit = branch,
                   .activities = meeting.activity,
                   .held_on = Date{2017, 6, 20}});
  for (const FindingChange& change : diff(findings, audit(owed, draft, findings.as_of())))
    std::cout << label(change.before->standing) << " -> " << label(change.after->standing)
              << " because of " << label(change.cause) << '\n';

  // 6. Write the ledgers.
  const Ledger ledger = standing_ledger(findings, held, roster);
  for (const std::string form : {".md", ".csv", ".ics"}) write(ledger, out / ("tutorial" + form));
  std::cout << ledger.title << ' ' << ledger.rows.size() << " rows\n";
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
