// SPDX-License-Identifier: BSL-1.0

#include "report/whose.hpp"

#include <algorithm>

#include "fen.hpp"

namespace zhibu {

bool covers_last(const LedgerSource& source, UnitId unit, Period within) {
  const Period standing = source.roster()[unit].standing;
  const Date last = std::min({source.as_of(), standing.last(), within.last()});
  return standing.begin <= last && within.begin <= last && source.covers(unit, last);
}

std::optional<UnitId> last_home(const Roster& roster, PersonId person, Date day) {
  const std::optional<Date> died = roster[person].died_on;
  return roster.home(person, died && *died <= day ? *died - 1 : day);
}

std::string remark(const LedgerSource& source, std::string_view text) {
  return source.request().disclosure.published ? "" : std::string{text};
}

std::string day_by(const LedgerSource& source, std::optional<Date> day) {
  return day && *day <= source.as_of() ? to_string(*day) : "";
}

std::string amount(std::int64_t fen) { return fen == 0 ? "" : yuan_of(fen); }

}  // namespace zhibu
