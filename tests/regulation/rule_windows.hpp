// SPDX-License-Identifier: BSL-1.0
//
// What a national rule asks of a roster in all the years of which rules are known.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "village.hpp"
#include "zhibu/audit/audit.hpp"

namespace zhibu {

inline const Period days_of_the_rules{Date{1990, 1, 1}, Date{2030, 1, 1}};

inline std::vector<Obligation> owed(const Roster& roster, std::string_view code,
                                    std::optional<Date> rules_of = {}) {
  static const Calendar calendar = Calendar::china();
  Rulebook one;
  one.add(national().provision(code));
  const Obligations all = obligations(roster, one, calendar, days_of_the_rules, rules_of);
  return {all.begin(), all.end()};
}

inline std::vector<std::string> windows(const Roster& roster, std::string_view code,
                                        std::optional<Date> rules_of = {}) {
  std::vector<std::string> found;
  for (const Obligation& o : owed(roster, code, rules_of)) found.push_back(title(o.window));
  return found;
}

// How an obligation under a national rule stands long after a record of that day.
inline Standing standing(std::string_view code, Bearer bearer, UnitId at, Period window,
                         Record held) {
  Obligations one{national(), window};
  one.add(national().provision(code).id, bearer, window, {.at = at});
  std::vector<PersonId> persons;
  if (const PersonId* person = std::get_if<PersonId>(&bearer)) persons.push_back(*person);
  held.code = "R";
  held.unit = at;
  held.persons = persons;
  Records records;
  records.add(held);
  return audit(one, records, window.end + 400)[ObligationId{0}].standing;
}

inline Record of(std::string_view code, Date day) {
  Record record;
  record.activities = national().provision(code).activity;
  record.held_on = day;
  return record;
}

}  // namespace zhibu
