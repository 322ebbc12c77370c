// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "columns.hpp"
#include "quote.hpp"
#include "zhibu/record/record.hpp"

namespace zhibu {

namespace {

std::string number(PersonId person) { return "number " + std::to_string(person.index); }

// The places of persons in a list, found at once where they are asked for in its order.
class Places {
 public:
  explicit Places(std::span<const PersonId> due) : due_{due} {}

  std::uint32_t operator()(PersonId person) {
    const auto next = due_.begin() + static_cast<std::ptrdiff_t>(next_);
    auto found = std::find(next, due_.end(), person);
    if (found == due_.end()) found = std::find(due_.begin(), next, person);
    if (found == next && *next != person)
      throw std::invalid_argument("an attendee who was not due: " + number(person) +
                                  "; accepted: one of the " + std::to_string(due_.size()) +
                                  " who were");
    const auto place = static_cast<std::size_t>(found - due_.begin());
    next_ = place;
    return static_cast<std::uint32_t>(place);
  }

 private:
  std::span<const PersonId> due_;
  std::size_t next_ = 0;
};

std::vector<Placed> placed(std::span<const PersonId> due, std::span<const Attendee> exceptions) {
  std::vector<Placed> all;
  Places place_of{due};
  for (const Attendee& who : exceptions)
    all.push_back({place_of(who.person), who.presence, who.reason});
  std::ranges::sort(all, {}, &Placed::place);
  const auto twice = std::ranges::adjacent_find(all, {}, &Placed::place);
  if (twice != all.end())
    throw std::invalid_argument("an attendee who is named twice: " + number(due[twice->place]) +
                                "; accepted: each once");
  return all;
}

std::size_t counted(std::size_t due, std::span<const Placed> exceptions) {
  const auto is_missing = [](const Placed& who) {
    return who.presence != Presence::present && who.presence != Presence::online;
  };
  return due - static_cast<std::size_t>(std::ranges::count_if(exceptions, is_missing));
}

void require_same(std::optional<int> of_record, std::size_t of_attendance, std::string_view code,
                  const char* what) {
  if (!of_record || static_cast<std::size_t>(*of_record) == of_attendance) return;
  throw std::invalid_argument("the record " + quote(code) + " says that " +
                              std::to_string(*of_record) + " were " + what +
                              ", and its attendance that " + std::to_string(of_attendance) +
                              " were; accepted: the same, or nothing in the record");
}

}  // namespace

void Records::attend(RecordId record, std::span<const PersonId> due,
                     std::span<const Attendee> exceptions) {
  const Record row = (*this)[record];
  AttendanceColumns& attendance = columns_->attendance;
  if (attendance.of(record))
    throw std::invalid_argument("a second attendance of the record " + quote(row.code) +
                                "; accepted: one");
  if (due.empty())
    throw std::invalid_argument("an attendance of the record " + quote(row.code) +
                                " with nobody due; accepted: one person at least");
  attendance.require_list(due);
  const std::vector<Placed> by_place = placed(due, exceptions);
  require_same(row.due, due.size(), row.code, "due");
  require_same(row.present, counted(due.size(), by_place), row.code, "present");
  attendance.push(record, due, by_place);
}

Attendance Records::attendance(RecordId record) const {
  columns_->require(record);
  const std::optional<std::uint32_t> row = columns_->attendance.of(record);
  return row ? Attendance{columns_->attendance, *row} : Attendance{};
}

}  // namespace zhibu
