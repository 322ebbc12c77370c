// SPDX-License-Identifier: BSL-1.0
//
// EXAMPLE terms_and_elections: whose term runs out, since when is that to be prepared, and what
//         makes the election valid?
//
// SHOWS    term_end() with the article it goes by; voters(); quorum(), majority(), candidates()
// FIRST    year_plan, of what comes every year
// NEXT     calendar_export, which puts such days into people's calendars

#include <iostream>
#include <string>
#include <string_view>

#include "zhibu.hpp"

namespace {

using namespace zhibu;

const Date today{2026, 3, 2};

UnitId add_branch(Roster& roster, std::string_view code, std::string_view name, Date elected_on) {
  const UnitId branch =
      roster.add(Unit{.code = code, .name = name, .standing = since(Date{2019, 3, 1})});
  roster.add(Term{.unit = branch, .elected_on = elected_on});
  return branch;
}

// So many full members of long standing, their rights not suspended.
void add_members(Roster& roster, UnitId branch, int members) {
  for (int i = 1; i <= members; ++i) {
    const std::string code = "P" + std::to_string(i);
    const PersonId person = roster.add(Person{.code = code,
                                              .name = code,
                                              .born_on = Date{1950, 5, 4},
                                              .admitted_on = Date{1985, 7, 1},
                                              .full_member_on = Date{1986, 7, 1}});
    roster.add(Membership{.person = person, .unit = branch, .period = since(Date{2019, 3, 1})});
  }
}

void print_term(const Roster& roster, const Rulebook& rules, UnitId branch) {
  const TermEnd end = term_end(roster, rules, branch, today);
  std::cout << roster[branch].name << ' ' << label(end.state) << '\n'
            << to_string(*end.due) << "届满, " << to_string(*end.reminder) << "起提醒, "
            << to_string(rules[*end.length].source) << '\n';
}

}  // namespace

int main() {
  const Rulebook rules = Rulebook::national();
  Roster roster;
  const UnitId late = add_branch(roster, "B01", "老干部第一党支部", Date{2023, 1, 10});
  const UnitId soon = add_branch(roster, "B02", "老干部第二党支部", Date{2023, 5, 20});
  const UnitId fresh = add_branch(roster, "B03", "老干部第三党支部", Date{2025, 11, 3});
  add_members(roster, soon, 28);

  for (const UnitId branch : {late, soon, fresh}) print_term(roster, rules, branch);

  const Due due{static_cast<int>(roster.as_of(today).voters(soon).size())};
  std::cout << roster[soon].name << "选举: 应到" << due.persons << "人, 实到" << quorum(due)
            << "人有效, " << majority(due) << "票当选; 应选3名, 候选人" << candidates(3) << "名\n";
}
// prints: 老干部第一党支部 逾期未换届
//         2026-01-10届满, 2025-07-10起提醒, 《中国共产党支部工作条例（试行）》第21条
//         老干部第二党支部 临近届满
//         2026-05-20届满, 2025-11-20起提醒, 《中国共产党支部工作条例（试行）》第21条
//         老干部第三党支部 任期内
//         2028-11-03届满, 2028-05-03起提醒, 《中国共产党支部工作条例（试行）》第21条
//         老干部第二党支部选举: 应到28人, 实到23人有效, 15票当选; 应选3名, 候选人4名
