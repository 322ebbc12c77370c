// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/milestone.hpp"

namespace zhibu {

template <>
std::span<const Name<Milestone>> names() {
  static constexpr Name<Milestone> all[] = {
      {Milestone::born, "born", "出生", "birth"},
      {Milestone::joined_revolution, "joined_revolution", "参加革命工作", "joining the revolution"},
      {Milestone::applied, "applied", "递交入党申请书", "application"},
      {Milestone::activist, "activist", "确定为入党积极分子", "becoming an activist"},
      {Milestone::development_target, "development_target", "确定为发展对象",
       "becoming a development target"},
      {Milestone::admitted, "admitted", "接收为预备党员", "admission"},
      {Milestone::full_member, "full_member", "转为正式党员", "full membership"},
      {Milestone::retired, "retired", "离退休", "retirement"},
      {Milestone::took_post, "took_post", "任职", "taking the post"},
  };
  return all;
}

std::optional<Date> day_of(Milestone milestone, const Person& person) {
  switch (milestone) {
    case Milestone::born:
      return person.born_on;
    case Milestone::joined_revolution:
      return person.joined_revolution_on;
    case Milestone::applied:
      return person.applied_on;
    case Milestone::activist:
      return person.activist_on;
    case Milestone::development_target:
      return person.development_target_on;
    case Milestone::admitted:
      return person.admitted_on;
    case Milestone::full_member:
      return person.full_member_on;
    case Milestone::retired:
      return person.retired_on;
    case Milestone::took_post:
      break;
  }
  return {};
}

}  // namespace zhibu
