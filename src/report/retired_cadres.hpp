// SPDX-License-Identifier: BSL-1.0
//
// By what the statistics forms of veteran-cadre work tell retired cadres apart.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/draw.hpp"

namespace zhibu {

// The columns of the forms.
enum class CadreRank : std::uint8_t {
  province,         // 正省部
  deputy_province,  // 副省部
  bureau,           // 正厅局
  deputy_bureau,    // 副厅局
  county,           // 正县处
  deputy_county,    // 副县处
  township,         // 正乡科
  deputy_township,  // 副乡科
  others,           // 科员办事员及其他
};

template <>
std::span<const Name<CadreRank>> names();

// The rank that a text of Particulars::rank begins with; all else is the last.
CadreRank cadre_rank(std::string_view text);

// Of what nature the body is in which a cadre's branch is formed, as there is a form for each.
enum class Sector : std::uint8_t { office, institution, enterprise };

// Nothing for a text that is in none of the rows, such as "班级".
std::optional<Sector> sector(std::string_view nature);

// A retired cadre on a day, with what the forms count by.
struct RetiredCadre {
  Person person;
  UnitId home;
  CadreRank rank = CadreRank::others;
  std::optional<Sector> sector = {};  // of the first workplace of the home that has any
  std::string_view ethnicity = {};
};

// The headings of the forms after those of its lines: the total, and a column for each rank.
void add_rank_headings(std::vector<Heading>& headings);

// How many cadres there are of each rank.
class RankCounts {
 public:
  void add(CadreRank rank, std::int64_t count = 1) {
    counts_[static_cast<std::size_t>(rank)] += count;
  }
  std::int64_t sum() const;

  // The total, and the figure of each rank; a figure below 0 only where there is a difference.
  void put(const LedgerSource& source, std::vector<std::string>& cells) const;

  friend RankCounts operator+(RankCounts a, const RankCounts& b);
  friend RankCounts operator-(RankCounts a, const RankCounts& b);

 private:
  std::array<std::int64_t, 9> counts_{};
};

// Those of that kind who have a home on `day` that the ledger covers, in the order of the roster.
std::vector<RetiredCadre> retired_cadres(const LedgerSource& source, Retirement kind, Date day);

}  // namespace zhibu
