// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/regulation/citation.hpp"
#include "zhibu/regulation/demand.hpp"
#include "zhibu/regulation/scope.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {

// Whom a requirement concerns.
using Subjects = std::variant<EveryUnit, EveryPerson>;

// How things must be built: whom it concerns, what is demanded of them, how strongly, since when,
// and where it is written. A Provision says what must be held and how often; a Requirement, what
// must be so on any day. One rule may be read both ways: the term of a branch (TERM-02) is three
// years, and its re-election recurs.
//
//   // 第四条 党支部党员人数一般不超过50人
//   Requirement{.code = "ORG-02",
//               .name = "党支部党员一般不超过50人",
//               .scope = EveryUnit{.kinds = {UnitKind::branch}, .temporary = false},
//               .demand = Bounds{{.measure = Measure::members, .most = 50}},
//               .force = Force::as_a_rule,
//               .in_force_from = Date{2018, 10, 28}, …
//               .source = {"中国共产党支部工作条例（试行）", "4"}};
struct Requirement {
  RequirementId id = {};          // issued by the rulebook
  std::string_view code;          // "ORG-02": unique among the requirements of a rulebook
  std::string_view name;          // what it demands, in Chinese
  std::string_view name_en = {};  // and in English
  Subjects scope;
  Demand demand;
  Force force = Force::shall;
  Layer layer = Layer::unit;
  Date in_force_from;                       // the first day on which it is in force
  std::optional<Date> in_force_until = {};  // the first day on which it is no longer
  Citation source;
  std::string_view quote = {};  // the clause, or "" where it may not be quoted
  Confidence confidence = Confidence::verified;
};

// Whether both say the same, whatever handles they have.
ZHIBU_EXPORT bool operator==(const Requirement& a, const Requirement& b);

// Whether `requirement` is in force on `day`.
ZHIBU_EXPORT bool in_force(const Requirement& requirement, Date day);

// Throws std::invalid_argument if the requirement says nothing (no kinds, no posts, no bound),
// demands of persons what units must be or the other way round, can never be in force, or quotes a
// clause that nobody read; says what was found and what would be accepted. Rulebook::add does it.
ZHIBU_EXPORT void require_sound(const Requirement& requirement);

}  // namespace zhibu
