// SPDX-License-Identifier: BSL-1.0

#include <utility>

#include "regulation/checks.hpp"

namespace zhibu {

std::vector<Appointment> UnitOnDay::holders(const Office& office) const {
  std::vector<Appointment> found;
  for (const Appointment& appointment : office.ever)
    if (appointment.period.contains(day())) found.push_back(appointment);
  return found;
}

void UnitReport::add(Observation observation) const { faults_->add(std::move(observation)); }

std::string in_chinese(std::optional<int> least, std::optional<int> most) {
  if (!most) return std::to_string(least.value_or(0)) + "以上";
  if (!least) return "不超过" + std::to_string(*most);
  if (*least == *most) return std::to_string(*least);
  return std::to_string(*least) + "至" + std::to_string(*most);
}

std::string in_english(std::optional<int> least, std::optional<int> most) {
  if (!most) return "at least " + std::to_string(least.value_or(0));
  if (!least) return "at most " + std::to_string(*most);
  if (*least == *most) return std::to_string(*least);
  return std::to_string(*least) + " to " + std::to_string(*most);
}

bool binds(const Requirement& rule, const Unit& unit, Date day) {
  const EveryUnit* scope = std::get_if<EveryUnit>(&rule.scope);
  return scope != nullptr && in_force(rule, day) && fits(*scope, unit);
}

}  // namespace zhibu
