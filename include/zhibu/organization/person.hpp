// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/names.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {

enum class Sex : std::uint8_t { male, female };

template <>
ZHIBU_EXPORT std::span<const Name<Sex>> names();

// Whether and how a cadre retires. 离休 is for those who joined the revolution by 1949-09-30
// (国发〔1982〕62号, articles 1 and 3): a closed set, to which nobody can be added.
enum class Retirement : std::uint8_t {
  in_service,            // 在职
  retired_with_honours,  // 离休
  retired,               // 退休
};

template <>
ZHIBU_EXPORT std::span<const Name<Retirement>> names();

// When a 离休 cadre joined the revolution (国发〔1982〕62号, article 3, by which the extra months
// of pay go).
enum class RevolutionPeriod : std::uint8_t {
  before_resistance,  // up to 1937-07-06
  early_resistance,   // 1937-07-07 to 1942-12-31
  late_resistance,    // 1943-01-01 to 1945-09-02
  liberation_war,     // 1945-09-03 to 1949-09-30
};

template <>
ZHIBU_EXPORT std::span<const Name<RevolutionPeriod>> names();

// The period that holds `joined`, or nothing for who joined later.
ZHIBU_EXPORT std::optional<RevolutionPeriod> revolution_period(Date joined);

// Where a person stands on the way into the Party, on a given day. Members are those from
// probationary on up to full.
enum class PartyStanding : std::uint8_t {
  not_a_member,        // 群众
  applicant,           // 入党申请人
  activist,            // 入党积极分子
  development_target,  // 发展对象
  probationary,        // 预备党员
  full,                // 正式党员
};

template <>
ZHIBU_EXPORT std::span<const Name<PartyStanding>> names();

// A cadre, a member, or both. The dates are never taken one for another: the political birthday is
// counted from admission, Party standing (党龄) from full membership, 离休 from joining the
// revolution.
struct Person {
  PersonId id = {};       // issued by the roster
  std::string_view code;  // "P0001", unique in the roster
  std::string_view name;
  Sex sex = Sex::male;
  Date born_on;
  Retirement retirement = Retirement::in_service;
  std::optional<Date> retired_on = {};
  std::optional<Date> joined_revolution_on = {};   // 参加革命工作时间, of 离休 cadres
  std::optional<Date> applied_on = {};             // 递交入党申请书
  std::optional<Date> activist_on = {};            // 确定为入党积极分子
  std::optional<Date> development_target_on = {};  // 确定为发展对象
  std::optional<Date> admitted_on = {};            // 入党: admitted as a probationary member
  std::optional<Date> full_member_on = {};         // 转正
  std::optional<Date> left_party_on = {};          // 出党: the first day as no member any more
  std::optional<Date> died_on = {};                // 去世
  bool needs_home_visits = false;                  // 行动不便: study is brought to the door
};

// How `person` stands in the Party at the end of `day`. From the day on which one left it or died,
// not_a_member.
ZHIBU_EXPORT PartyStanding standing_on(const Person& person, Date day);

// Whether `person` is a member, probationary or full, at the end of `day`.
ZHIBU_EXPORT bool is_member_on(const Person& person, Date day);

// How `person` has retired at the end of `day`: in service up to the day of retirement.
ZHIBU_EXPORT Retirement retirement_on(const Person& person, Date day);

// Full years from one day to another: of age from birth, of Party standing (党龄) from full
// membership. Who was born on 29 February completes a year on the 28th where there is no 29th.
ZHIBU_EXPORT int full_years(Date from, Date day);

}  // namespace zhibu
