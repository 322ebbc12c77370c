// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>
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

const std::string heading = "record,person,presence,reason\n";

UnitId add_unit(Roster& roster, std::string_view code, UnitKind kind, bool temporary = false) {
  Unit unit;
  unit.code = unit.name = code;
  unit.kind = kind;
  unit.standing = since(Date{2012, 3, 1});
  unit.temporary = temporary;
  return roster.add(unit);
}

void join(Roster& roster, std::string_view person, UnitId unit, MembershipKind kind,
          Period period = since(Date{2014, 1, 1})) {
  Membership membership;
  membership.person = roster.person(person).id;
  membership.unit = unit;
  membership.kind = kind;
  membership.period = period;
  roster.add(membership);
}

void appoint(Roster& roster, std::string_view code, UnitId unit, std::string_view person) {
  Post post;
  post.code = code;
  post.unit = unit;
  Appointment appointment;
  appointment.post = roster.add(post);
  appointment.person = roster.person(person).id;
  appointment.period = since(Date{2014, 1, 1});
  roster.add(appointment);
}

// A branch of P1, P2 and P3, of whom P3 leaves on 11 March 2017 and P2 and P1 are its committee;
// its group of P2; and a temporary branch of P4, who is at home elsewhere. P5 is cared for.
Roster a_branch() {
  Roster roster;
  for (const std::string_view code : {"P1", "P2", "P3", "P4", "P5"}) {
    Person person;
    person.code = person.name = code;
    roster.add(person);
  }
  const UnitId branch = add_unit(roster, "B01", UnitKind::branch);
  const Period until_march{Date{2014, 1, 1}, Date{2017, 3, 11}};
  join(roster, "P1", branch, MembershipKind::home);
  join(roster, "P2", branch, MembershipKind::home);
  join(roster, "P3", branch, MembershipKind::home, until_march);
  join(roster, "P5", branch, MembershipKind::care);
  join(roster, "P2", add_unit(roster, "G1", UnitKind::group), MembershipKind::activity);
  join(roster, "P4", add_unit(roster, "T1", UnitKind::branch, true), MembershipKind::activity);
  appoint(roster, "B01-V", branch, "P2");
  appoint(roster, "B01-O", branch, "P2");
  appoint(roster, "B01-S", branch, "P1");
  return roster;
}

// A folder with the records of that branch, and the attendances that a test writes.
class AttendanceFile : public testing::Test {
 protected:
  AttendanceFile() {
    const testing::TestInfo& test = *testing::UnitTest::GetInstance()->current_test_info();
    std::string name = std::string{"zhibu_attendance_"} + test.test_suite_name() + test.name();
    std::replace(name.begin(), name.end(), '/', '_');
    folder = std::filesystem::path{testing::TempDir()} / name;
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    write("records.csv",
          "code,unit,activities,held_on,due,present\n"
          "R1,B01,members_meeting,2017-03-10,,\n"
          "R2,B01,members_meeting,2017-03-11,,\n"
          "R3,B01,committee_meeting,2017-03-10,,\n"
          "R4,G1,group_meeting,2017-03-10,,\n"
          "R5,T1,study_day,2017-03-10,,\n"
          "R6,B01,committee_meeting;members_meeting,2017-03-10,,\n"
          "R7,B01,members_meeting,2017-03-10,3,2\n"
          "R8,B01,study_day,2011-03-10,,\n");
  }
  ~AttendanceFile() override { std::filesystem::remove_all(folder); }

  void write(std::string_view table, std::string_view text) const {
    std::ofstream{folder / table, std::ios::binary} << text;
  }

  // Who was due at a record of which the file has these rows, by code, and how they were present.
  std::vector<std::pair<std::string, Presence>> who(std::string_view record,
                                                    std::string_view rows) const {
    write("attendance.csv", heading + std::string{rows});
    const Records records = Records::load(folder, roster);
    std::vector<std::pair<std::string, Presence>> found;
    for (const Attendee& one : records.attendance(records.record(record).id))
      found.emplace_back(roster[one.person].code, one.presence);
    return found;
  }

  // What the folder is refused for, without its name.
  std::string fault() const {
    try {
      Records::load(folder, roster);
      return "none";
    } catch (const std::invalid_argument& e) {
      std::string message = e.what();
      const std::string prefix = folder.string() + "/";
      for (std::size_t at = 0; (at = message.find(prefix, at)) != std::string::npos;)
        message.erase(at, prefix.size());
      return message;
    }
  }

  std::filesystem::path folder;
  const Roster roster = a_branch();
};

const std::pair<std::string, Presence> p1{"P1", Presence::present};
const std::pair<std::string, Presence> p2{"P2", Presence::present};
const std::pair<std::string, Presence> p3{"P3", Presence::present};
const std::pair<std::string, Presence> p4{"P4", Presence::present};

TEST_F(AttendanceFile, ARowWithoutAPersonSaysThatAllWerePresent) {
  EXPECT_THAT(who("R1", "R1,,,\n"), ElementsAre(p1, p2, p3));
}

TEST_F(AttendanceFile, ARecordWithoutARowHasNoAttendance) {
  EXPECT_THAT(who("R2", "R1,,,\n"), ElementsAre());
}

TEST_F(AttendanceFile, WhoeverIsNotNamedWasPresent) {
  EXPECT_THAT(who("R1", "R1,P2,excused,出差\n"),
              ElementsAre(p1, std::pair{"P2", Presence::excused}, p3));
  const Records records = Records::load(folder, roster);
  EXPECT_EQ(records.attendance(records.record("R1").id)[1].reason, "出差");
}

TEST_F(AttendanceFile, APresenceMayBeWrittenInChinese) {
  EXPECT_THAT(who("R1", "R1,P2,送学上门,\n"),
              ElementsAre(p1, std::pair{"P2", Presence::served_at_home}, p3));
}

TEST_F(AttendanceFile, DueAreTheHomeMembersOfThatDay) {
  EXPECT_THAT(who("R2", "R2,,,\n"), ElementsAre(p1, p2));
}

TEST_F(AttendanceFile, DueAtACommitteeMeetingIsWhoeverHoldsAPostOnce) {
  EXPECT_THAT(who("R3", "R3,,,\n"), ElementsAre(p2, p1));
}

TEST_F(AttendanceFile, DueAtACommitteeMeetingThatWasAMembersMeetingTooAreTheMembers) {
  EXPECT_THAT(who("R6", "R6,,,\n"), ElementsAre(p1, p2, p3));
}

TEST_F(AttendanceFile, DueInAGroupAndInATemporaryBranchIsWhoTakesPart) {
  EXPECT_THAT(who("R4", "R4,,,\n"), ElementsAre(p2));
  EXPECT_THAT(who("R5", "R5,,,\n"), ElementsAre(p4));
}

TEST_F(AttendanceFile, WhoeverIsNamedWasDueToo) {
  EXPECT_THAT(who("R3", "R3,P5,present,列席\n"),
              ElementsAre(p2, p1, std::pair{"P5", Presence::present}));
}

TEST_F(AttendanceFile, TheRowsOfARecordNeedNotStandTogether) {
  EXPECT_THAT(
      who("R1", "R1,P1,absent,\nR2,,,\nR1,P3,online,\n"),
      ElementsAre(std::pair{"P1", Presence::absent}, p2, std::pair{"P3", Presence::online}));
}

struct Fault {
  std::string_view rows;
  std::string_view message;
  friend std::ostream& operator<<(std::ostream& out, const Fault& f) { return out << f.rows; }
};

class AttendanceFault : public AttendanceFile, public testing::WithParamInterface<Fault> {};

TEST_P(AttendanceFault, IsNamedWithItsLineAndWhatWouldBeAccepted) {
  write("attendance.csv", heading + std::string{GetParam().rows} + "\n");
  const std::string found = fault();
  EXPECT_THAT(found, testing::StartsWith("attendance.csv:" + std::string{GetParam().message}));
  EXPECT_EQ(std::count(found.begin(), found.end(), '\n'), 0) << "one fault, told once";
}

INSTANTIATE_TEST_SUITE_P(
    All, AttendanceFault,
    testing::Values(
        Fault{"R11,,,",
              "2: record: no such record: 'R11' (did you mean 'R1'?); accepted: the codes of the 8 "
              "there are"},
        Fault{",P1,absent,", "2: record: empty, but every row needs one"},
        Fault{"R1,P9,absent,", "2: person: no such person: 'P9' (did you mean 'P1'?); accepted: "},
        Fault{"R1,P1,abroad,",
              "2: presence: no such presence: 'abroad'; accepted: present, online, served_at_home, "
              "excused, absent"},
        Fault{"R1,P1,,", "2: presence: empty, but every row needs one"},
        Fault{"R1,,absent,",
              "2: person: empty beside a presence or a reason; accepted: the code of a person"},
        Fault{"R1,,,出差",
              "2: person: empty beside a presence or a reason; accepted: the code of a person"},
        Fault{"R1,P1,absent,\nR2,,,\nR1,P1,excused,",
              "4: 'P1' a second time for the record 'R1'; accepted: each person once"},
        Fault{"R1,,,\nR1,P1,excused,",
              "3: all were present at 'R1' by one row, and there is another; accepted: either a "
              "row without a person, or rows that name persons"},
        Fault{"R1,P1,excused,\nR1,,,", "3: all were present at 'R1' by one row, and there is"},
        Fault{"R1,,,\nR1,,,", "3: all were present at 'R1' by one row, and there is another; "},
        Fault{"R7,,,",
              "2: the record 'R7' says that 2 were present, and its attendance that 3 were; "
              "accepted: the same, or nothing in the record"},
        Fault{"R7,P5,absent,",
              "2: the record 'R7' says that 3 were due, and its attendance that 4 were; accepted: "
              "the same, or nothing in the record"},
        Fault{"R8,,,",
              "2: an attendance of the record 'R8' with nobody due; accepted: one person at least"},
        Fault{"R1,P1,absent", "2: 3 cells where the heading has 4 columns"}));

TEST_F(AttendanceFile, AsManyPresentAsTheRecordSaysAreAccepted) {
  EXPECT_THAT(who("R7", "R7,P1,served_at_home,\n"),
              ElementsAre(std::pair{"P1", Presence::served_at_home}, p2, p3));
}

TEST_F(AttendanceFile, TheFaultsOfAllFilesAreToldTogetherAndThoseOfOneRecordOnce) {
  write("records.csv",
        "code,unit,activities,held_on\n"
        "R1,B01,members_meeting,2017-02-29\n"
        "R2,B01,members_meeting,2017-03-11\n");
  write("waivers.csv",
        "rule,bearer,period,reason,approved_by,approved_on\n"
        "SR-01,B77,2017-03,会场维修,党工委,2017-03-01\n");
  write("attendance.csv", heading + "R1,P1,absent,\nR2,P8,absent,\nR3,,,\n");
  const std::string found = fault();
  EXPECT_EQ(std::count(found.begin(), found.end(), '\n'), 3) << found;
  for (const char* where : {"records.csv:2: held_on: ", "waivers.csv:2: bearer: ",
                            "attendance.csv:3: person: ", "attendance.csv:4: record: "})
    EXPECT_THAT(found, testing::HasSubstr(where));
}

TEST_F(AttendanceFile, AMisspeltColumnOfTheRecordsIsTheOnlyFaultThatIsTold) {
  write("records.csv", "code,unit,activity,held_on\nR1,B01,members_meeting,2017-03-10\n");
  write("attendance.csv", heading + "R1,,,\n");
  EXPECT_THAT(fault(), testing::Not(testing::HasSubstr("attendance.csv")));
}

}  // namespace
}  // namespace zhibu
