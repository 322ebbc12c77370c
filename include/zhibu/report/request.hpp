// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/names.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// Which units a ledger covers: all of the roster; one alone; one and all that stands under it; or
// those that work in a cluster. What happened is covered if its unit was such a one on that day.
struct Everything {};
struct OneUnit {
  UnitId unit;
};
struct Subtree {
  UnitId top;
};
using Extent = std::variant<Everything, OneUnit, Subtree, ClusterId>;

// Whether `extent` covers `unit` on `day`.
ZHIBU_EXPORT bool covers(const Extent& extent, const Roster& roster, UnitId unit, Date day);

// What no output has unless it is asked for by name.
enum class Sensitive : std::uint8_t {
  reasons,     // 健康与困难原因: of visits, pairings and aid; and what is recorded of health
  id_numbers,  // 公民身份号码, masked
  phones,      // 联系电话, masked
};

template <>
ZHIBU_EXPORT std::span<const Name<Sensitive>> names();

// What a ledger may show of persons. One that is published (公开) has none of what is sensitive,
// whatever is asked for; names as 张*三 and 张*; of days of birth only the year; and no figure of 1
// to 4, which stands as "<5". Figures are not suppressed in pairs: who knows the sum and all others
// can reckon the one that is missing.
struct Disclosure {
  std::vector<Sensitive> shown = {};
  bool published = false;
  std::string pseudonym_key = {};  // where published, a code is the first 16 hexadecimal digits of
                                   // its HMAC-SHA-256 by this key; without one, there are no codes
};

// Which ledger is asked for: of whom, of when, in which language, and how much of it.
struct LedgerRequest {
  Extent extent = Everything{};
  Period period;
  Language language = Language::zh;
  Disclosure disclosure = {};
};

}  // namespace zhibu
