// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <span>

#include "zhibu/export.hpp"
#include "zhibu/names.hpp"

namespace zhibu {

// A share of a number of persons, as regulations put it, reckoned in whole numbers alone.
//
//   Ratio{4, 5}                        // 不少于五分之四, 五分之四以上: reaching it is enough
//   Ratio{1, 2}                        // 半数以上: 14 of 28
//   Ratio{1, 2, .inclusive = false}    // 超过半数: 15 of 28
struct Ratio {
  int part = 1;
  int whole = 2;
  bool inclusive = true;  // whether reaching the share exactly is enough
  friend bool operator==(const Ratio&, const Ratio&) = default;
};

// Those of whom a share is taken. They are told apart by type, so that a majority of the one is
// never passed for a majority of the other: whoever stays away counts among the first only.
struct Due {
  int persons = 0;  // 应到会: all who have the right and ought to come
};
struct Present {
  int persons = 0;  // 实到会: those of them who came
};

// The same as a word, for the rows of rules.
enum class Base : std::uint8_t { due, present };

template <>
ZHIBU_EXPORT std::span<const Name<Base>> names();

// The numbers of the regulations, as the rows of Rulebook::national() have them, for those who
// have no rulebook at hand.
inline constexpr Ratio meeting_quorum{1, 2, true};     // MTG-03: 半数以上, to hold a meeting
inline constexpr Ratio election_quorum{4, 5, true};    // ELE-06: 不少于五分之四
inline constexpr Ratio more_than_half{1, 2, false};    // MTG-04, ELE-07: 超过半数
inline constexpr Ratio candidate_surplus{1, 5, true};  // ELE-05: 差额不少于20%
inline constexpr Ratio excellent_at_most{1, 3, true};  // LIFE-06: 一般不超过1/3

// The least and the greatest number of persons that is at least, or at most, such a share of
// `base`; for a share that is not inclusive, more than it, or less. Throw std::invalid_argument if
// `base` is negative or the ratio is none.
ZHIBU_EXPORT int least_of(Ratio ratio, int base);
ZHIBU_EXPORT int most_of(Ratio ratio, int base);

// How many must be present for an election to be valid.
//
//   quorum(Due{10});                  // 8
//   quorum(Due{28});                  // 23
//   quorum(Due{28}, meeting_quorum);  // 14
ZHIBU_EXPORT int quorum(Due due, Ratio ratio = election_quorum);

// How many votes pass a decision or elect: more than half of those due, who stayed away included;
// or of those present, where a rule says so (基层 elections before 2020-07-13).
//
//   majority(Due{28});      // 15
//   majority(Present{23});  // 12
ZHIBU_EXPORT int majority(Due due, Ratio ratio = more_than_half);
ZHIBU_EXPORT int majority(Present present, Ratio ratio = more_than_half);

// How many candidates there must be for so many seats: more by such a share, rounded up.
//
//   candidates(3);  // 4
//   candidates(7);  // 9
ZHIBU_EXPORT int candidates(int seats, Ratio surplus = candidate_surplus);

// How many of so many members may be graded excellent (优秀) in the democratic appraisal.
//
//   excellent(28);  // 9
ZHIBU_EXPORT int excellent(int members, Ratio ratio = excellent_at_most);

}  // namespace zhibu
