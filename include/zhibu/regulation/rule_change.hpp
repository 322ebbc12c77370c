// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/names.hpp"
#include "zhibu/regulation/rulebook.hpp"

namespace zhibu {

// Which kind of row of a rulebook; what files call it.
enum class RuleKind : std::uint8_t {
  provision,    // 周期性要求: what is held, and how often
  requirement,  // 设置要求: how things are built
  undecided,    // 不可判定: a rule that cannot be decided from data
};

template <>
ZHIBU_EXPORT std::span<const Name<RuleKind>> names();

// What became of a row from one rulebook to another.
enum class RuleChangeKind : std::uint8_t {
  removed,  // 废止
  added,    // 新增
  changed,  // 修改
};

template <>
ZHIBU_EXPORT std::span<const Name<RuleChangeKind>> names();

// A field of a row that is not as it was: its key in files, and what a file would have in it. The
// text is "" where the field is left out.
struct FieldChange {
  std::string key;     // "cadence", "in_force_until"
  std::string before;  // "at_least = { times = 1, per = \"quarter\" }"
  std::string after;
  friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

// A row that is not as it was.
struct RuleChange {
  RuleKind rule = RuleKind::provision;
  std::string code;  // "MTG-06"
  RuleChangeKind kind = RuleChangeKind::changed;
  std::vector<FieldChange> fields = {};  // of one that was changed, in the order of the file
  friend bool operator==(const RuleChange&, const RuleChange&) = default;
};

// What a rulebook says otherwise than another did: the rows that are gone, that are new, and of
// those that both have the fields that differ.
//
//   for (const RuleChange& change : diff(Rulebook::national(Date{2018, 7, 11}),
//                                        Rulebook::national(Date{2018, 7, 12})))
//     std::cout << key(change.kind) << ' ' << change.code << '\n';
//
// Provisions come first, then requirements, then what cannot be decided; of each first what was
// removed or changed, in the order of `before`, then what was added, in the order of `after`. That
// rows stand in another order is no change.
ZHIBU_EXPORT std::vector<RuleChange> diff(const Rulebook& before, const Rulebook& after);

}  // namespace zhibu
