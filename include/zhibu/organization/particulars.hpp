// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/names.hpp"

namespace zhibu {

// What the official forms (党员基本信息汇总表) and the offices for retired cadres keep of a person
// besides. A text is "" where nothing is recorded. The first two identify a person: nothing prints
// them unmasked unless it is asked to.
struct Particulars {
  PersonId person;
  std::string_view id_number = {};         // 公民身份号码, of 18 characters
  std::string_view phone = {};             // 联系电话
  std::string_view ethnicity = {};         // 民族
  std::string_view education = {};         // 学历
  std::string_view job = {};               // 工作岗位
  std::string_view rank = {};              // 级别, 职级
  std::string_view treatment = {};         // 现享受待遇
  std::string_view former_workplace = {};  // 原工作单位及职务
  std::string_view health = {};            // 健康状况
  std::string_view residence = {};         // 居住状态, 易地安置
  std::string_view remark = {};
  std::string_view expertise = {};  // 特长
  std::string_view hobby = {};      // 爱好
  bool lunar_birthday = false;      // 过农历生日: by the lunar date of the day of birth
};

// An id number with the day of birth, the serial and the check digit masked, as
// "4331**************"; a phone number as "138********". What the roster prints elsewhere, the day
// of birth, must not complete it. Other texts become "*" throughout.
ZHIBU_EXPORT std::string masked_id_number(std::string_view text);
ZHIBU_EXPORT std::string masked_phone(std::string_view text);

// Whether id numbers and telephone numbers are written as they are.
enum class PersonalData : std::uint8_t { masked, shown };

template <>
ZHIBU_EXPORT std::span<const Name<PersonalData>> names();

}  // namespace zhibu
