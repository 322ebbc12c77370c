// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/names.hpp"
#include "zhibu/rows.hpp"

namespace zhibu {

class AttendanceColumns;

// How one of the persons due was present, or was not.
enum class Presence : std::uint8_t {
  present,         // 到会
  online,          // 线上参加: who joins online takes part in the meeting
  served_at_home,  // 送学上门: reached by what was held, but at no meeting and of no quorum
  excused,         // 请假
  absent,          // 缺席
};

template <>
ZHIBU_EXPORT std::span<const Name<Presence>> names();

// One of the persons due, and how it was with them.
struct Attendee {
  PersonId person;
  Presence presence = Presence::present;
  std::string_view reason = {};  // as in the minutes; one that is unknown is "", and no illness
};

// Who should have attended what was held (应到), and who did; of nobody where it was not taken.
//
//   const Attendance who = records.attendance(record);
//   who.size();                  // 28 were due
//   who.counted_present();       // 25 count towards the quorum
//   for (const Attendee& a : who)
//     if (a.presence == Presence::absent) std::cout << roster[a.person].name << '\n';
//
// A view that lives as long as the records that it comes from. An attendee is made when it is asked
// for: kept are each distinct list of persons due, once; a bit for each person due, in words of
// 32; sixteen bytes for the attendance; and nine for each attendee who was neither simply present
// nor absent without a reason.
class ZHIBU_EXPORT Attendance {
 public:
  Attendance() = default;

  // How many were due.
  std::size_t size() const;
  bool empty() const { return size() == 0; }

  // The persons due, in the order in which they were named. [] throws std::invalid_argument if
  // there is no such place.
  Attendee operator[](std::size_t place) const;
  Rows<Attendance, std::size_t, Attendee>::Iterator begin() const { return {this, 0}; }
  Rows<Attendance, std::size_t, Attendee>::Iterator end() const;

  // Nothing if `person` was not due. Looks through all who were.
  std::optional<Presence> presence_of(PersonId person) const;

  std::size_t count(Presence presence) const;

  // How many count towards a quorum: who was present, and who joined online.
  std::size_t counted_present() const;

 private:
  friend class Records;
  Attendance(const AttendanceColumns& columns, std::uint32_t row) : columns_{&columns}, row_{row} {}

  const AttendanceColumns* columns_ = nullptr;  // none where it was not taken
  std::uint32_t row_ = 0;
};

}  // namespace zhibu
