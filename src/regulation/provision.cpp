// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/provision.hpp"

namespace zhibu {

template <>
std::span<const Name<Condition>> names() {
  static constexpr Name<Condition> all[] = {
      {Condition::without_committee, "without_committee", "未设支部委员会", "without a committee"},
      {Condition::temporary, "temporary", "临时党组织", "temporary"},
  };
  return all;
}

bool holds(Condition condition, const Unit& unit) {
  switch (condition) {
    case Condition::without_committee:
      return !unit.has_committee;
    case Condition::temporary:
      return unit.temporary;
  }
  return false;
}

bool in_force_throughout(const Provision& provision, Period period) {
  const std::optional<Date>& until = provision.in_force_until;
  return provision.in_force_from <= period.begin && (!until || period.end <= *until);
}

}  // namespace zhibu
