// SPDX-License-Identifier: BSL-1.0
//
// What is kept of attendances, beside a plain map of each.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "zhibu/record/record.hpp"

namespace zhibu {
namespace {

Record a_record(std::string_view code) {
  Record record;
  record.code = code;
  record.activities = Activity::members_meeting;
  record.held_on = Date{2017, 3, 10};
  return record;
}

std::vector<PersonId> any_persons() {
  const auto numbers = *rc::gen::unique<std::vector<std::uint32_t>>(
      *rc::gen::inRange<std::size_t>(1, 70), rc::gen::inRange<std::uint32_t>(0, 200));
  std::vector<PersonId> found;
  for (const std::uint32_t number : numbers) found.push_back(PersonId{number});
  return found;
}

std::vector<Attendee> any_exceptions(std::span<const PersonId> due) {
  static constexpr std::string_view reasons[] = {"", "出差", "探亲"};
  std::vector<Attendee> exceptions;
  for (const PersonId person : due)
    if (*rc::gen::inRange(0, 3) == 0)
      exceptions.push_back({person, static_cast<Presence>(*rc::gen::inRange(0, 5)),
                            reasons[*rc::gen::inRange<std::size_t>(0, 3)]});
  for (std::size_t n = exceptions.size(); n > 1; --n)
    std::swap(exceptions[n - 1], exceptions[*rc::gen::inRange<std::size_t>(0, n)]);
  return exceptions;
}

using Said = std::pair<Presence, std::string>;

std::map<PersonId, Said> plainly(std::span<const PersonId> due,
                                 std::span<const Attendee> exceptions) {
  std::map<PersonId, Said> said;
  for (const PersonId person : due) said[person] = {Presence::present, ""};
  for (const Attendee& who : exceptions) said[who.person] = {who.presence, std::string{who.reason}};
  return said;
}

void require_same(const Attendance& who, std::span<const PersonId> due,
                  const std::map<PersonId, Said>& said) {
  RC_ASSERT(who.size() == due.size());
  for (std::size_t place = 0; place < due.size(); ++place) {
    const Attendee one = who[place];
    RC_ASSERT(one.person == due[place]);
    RC_ASSERT((Said{one.presence, one.reason}) == said.at(one.person));
    RC_ASSERT(who.presence_of(one.person) == one.presence);
  }
  std::size_t sum = 0;
  for (const Name<Presence>& name : names<Presence>()) {
    const auto is_so = [&](const auto& entry) { return entry.second.first == name.value; };
    RC_ASSERT(who.count(name.value) ==
              static_cast<std::size_t>(std::ranges::count_if(said, is_so)));
    sum += who.count(name.value);
  }
  RC_ASSERT(sum == who.size());
}

RC_GTEST_PROP(AttendanceProperty, EveryAttendanceIsReadBackAsAPlainMapHasIt, ()) {
  Records records;
  std::vector<std::vector<PersonId>> lists;
  std::vector<std::map<PersonId, Said>> plain;
  for (int n = *rc::gen::inRange(1, 8); n > 0; --n) {
    const bool as_before = !lists.empty() && *rc::gen::arbitrary<bool>();
    lists.push_back(as_before ? lists.front() : any_persons());
    const std::vector<Attendee> exceptions = any_exceptions(lists.back());
    const std::string code = "R" + std::to_string(lists.size());
    records.attend(records.add(a_record(code)), lists.back(), exceptions);
    plain.push_back(plainly(lists.back(), exceptions));
  }
  for (const Record& record : records)
    require_same(records.attendance(record.id), lists[record.id.index], plain[record.id.index]);
}

}  // namespace
}  // namespace zhibu
