// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "zhibu/audit/audit.hpp"
#include "zhibu/export.hpp"
#include "zhibu/names.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/record/record.hpp"
#include "zhibu/time/calendar.hpp"

namespace zhibu {

// A text in both languages; names and citations stay as they are written.
struct Statement {
  std::string zh;
  std::string en;
  friend bool operator==(const Statement&, const Statement&) = default;
};

// One reason why a rule binds a bearer, or why it does not, and the days on which it was so.
struct Fact {
  Statement what;  // "党支部，非临时"
  Period days;
  friend bool operator==(const Fact&, const Fact&) = default;
};

// What would still meet an obligation.
enum class Remedy : std::uint8_t {
  none,     // 无须再办: it is met, waived or not applicable
  wait,     // 期限未到: from a day on it can be done
  act,      // 应在期限内办理: by a day it must be done
  make_up,  // 应予补办: the days have passed; what is made up for counts as late
};

template <>
ZHIBU_EXPORT std::span<const Name<Remedy>> names();

// Why a finding is as it is, as data.
struct Explanation {
  ObligationId obligation;
  Standing standing = Standing::upcoming;
  std::optional<Severity> severity = {};  // where it is overdue
  Statement bearer;                       // its name as of the last day it is bound, and its code
  Statement place;                        // where it is owed, or ""
  Statement owed;                         // "应办1次，已办0次，还差1次"
  std::vector<ProvisionId> rules;         // the rule, and then the laxer ones that it stands for
  std::vector<Fact> facts;                // why it binds: in the order of days
  Period window;                          // as the rule has it,
  Period bound;                           // and the days on which it binds
  std::optional<Shifted> fixed = {};      // a fixed day, and where it was moved
  std::optional<Day> nominal = {};        // what the fixed day is, and by which notice
  std::vector<RecordId> evidence;
  std::vector<Discounted> discounted;
  std::optional<Waiver> waiver = {};
  Remedy remedy = Remedy::none;
  std::optional<Date> remedy_by = {};  // of wait: from when; of act: the last day for the next one
};

// Explains a finding of an audit. `roster` and `calendar` are those that the obligations were drawn
// from; texts and days are views into them and into `findings`. Throws std::invalid_argument if
// there is no such obligation.
//
//   const Explanation why = explain(findings, o.id, roster, calendar);
//   why.facts[0].what.zh;       // "存续"
//   why.discounted[0].why;      // Discount::other_period
//   std::cout << text_of(why, findings, held, Language::zh);
ZHIBU_EXPORT Explanation explain(const Findings& findings, ObligationId obligation,
                                 const Roster& roster, const Calendar& calendar);

// An explanation in words, with the records of the audit, for whom it concerns: how it stands, by
// which rule and article in force since when, why it binds, the window and how it came about, what
// counts and what does not and why, and what would meet it now. A line for each. A clause is quoted
// only where it was read.
ZHIBU_EXPORT std::string text_of(const Explanation& explanation, const Findings& findings,
                                 const Records& records, Language language = Language::zh);

}  // namespace zhibu
