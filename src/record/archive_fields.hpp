// SPDX-License-Identifier: BSL-1.0
//
// The fields of the rows that an archive of records has besides those of fields.hpp.

#pragma once

#include <cstdint>
#include <string_view>
#include <tuple>

#include "organization/fields.hpp"
#include "organization/kept.hpp"
#include "record/fields.hpp"
#include "zhibu/record/record.hpp"

namespace zhibu {

template <>
struct Kept<Activities> {
  using Number = std::uint32_t;
  static Number number(Activities activities, Texts&) {
    Number bits = 0;
    for (const auto& name : names<Activity>())
      if (activities.contains(name.value)) bits |= bit(name.value);
    return bits;
  }
  static Activities value(Number number, const Texts&) {
    Activities activities;
    for (const auto& name : names<Activity>())
      if ((number & bit(name.value)) != 0) activities = activities | name.value;
    return activities;
  }
  static bool is_sound(std::uint64_t number) {
    return number < std::uint64_t{1} << names<Activity>().size();
  }

 private:
  static Number bit(Activity activity) { return Number{1} << static_cast<unsigned>(activity); }
};

// An attendance: the number of its list of persons due, and how many exceptions are of it.
struct KeptAttendance {
  RecordId record;
  int due = 0;
  int exceptions = 0;
};

// One of the persons due of whom more is to be said than that they were present.
struct KeptException {
  int place = 0;
  Presence presence = Presence::present;
  std::string_view reason;
};

template <>
struct Fields<Record> {
  static constexpr std::string_view table = "records";
  static constexpr std::tuple fields{Field{"unit", &Record::unit, required},
                                     Field{"activities", &Record::activities, required},
                                     Field{"held_on", &Record::held_on, required},
                                     Field{"for_period", &Record::for_period},
                                     Field{"entered_on", &Record::entered_on},
                                     Field{"due", &Record::due},
                                     Field{"present", &Record::present},
                                     RareField{Field{"class_hours", &Record::class_hours}},
                                     Field{"amount_fen", &Record::amount_fen},
                                     Field{"voided", &Record::voided},
                                     RareField{Field{"voided_on", &Record::voided_on}},
                                     Field{"remark", &Record::remark},
                                     Field{"entered_by", &Record::entered_by},
                                     Field{"source", &Record::source}};
};

template <>
struct Fields<Waiver> {
  static constexpr std::string_view table = "waivers";
  static constexpr std::tuple fields{Field{"rule", &Waiver::rule, required},
                                     Field{"bearer", &Waiver::bearer, required},
                                     Field{"period", &Waiver::period, required},
                                     Field{"reason", &Waiver::reason, required},
                                     Field{"approved_by", &Waiver::approved_by, required},
                                     Field{"approved_on", &Waiver::approved_on, required}};
};

template <>
struct Fields<KeptAttendance> {
  static constexpr std::string_view table = "attendances";
  static constexpr std::tuple fields{Field{"record", &KeptAttendance::record, required},
                                     Field{"due", &KeptAttendance::due, required},
                                     Field{"exceptions", &KeptAttendance::exceptions, required}};
};

template <>
struct Fields<KeptException> {
  static constexpr std::string_view table = "exceptions";
  static constexpr std::tuple fields{Field{"place", &KeptException::place, required},
                                     Field{"presence", &KeptException::presence, required},
                                     Field{"reason", &KeptException::reason}};
};

}  // namespace zhibu
