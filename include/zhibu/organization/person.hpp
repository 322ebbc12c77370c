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
#include "zhibu/time/period.hpp"

namespace zhibu {

enum class Sex : std::uint8_t { male, female };

template <>
ZHIBU_EXPORT std::span<const Name<Sex>> names();

// Whether and how a cadre has retired. 离休 is for those who joined the revolution by 1949-09-30
// (国发〔1982〕62号, articles 1 and 3): a closed set, to which nobody can be added.
enum class Retirement : std::uint8_t {
  in_service,            // 在职
  retired_with_honours,  // 离休
  retired,               // 退休
};

template <>
ZHIBU_EXPORT std::span<const Name<Retirement>> names();

// Where a person stands in the Party on a given day.
enum class PartyStanding : std::uint8_t {
  not_a_member,  // 群众
  probationary,  // 预备党员
  full,          // 正式党员
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
  std::optional<Date> joined_revolution_on = {};  // 参加革命工作时间, of 离休 cadres
  std::optional<Date> admitted_on = {};           // 入党: admitted as a probationary member
  std::optional<Date> full_member_on = {};        // 转正
  bool needs_home_visits = false;                 // 行动不便: study is brought to the door
};

// How `person` stands in the Party at the end of `day`.
ZHIBU_EXPORT PartyStanding standing_on(const Person& person, Date day);

// In what way a person belongs to a unit.
enum class MembershipKind : std::uint8_t {
  home,      // 组织关系所在支部: votes, dues, admission and appraisal; one at any time
  activity,  // 参加活动的党组织: a temporary branch; never counted a second time in statistics
  care,      // 联系服务: a retired cadre who is not a member, looked after by the branch
};

template <>
ZHIBU_EXPORT std::span<const Name<MembershipKind>> names();

// A person belonging to a unit, for as long as that lasts.
struct Membership {
  PersonId person;
  UnitId unit;
  MembershipKind kind = MembershipKind::home;
  Period period;
};

}  // namespace zhibu
