// SPDX-License-Identifier: BSL-1.0
//
// EXAMPLE year_plan: when does a branch meet in 2026, month by month?
//
// SHOWS    plan() on workdays, Plan::unplaced, as_if_held() to audit a draft before the year begins
// FIRST    overdue, which finds one missed meeting by hand
// NEXT     terms_and_elections, of what comes once in some years

#include <cstddef>
#include <iostream>
#include <string>

#include "zhibu.hpp"

namespace {

using namespace zhibu;

// A branch with a committee and one Party group.
Roster one_branch() {
  Roster roster;
  const Period standing = since(Date{2019, 3, 1});
  const UnitId branch = roster.add(
      Unit{.code = "B01", .name = "老干部第一党支部", .standing = standing, .has_committee = true});
  roster.add(Unit{.code = "B01-G1",
                  .name = "第一党小组",
                  .kind = UnitKind::group,
                  .parent = branch,
                  .standing = standing});
  return roster;
}

void print_by_month(const Plan& plan) {
  std::string month;
  for (const Occurrence& o : plan.occurrences) {
    const std::string day = to_string(o.day);
    if (day.substr(0, 7) != month) std::cout << (month.empty() ? "" : "\n") << day.substr(0, 7);
    month = day.substr(0, 7);
    std::cout << "  " << day.substr(8) << ' ' << label(plan.obligations[o.obligation].activity);
  }
  std::cout << '\n';
}

}  // namespace

int main() {
  const Roster roster = one_branch();
  const Calendar calendar = Calendar::china();
  const Obligations owed =
      obligations(roster, Rulebook::national(), calendar, parse_period("2026"));

  const Plan draft = plan(owed, calendar);
  print_by_month(draft);

  std::size_t overdue = 0;
  for (const Finding& f : audit(owed, as_if_held(draft), owed.period().last()))
    if (f.standing == Standing::overdue) ++overdue;
  std::cout << draft.unplaced.size() << " not placed, " << overdue
            << " overdue at the year's end\n";
}
// prints: 2026-01  04 党员大会  07 支委会  13 党小组会  23 主题党日
//         2026-02  02 民主评议党员  05 支委会  11 党小组会  28 主题党日
//         2026-03  05 支委会  11 党小组会  23 主题党日
//         2026-04  01 党员大会  07 支委会  13 党小组会  23 主题党日
//         2026-05  09 支委会  14 党小组会  26 主题党日
//         2026-06  04 支委会  10 党小组会  23 主题党日
//         2026-07  01 党员大会  06 支委会  10 党小组会  22 主题党日
//         2026-08  06 支委会  12 党小组会  24 主题党日
//         2026-09  04 支委会  10 党小组会  21 主题党日
//         2026-10  08 党员大会  12 支委会  16 党小组会  28 主题党日
//         2026-11  02 组织生活会  05 支委会  11 党小组会  23 主题党日
//         2026-12  04 支委会  10 党小组会  22 主题党日
//         0 not placed, 0 overdue at the year's end
