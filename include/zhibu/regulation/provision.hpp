// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/names.hpp"
#include "zhibu/regulation/activity.hpp"
#include "zhibu/regulation/cadence.hpp"
#include "zhibu/regulation/citation.hpp"
#include "zhibu/regulation/scope.hpp"
#include "zhibu/time/date.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// A condition under which a provision does not bind, whatever its scope.
enum class Condition : std::uint8_t {
  without_committee,  // the branch has no committee of its own
  temporary,          // the unit is temporary
};

template <>
ZHIBU_EXPORT std::span<const Name<Condition>> names();

// Whether it holds of a unit as it stands.
ZHIBU_EXPORT bool holds(Condition condition, const Unit& unit);

// An exemption: the condition, and the rule that says so.
struct Exemption {
  Condition when = Condition::without_committee;
  std::string_view rule;  // "COM-04"
  Citation source;
  friend bool operator==(const Exemption&, const Exemption&) = default;
};

// One demand: whom it binds, to what, how often, how strongly, since when, and where it is written.
//
//   // 第十二条 党支部委员会会议一般每月召开1次
//   Provision{.id = {},
//             .code = "MTG-06",
//             .name = "支委会每月1次",
//             .scope = EveryUnit{.kinds = {UnitKind::branch}, .temporary = false},
//             .activity = Activity::committee_meeting,
//             .cadence = AtLeast{1, Span::month},
//             .force = Force::as_a_rule,
//             .in_force_from = Date{2018, 10, 28}, …
//             .source = {"中国共产党支部工作条例（试行）", "12"}};
struct Provision {
  ProvisionId id = {};            // issued by the rulebook
  std::string_view code;          // "MTG-06": the rule's key, unique in a rulebook
  std::string_view name;          // what it demands, in Chinese
  std::string_view name_en = {};  // and in English
  Scope scope;
  Activity activity = Activity::members_meeting;
  Cadence cadence;
  Force force = Force::shall;
  Layer layer = Layer::unit;
  Date in_force_from;                       // the first day on which it is in force
  std::optional<Date> in_force_until = {};  // the first day on which it is no longer
  std::vector<Exemption> exemptions = {};
  std::string_view settles = {};  // the code of the row without a number that it settles
  Citation source;
  std::string_view quote = {};  // the clause, or "" where it may not be quoted
  Confidence confidence = Confidence::verified;
};

// Whether both say the same, whatever handles they have.
ZHIBU_EXPORT bool operator==(const Provision& a, const Provision& b);

// Whether `provision` is in force on every day of `period`.
ZHIBU_EXPORT bool in_force_throughout(const Provision& provision, Period period);

}  // namespace zhibu
