// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/record/record.hpp"
#include "zhibu/regulation/rulebook.hpp"
#include "zhibu/time/date.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// One month of a member's dues, as the member stood on its last day. Amounts are exact, in
// thousandths of a fen. What is owed is known where both the base and the rate are.
struct DuesMonth {
  Period month;
  std::optional<UnitId> branch = {};          // the home branch; nothing: nothing is owed
  std::optional<std::int64_t> base_fen = {};  // nothing: not known, and not 0
  std::optional<RequirementId> rate = {};     // the row by which it is reckoned
  int per_mille = 0;
  std::int64_t owed = 0;
  std::int64_t paid = 0;
  std::optional<Date> paid_on = {};  // of the last payment that is for it
  bool caught_up_late = false;       // paid for later than the rules allow to catch up

  bool is_known() const { return base_fen && rate; }

  // What is still owed. Money is paid in whole fen: less than one is no arrears.
  std::int64_t arrears() const { return owed - paid < 1000 ? 0 : owed - paid; }
};

// A member's Party dues (党费), month by month. It says how things stand, and is no verdict on
// anybody: whether there was a good reason is in no data.
struct DuesAccount {
  PersonId person;
  Date as_of;
  std::vector<DuesMonth> months = {};  // those that are owed or were paid for, in order
  std::int64_t owed = 0;               // the sums of the months, in thousandths of a fen
  std::int64_t paid = 0;
  std::int64_t arrears = 0;
  int months_owed = 0;
  int months_unknown = 0;  // of these: without a known base or rate, and in no sum of what is owed
  int months_caught_up_late = 0;
  int unpaid_in_a_row = 0;  // the most months running for which nothing has been paid
  std::optional<RequirementId> unpaid_too_long = {};  // the row whose threshold that reaches
};

// The dues of `person` for the months that end within `period`, as the books stood at the end of
// `as_of`: of months that were over by then, and of payments made by then.
//
//   const DuesAccount year = dues_account(roster, records, rules, person, parse_period("2017"),
//                                         Date{2017, 12, 31});
//
// A month is owed by whoever on its last day is a member with a home branch, from the month on that
// the rules name; so that the month of retirement is reckoned at the rate of the retired already.
// The rules are the requirements in force on that day whose scope fits the person; of several, the
// one of the lowest layer, and of those the first.
//
// A payment for several months goes to each what it still owes, in order, and what is left of it to
// the last. A month that any payment is for does not count as unpaid, however little it was; nor
// does one of which it is not known what is owed.
//
// Throws std::invalid_argument if the roster has not issued the handle. Takes time in proportion to
// the months and the payments of the person, and to the rows of the rulebook.
ZHIBU_EXPORT DuesAccount dues_account(const Roster& roster, const Records& records,
                                      const Rulebook& rules, PersonId person, Period period,
                                      Date as_of);

}  // namespace zhibu
