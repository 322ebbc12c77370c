// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <optional>
#include <string_view>

#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/regulation/citation.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {

// A rule that cannot be decided from data, and why. It stands in a rulebook so that nobody takes
// silence for compliance; no obligation and no fault ever comes of it.
//
//   Undecided{.code = "ORG-24",
//             .name = "党支部履行基本任务和重点任务",
//             .force = Force::shall, …
//             .source = {"中国共产党支部工作条例（试行）", "9-10", false},
//             .confidence = Confidence::secondhand,
//             .because = "任务是否履行没有可计数的数据",
//             .because_en = "whether a task is carried out is no number that anybody records"};
struct Undecided {
  UndecidedId id = {};            // issued by the rulebook
  std::string_view code;          // "ORG-24": no row of the rulebook that can be decided has it
  std::string_view name;          // what it demands, in Chinese
  std::string_view name_en = {};  // and in English
  Force force = Force::shall;
  Layer layer = Layer::unit;
  Date in_force_from;                       // the first day on which it is in force
  std::optional<Date> in_force_until = {};  // the first day on which it is no longer
  Citation source;
  std::string_view quote = {};  // the clause, or "" where it may not be quoted
  Confidence confidence = Confidence::verified;
  std::string_view because;     // why nothing can decide it, in Chinese
  std::string_view because_en;  // and in English
};

// Whether both say the same, whatever handles they have.
ZHIBU_EXPORT bool operator==(const Undecided& a, const Undecided& b);

// Throws std::invalid_argument if the rule gives no reason in both languages, can never be in
// force, or quotes a clause that nobody read; says what was found and what would be accepted.
ZHIBU_EXPORT void require_sound(const Undecided& undecided);

}  // namespace zhibu
