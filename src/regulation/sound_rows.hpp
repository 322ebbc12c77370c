// SPDX-License-Identifier: BSL-1.0
//
// What is refused of the rows of a rulebook, whatever they demand.

#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "zhibu/regulation/citation.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {

// Longer than anybody lives or is in office, and short enough to be added to any day.
inline constexpr int most_years = 100;
inline constexpr int most_months = 12 * most_years;
inline constexpr int most_days = 31 * most_months;

// As much money as a file may say.
inline constexpr std::int64_t most_fen = std::int64_t{100} * std::numeric_limits<int>::max();

inline void require(bool holds, const char* found_and_accepted) {
  if (!holds) throw std::invalid_argument{found_and_accepted};
}

// Whether the clause itself was read, or is the source: only then is its text one to quote.
constexpr bool is_quotable(Confidence confidence) {
  return confidence == Confidence::verified || confidence == Confidence::local;
}

// Throws std::invalid_argument where a row can never be in force, or quotes what nobody read.
inline void require_sound_dates_and_quote(Date from, const std::optional<Date>& until,
                                          std::string_view quote, Confidence confidence) {
  if (until && *until <= from)
    throw std::invalid_argument{"found in force from " + to_string(from) + " until " +
                                to_string(*until) + "; accepted: a later end"};
  require(quote.empty() || is_quotable(confidence),
          "found the quote of a clause that was not read; accepted: a quote where the confidence "
          "is verified or local");
}

}  // namespace zhibu
