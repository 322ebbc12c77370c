// SPDX-License-Identifier: BSL-1.0

#include "zhibu/organization/person.hpp"

#include "zhibu/time/period.hpp"

namespace zhibu {

template <>
std::span<const Name<Sex>> names() {
  static constexpr Name<Sex> table[] = {
      {Sex::male, "male", "男", "male"},
      {Sex::female, "female", "女", "female"},
  };
  return table;
}

template <>
std::span<const Name<Retirement>> names() {
  static constexpr Name<Retirement> table[] = {
      {Retirement::in_service, "in_service", "在职", "in service"},
      {Retirement::retired_with_honours, "retired_with_honours", "离休", "retired with honours"},
      {Retirement::retired, "retired", "退休", "retired"},
  };
  return table;
}

template <>
std::span<const Name<RevolutionPeriod>> names() {
  static constexpr Name<RevolutionPeriod> table[] = {
      {RevolutionPeriod::before_resistance, "before_resistance", "1937年7月6日以前",
       "up to 1937-07-06"},
      {RevolutionPeriod::early_resistance, "early_resistance", "1937年7月7日至1942年12月31日",
       "1937-07-07 to 1942-12-31"},
      {RevolutionPeriod::late_resistance, "late_resistance", "1943年1月1日至1945年9月2日",
       "1943-01-01 to 1945-09-02"},
      {RevolutionPeriod::liberation_war, "liberation_war", "1945年9月3日至1949年9月30日",
       "1945-09-03 to 1949-09-30"},
  };
  return table;
}

template <>
std::span<const Name<PartyStanding>> names() {
  static constexpr Name<PartyStanding> table[] = {
      {PartyStanding::not_a_member, "not_a_member", "群众", "not a member"},
      {PartyStanding::applicant, "applicant", "入党申请人", "applicant"},
      {PartyStanding::activist, "activist", "入党积极分子", "activist"},
      {PartyStanding::development_target, "development_target", "发展对象", "development target"},
      {PartyStanding::probationary, "probationary", "预备党员", "probationary member"},
      {PartyStanding::full, "full", "正式党员", "full member"},
  };
  return table;
}

std::optional<RevolutionPeriod> revolution_period(Date joined) {
  const struct {
    RevolutionPeriod period;
    Date last;
  } periods[] = {
      // 国发〔1982〕62号, article 3
      {RevolutionPeriod::before_resistance, Date{1937, 7, 6}},
      {RevolutionPeriod::early_resistance, Date{1942, 12, 31}},
      {RevolutionPeriod::late_resistance, Date{1945, 9, 2}},
      {RevolutionPeriod::liberation_war, Date{1949, 9, 30}},
  };
  for (const auto& [period, last] : periods)
    if (joined <= last) return period;
  return std::nullopt;
}

PartyStanding standing_on(const Person& person, Date day) {
  const auto by_then = [day](std::optional<Date> date) { return date && *date <= day; };
  if (by_then(person.left_party_on) || by_then(person.died_on)) return PartyStanding::not_a_member;
  if (by_then(person.full_member_on)) return PartyStanding::full;
  if (by_then(person.admitted_on)) return PartyStanding::probationary;
  if (by_then(person.development_target_on)) return PartyStanding::development_target;
  if (by_then(person.activist_on)) return PartyStanding::activist;
  if (by_then(person.applied_on)) return PartyStanding::applicant;
  return PartyStanding::not_a_member;
}

bool is_member_on(const Person& person, Date day) {
  return standing_on(person, day) >= PartyStanding::probationary;
}

Retirement retirement_on(const Person& person, Date day) {
  const bool later = person.retired_on && day < *person.retired_on;
  return later ? Retirement::in_service : person.retirement;
}

int full_years(Date from, Date day) {
  const int years = day.year() - from.year();
  return add_years(from, years) <= day ? years : years - 1;
}

}  // namespace zhibu
