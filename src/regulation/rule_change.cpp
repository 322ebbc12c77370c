// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/rule_change.hpp"

#include <map>
#include <string_view>

#include "regulation/rule_text.hpp"

namespace zhibu {
namespace {

template <class Row>
std::vector<FieldChange> changed_fields(const Row& before, const Row& after) {
  std::vector<FieldChange> changes;
  const RuleFields old = fields_of(before), now = fields_of(after);
  for (std::size_t i = 0; i < old.size(); ++i)
    if (old[i].second != now[i].second)
      changes.push_back({std::string{old[i].first}, old[i].second, now[i].second});
  return changes;
}

template <class Rows>
auto by_code(const Rows& rows) {
  std::map<std::string_view, const typename Rows::value_type*> found;
  for (const auto& row : rows) found.emplace(row.code, &row);
  return found;
}

template <class Rows>
void compare(RuleKind rule, const Rows& before, const Rows& after,
             std::vector<RuleChange>& changes) {
  const auto old = by_code(before), now = by_code(after);
  for (const auto& row : before) {
    const auto found = now.find(row.code);
    if (found == now.end()) {
      changes.push_back({rule, std::string{row.code}, RuleChangeKind::removed});
      continue;
    }
    std::vector<FieldChange> fields = changed_fields(row, *found->second);
    if (!fields.empty())
      changes.push_back({rule, std::string{row.code}, RuleChangeKind::changed, std::move(fields)});
  }
  for (const auto& row : after)
    if (!old.contains(row.code))
      changes.push_back({rule, std::string{row.code}, RuleChangeKind::added});
}

}  // namespace

template <>
std::span<const Name<RuleKind>> names() {
  static constexpr Name<RuleKind> all[] = {
      {RuleKind::provision, "provision", "周期性要求", "provision"},
      {RuleKind::requirement, "requirement", "设置要求", "requirement"},
      {RuleKind::undecided, "undecided", "不可判定", "undecided"},
  };
  return all;
}

template <>
std::span<const Name<RuleChangeKind>> names() {
  static constexpr Name<RuleChangeKind> all[] = {
      {RuleChangeKind::removed, "removed", "废止", "removed"},
      {RuleChangeKind::added, "added", "新增", "added"},
      {RuleChangeKind::changed, "changed", "修改", "changed"},
  };
  return all;
}

std::vector<RuleChange> diff(const Rulebook& before, const Rulebook& after) {
  std::vector<RuleChange> changes;
  compare(RuleKind::provision, before.provisions(), after.provisions(), changes);
  compare(RuleKind::requirement, before.requirements(), after.requirements(), changes);
  compare(RuleKind::undecided, before.undecided(), after.undecided(), changes);
  return changes;
}

}  // namespace zhibu
