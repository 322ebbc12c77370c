// SPDX-License-Identifier: BSL-1.0

#include "zhibu/report/request.hpp"

namespace zhibu {

namespace {

template <class... Act>
struct Cases : Act... {
  using Act::operator()...;
};
template <class... Act>
Cases(Act...) -> Cases<Act...>;  // clang 14 does not find it by itself

}  // namespace

bool covers(const Extent& extent, const Roster& roster, UnitId unit, Date day) {
  return std::visit(
      Cases{[](Everything) { return true; }, [=](OneUnit only) { return only.unit == unit; },
            [&](Subtree tree) { return roster.is_within(unit, tree.top, day); },
            [&](ClusterId cluster) { return roster.cluster_of(unit, day) == cluster; }},
      extent);
}

template <>
std::span<const Name<Sensitive>> names() {
  static constexpr Name<Sensitive> all[] = {
      {Sensitive::reasons, "reasons", "健康与困难原因", "reasons of health and hardship"},
      {Sensitive::id_numbers, "id_numbers", "公民身份号码", "identity numbers"},
      {Sensitive::phones, "phones", "联系电话", "phone numbers"},
  };
  return all;
}

}  // namespace zhibu
