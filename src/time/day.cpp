// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/day.hpp"

namespace zhibu {

template <>
std::span<const Name<DayKind>> names() {
  static constexpr Name<DayKind> all[] = {
      {DayKind::workday, "workday", "工作日", "workday"},
      {DayKind::weekend, "weekend", "周末", "weekend"},
      {DayKind::statutory_holiday, "statutory_holiday", "法定节假日", "statutory holiday"},
      {DayKind::swapped_holiday, "swapped_holiday", "调休放假", "swapped holiday"},
      {DayKind::break_weekend, "break_weekend", "假期内周末", "weekend of a break"},
      {DayKind::makeup_workday, "makeup_workday", "调休上班", "make-up workday"},
  };
  return all;
}

template <>
std::span<const Name<Certainty>> names() {
  static constexpr Name<Certainty> all[] = {
      {Certainty::decreed, "decreed", "已公布", "decreed"},
      {Certainty::projected, "projected", "推定", "projected"},
      {Certainty::unknown, "unknown", "未知", "unknown"},
  };
  return all;
}

}  // namespace zhibu
