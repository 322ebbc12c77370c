// SPDX-License-Identifier: BSL-1.0

#include "zhibu/record/attendance.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "zhibu/record/record.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;

std::vector<PersonId> persons(std::uint32_t count, std::uint32_t first = 0) {
  std::vector<PersonId> found;
  for (std::uint32_t i = 0; i < count; ++i) found.push_back(PersonId{first + i});
  return found;
}

Record a_record(std::string_view code) {
  Record record;
  record.code = code;
  record.activities = Activity::members_meeting;
  record.held_on = Date{2017, 3, 10};
  return record;
}

// One record with an attendance.
struct Meeting {
  Records records;
  RecordId id = records.add(a_record("R1"));

  Meeting(std::span<const PersonId> due, std::vector<Attendee> exceptions) {
    records.attend(id, due, exceptions);
  }
  Attendance who() const { return records.attendance(id); }
};

std::vector<Presence> presences(const Attendance& who) {
  std::vector<Presence> found;
  for (const Attendee& one : who) found.push_back(one.presence);
  return found;
}

TEST(Attendance, WhoeverIsNoExceptionWasPresent) {
  const Meeting meeting{persons(3), {{PersonId{1}, Presence::excused, "出差"}}};
  EXPECT_THAT(presences(meeting.who()),
              ElementsAre(Presence::present, Presence::excused, Presence::present));
  EXPECT_EQ(meeting.who()[1].reason, "出差");
  EXPECT_EQ(meeting.who()[0].reason, "");
}

TEST(Attendance, TheOrderIsThatOfThoseDueAndNotThatOfTheExceptions) {
  const std::vector<PersonId> due{PersonId{9}, PersonId{4}, PersonId{7}};
  const Meeting meeting{due, {{PersonId{7}, Presence::absent}, {PersonId{9}, Presence::online}}};
  std::vector<PersonId> found;
  for (const Attendee& one : meeting.who()) found.push_back(one.person);
  EXPECT_THAT(found, ElementsAreArray(due));
  EXPECT_THAT(presences(meeting.who()),
              ElementsAre(Presence::online, Presence::present, Presence::absent));
}

TEST(Attendance, WhoJoinedOnlineCountsTowardsAQuorumAndWhoWasServedAtHomeDoesNot) {
  const Meeting online{persons(4), {{PersonId{0}, Presence::online}}};
  const Meeting at_home{persons(4), {{PersonId{0}, Presence::served_at_home}}};
  EXPECT_EQ(online.who().counted_present(), 4U);
  EXPECT_EQ(at_home.who().counted_present(), 3U);
}

TEST(Attendance, NoReasonIsMadeUpForWhoGaveNone) {
  const Meeting meeting{
      persons(2), {{PersonId{0}, Presence::excused}, {PersonId{1}, Presence::absent, "未请假"}}};
  EXPECT_EQ(meeting.who()[0].reason, "");
  EXPECT_EQ(meeting.who()[1].reason, "未请假");
}

TEST(Attendance, WhoWasPresentMayHaveAReasonToBeNamedOrNone) {
  const Meeting meeting{
      persons(3), {{PersonId{0}, Presence::present, "迟到"}, {PersonId{1}, Presence::present}}};
  EXPECT_EQ(meeting.who().count(Presence::present), 3U);
  EXPECT_EQ(meeting.who()[0].reason, "迟到");
  EXPECT_EQ(meeting.who()[1].reason, "");
}

TEST(Attendance, OfAPersonWhoWasNotDueNothingIsSaid) {
  const Meeting meeting{persons(3), {{PersonId{2}, Presence::absent}}};
  EXPECT_EQ(meeting.who().presence_of(PersonId{1}), Presence::present);
  EXPECT_EQ(meeting.who().presence_of(PersonId{2}), Presence::absent);
  EXPECT_EQ(meeting.who().presence_of(PersonId{3}), std::nullopt);
}

TEST(Attendance, TheLastPlaceIsFoundAndTheNextIsRefused) {
  const Meeting meeting{persons(32), {}};
  EXPECT_EQ(meeting.who()[31].person, PersonId{31});
  try {
    meeting.who()[32];
    FAIL() << "found a place that is not there";
  } catch (const std::invalid_argument& e) {
    EXPECT_STREQ(e.what(), "no such place among those due: 32; accepted: fewer than 32");
  }
}

TEST(Attendance, WhereNoneWasTakenThereIsNobody) {
  Records records;
  const RecordId id = records.add(a_record("R1"));
  EXPECT_TRUE(records.attendance(id).empty());
  EXPECT_EQ(records.attendance(id).counted_present(), 0U);
  EXPECT_EQ(records.attendance(id).presence_of(PersonId{0}), std::nullopt);
  EXPECT_THROW(records.attendance(RecordId{1}), std::invalid_argument);
}

TEST(Attendance, IsOfItsOwnRecordInWhateverOrderTheyAreTaken) {
  Records records;
  for (const std::string_view code : {"R0", "R1", "R2"}) records.add(a_record(code));
  records.attend(RecordId{2}, persons(2), {});
  records.attend(RecordId{0}, persons(5), {});
  EXPECT_EQ(records.attendance(RecordId{0}).size(), 5U);
  EXPECT_EQ(records.attendance(RecordId{1}).size(), 0U);
  EXPECT_EQ(records.attendance(RecordId{2}).size(), 2U);
}

TEST(Attendance, OutlivesWhatIsAddedLaterAndAMoveAndIsCopiedWithTheRecords) {
  Meeting meeting{persons(40), {{PersonId{39}, Presence::excused, "探亲"}}};
  const Attendance first = meeting.who();
  for (std::uint32_t i = 0; i < 500; ++i) {
    const std::string code = "more" + std::to_string(i);
    meeting.records.attend(meeting.records.add(a_record(code)), persons(30, i), {});
  }
  const Records copy = meeting.records;
  const Records moved = std::move(meeting.records);
  EXPECT_EQ(first.size(), 40U);
  EXPECT_EQ(first[39].reason, "探亲");
  EXPECT_EQ(copy.attendance(RecordId{0})[39].reason, "探亲");
  EXPECT_NE(copy.attendance(RecordId{0})[39].reason.data(), first[39].reason.data());
}

TEST(RecordsAttended, ARecordThatDoesNotSayHowManyCameSaysItByItsAttendance) {
  const Meeting meeting{persons(28),
                        {{PersonId{3}, Presence::online},
                         {PersonId{4}, Presence::served_at_home},
                         {PersonId{5}, Presence::absent}}};
  EXPECT_EQ(meeting.records[meeting.id].due, 28);
  EXPECT_EQ(meeting.records[meeting.id].present, 26);
  EXPECT_EQ(meeting.records.record("R1").present, 26);
}

TEST(RecordsAttended, WithoutAnAttendanceARecordDoesNotSayHowManyCame) {
  Records records;
  records.add(a_record("R1"));
  EXPECT_EQ(records[RecordId{0}].due, std::nullopt);
  EXPECT_EQ(records[RecordId{0}].present, std::nullopt);
}

struct Refused {
  std::string_view name;
  void (*take)(Records&);
  std::string_view message;
  friend std::ostream& operator<<(std::ostream& out, const Refused& r) { return out << r.name; }
};

class RefusedAttendance : public testing::TestWithParam<Refused> {};

TEST_P(RefusedAttendance, IsNamedForWhatItIsAndChangesNothing) {
  Records records;
  Record counted = a_record("R1");
  counted.due = 28;
  counted.present = 25;
  records.add(counted);
  records.add(a_record("R2"));
  try {
    GetParam().take(records);
    FAIL() << "took it";
  } catch (const std::invalid_argument& e) {
    EXPECT_EQ(e.what(), GetParam().message);
  }
  for (const Record& record : records) EXPECT_TRUE(records.attendance(record.id).empty());
}

const RecordId first{0};
const RecordId second{1};
const std::vector<Attendee> three_absent{{PersonId{0}, Presence::absent},
                                         {PersonId{1}, Presence::absent},
                                         {PersonId{2}, Presence::absent}};

INSTANTIATE_TEST_SUITE_P(
    All, RefusedAttendance,
    testing::Values(
        Refused{"no record", [](Records& r) { r.attend(RecordId{2}, persons(3), {}); },
                "no such record: number 2; accepted: fewer than 2"},
        Refused{"nobody due", [](Records& r) { r.attend(second, {}, {}); },
                "an attendance of the record 'R2' with nobody due; accepted: one person at least"},
        Refused{"due twice",
                [](Records& r) {
                  r.attend(second, std::vector{PersonId{7}, PersonId{2}, PersonId{7}}, {});
                },
                "a person who is due twice: number 7; accepted: each once"},
        Refused{"named twice",
                [](Records& r) {
                  r.attend(second, persons(3),
                           std::vector<Attendee>{{PersonId{2}, Presence::absent},
                                                 {PersonId{0}, Presence::absent},
                                                 {PersonId{2}, Presence::excused}});
                },
                "an attendee who is named twice: number 2; accepted: each once"},
        Refused{"not due",
                [](Records& r) {
                  r.attend(second, persons(3),
                           std::vector<Attendee>{{PersonId{1}, Presence::absent},
                                                 {PersonId{3}, Presence::absent}});
                },
                "an attendee who was not due: number 3; accepted: one of the 3 who were"},
        Refused{"too long a reason",
                [](Records& r) {
                  const std::string endless(40000, 'x');
                  r.attend(second, persons(3),
                           std::vector<Attendee>{{PersonId{1}, Presence::absent, endless}});
                },
                "a text of 40000 bytes; accepted: at most 32000"},
        Refused{"one fewer due", [](Records& r) { r.attend(first, persons(27), three_absent); },
                "the record 'R1' says that 28 were due, and its attendance that 27 were; accepted: "
                "the same, or nothing in the record"},
        Refused{
            "one more present",
            [](Records& r) { r.attend(first, persons(28), std::span{three_absent}.subspan(1)); },
            "the record 'R1' says that 25 were present, and its attendance that 26 were; "
            "accepted: the same, or nothing in the record"}));

TEST(RecordsAttended, ARecordAgreesWithAnAttendanceOfAsManyAsItSays) {
  Records records;
  Record counted = a_record("R1");
  counted.due = 28;
  counted.present = 25;
  records.add(counted);
  records.attend(first, persons(28), three_absent);
  EXPECT_EQ(records.attendance(first).counted_present(), 25U);
}

TEST(RecordsAttended, ASecondAttendanceOfOneRecordIsRefused) {
  Meeting meeting{persons(3), {}};
  EXPECT_THROW(meeting.records.attend(meeting.id, persons(4), {}), std::invalid_argument);
  EXPECT_EQ(meeting.who().size(), 3U);
}

}  // namespace
}  // namespace zhibu
