// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "zhibu/record/record.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string_view heading =
    "code,unit,activities,held_on,for_period,entered_on,persons,due,present,amount_yuan,voided,"
    "remark,class_hours,voided_on\n";
const std::string_view waiver_heading = "rule,bearer,period,reason,approved_by,approved_on\n";

// Two branches and two persons; X1 is, by mistake, the code of a branch and of a person.
Roster small_roster() {
  Roster roster;
  for (const std::string_view code : {"B01", "B02", "X1"}) {
    Unit unit;
    unit.code = unit.name = code;
    unit.standing = since(Date{2012, 3, 1});
    roster.add(unit);
  }
  for (const std::string_view code : {"P1", "P2", "X1"}) {
    Person person;
    person.code = person.name = code;
    roster.add(person);
  }
  return roster;
}

// A folder whose tables a test writes.
class RecordsFolder : public testing::Test {
 protected:
  RecordsFolder() {
    const testing::TestInfo& test = *testing::UnitTest::GetInstance()->current_test_info();
    std::string name = std::string{"zhibu_records_"} + test.test_suite_name() + test.name();
    std::replace(name.begin(), name.end(), '/', '_');
    folder = std::filesystem::path{testing::TempDir()} / name;
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
  }
  ~RecordsFolder() override { std::filesystem::remove_all(folder); }

  void write(std::string_view table, std::string_view text) const {
    std::ofstream{folder / table, std::ios::binary} << text;
  }

  Records load() const { return Records::load(folder, roster); }

  // What the folder is refused for, without its name.
  std::string fault() const {
    try {
      load();
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
  Roster roster = small_roster();
};

TEST_F(RecordsFolder, EveryColumnIsRead) {
  write("records.csv",
        std::string{heading} +
            "R1,B02,themed_party_day;political_birthday,2017-03-10,2016,2017-03-12,P2;P1,28,25,"
            "9999.99,yes,\"重复登记, 作废\",4,2017-03-13\n");
  const Records records = load();
  ASSERT_EQ(records.size(), 1U);
  const Record r = records.record("R1");
  EXPECT_EQ(r.unit, roster.unit("B02").id);
  EXPECT_EQ(r.activities, (Activities{Activity::themed_party_day, Activity::political_birthday}));
  EXPECT_EQ(r.held_on, (Date{2017, 3, 10}));
  EXPECT_EQ(r.for_period, (Period{Date{2016, 1, 1}, Date{2017, 1, 1}}));
  EXPECT_EQ(r.entered_on, (Date{2017, 3, 12}));
  EXPECT_THAT(r.persons, ElementsAre(roster.person("P2").id, roster.person("P1").id));
  EXPECT_EQ(r.due, 28);
  EXPECT_EQ(r.present, 25);
  EXPECT_EQ(r.class_hours, 4);
  EXPECT_EQ(r.amount_fen, 999999);
  EXPECT_TRUE(r.voided);
  EXPECT_EQ(r.voided_on, (Date{2017, 3, 13}));
  EXPECT_EQ(r.remark, "重复登记, 作废");
}

TEST_F(RecordsFolder, FourColumnsAreEnoughInAnyOrderAndInChinese) {
  write("records.csv", "held_on,activities,unit,code\n2017-03-10,党员大会;党课,B01,R1\n");
  const Records records = load();
  const Record r = records.record("R1");
  EXPECT_EQ(r.activities, (Activities{Activity::members_meeting, Activity::party_lecture}));
  EXPECT_EQ(r.for_period, std::nullopt);
  EXPECT_EQ(r.entered_on, std::nullopt);
  EXPECT_THAT(r.persons, IsEmpty());
  EXPECT_EQ(r.due, std::nullopt);
  EXPECT_EQ(r.present, std::nullopt);
  EXPECT_EQ(r.class_hours, std::nullopt);
  EXPECT_EQ(r.amount_fen, 0);
  EXPECT_FALSE(r.voided);
  EXPECT_EQ(r.voided_on, std::nullopt);
  EXPECT_EQ(r.remark, "");
}

TEST_F(RecordsFolder, AFileWithoutRowsHoldsNoRecords) {
  write("records.csv", heading);
  EXPECT_TRUE(load().empty());
}

struct Written {
  std::string_view name;
  std::string_view bytes;
  friend std::ostream& operator<<(std::ostream& out, const Written& w) { return out << w.name; }
};

class RecordsFile : public RecordsFolder, public testing::WithParamInterface<Written> {};

TEST_P(RecordsFile, SaysTheSame) {
  write("records.csv", GetParam().bytes);
  const Records records = load();
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(records.record("R1").remark, "补办");
  EXPECT_EQ(records.record("R2").held_on, (Date{2017, 3, 11}));
}

INSTANTIATE_TEST_SUITE_P(
    HoweverItIsWritten, RecordsFile,
    testing::Values(
        Written{"UTF-8",
                "code,unit,activities,held_on,remark\n"
                "R1,B01,study_day,2017-03-10,补办\nR2,B01,study_day,2017-03-11,\n"},
        Written{"with a byte order mark",
                "\xEF\xBB\xBF"
                "code,unit,activities,held_on,remark\n"
                "R1,B01,study_day,2017-03-10,补办\nR2,B01,study_day,2017-03-11,\n"},
        Written{"with CRLF",
                "code,unit,activities,held_on,remark\r\n"
                "R1,B01,study_day,2017-03-10,补办\r\nR2,B01,study_day,2017-03-11,\r\n"},
        Written{"in GB18030",
                "code,unit,activities,held_on,remark\n"
                "R1,B01,study_day,2017-03-10,\xB2\xB9\xB0\xEC\nR2,B01,study_day,2017-03-11,\n"}));

struct Fault {
  std::string_view row;
  std::string_view message;
  friend std::ostream& operator<<(std::ostream& out, const Fault& f) { return out << f.row; }
};

class RecordFault : public RecordsFolder, public testing::WithParamInterface<Fault> {};

TEST_P(RecordFault, IsNamedWithItsLineAndWhatWouldBeAccepted) {
  write("records.csv", std::string{heading} + "R0,B01,study_day,2017-03-10,,,,,,,,,,\n" +
                           std::string{GetParam().row} + "\n");
  const std::string found = fault();
  EXPECT_THAT(found, testing::StartsWith("records.csv:3: " + std::string{GetParam().message}));
  EXPECT_EQ(std::count(found.begin(), found.end(), '\n'), 0) << "one fault, told once";
}

INSTANTIATE_TEST_SUITE_P(
    All, RecordFault,
    testing::Values(
        Fault{
            "R1,B011,study_day,2017-03-10,,,,,,,,,,",
            "unit: no such unit: 'B011' (did you mean 'B01'?); accepted: the codes of the 3 there "
            "are"},
        Fault{"R1,,study_day,2017-03-10,,,,,,,,,,", "unit: empty, but every row needs one"},
        Fault{"R1,B01,study_dya,2017-03-10,,,,,,,,,,",
              "activities: no such activity: 'study_dya' (did you mean 'study_day'?); accepted: "
              "members_meeting, "},
        Fault{"R1,B01,study_day;,2017-03-10,,,,,,,,,,", "activities: no such activity: ''"},
        Fault{"R1,B01,,2017-03-10,,,,,,,,,,", "activities: empty, but every row needs one"},
        Fault{"R1,B01,study_day,2017-02-29,,,,,,,,,,",
              "held_on: no such day: 2017-02-29; accepted: "},
        Fault{"R1,B01,study_day,10.3.2017,,,,,,,,,,",
              "held_on: not a date: '10.3.2017'; accepted: "},
        Fault{"R1,B01,study_day,,,,,,,,,,,", "held_on: empty, but every row needs one"},
        Fault{"R1,B01,study_day,2017-03-10,2017-Q5,,,,,,,,,",
              "for_period: not a period: '2017-Q5'; accepted: 2017, 2017-H1, 2017-Q1, "},
        Fault{"R1,B01,study_day,2017-03-10,,2017-03-09,,,,,,,,",
              "entered on 2017-03-09, before it was held on 2017-03-10; accepted: "},
        Fault{"R1,B01,study_day,2017-03-10,,,P1;P3,,,,,,,",
              "persons: no such person: 'P3' (did you mean 'P1'?); accepted: the codes of the 3 "
              "there are"},
        Fault{"R1,B01,study_day,2017-03-10,,,P1;,,,,,,,", "persons: no such person: ''"},
        Fault{"R1,B01,study_day,2017-03-10,,,P1;P1,,,,,,,",
              "a record that names one person twice; accepted: each once"},
        Fault{"R1,B01,study_day,2017-03-10,,,,many,,,,,,",
              "due: not a whole number: 'many'; accepted: digits, as 28"},
        Fault{"R1,B01,study_day,2017-03-10,,,,28,29,,,,,",
              "29 were present where 28 were due; accepted: no more present than due"},
        Fault{"R1,B01,branch_funds,2017-03-10,,,,,,10000.005,,,,",
              "amount_yuan: not an amount of yuan: '10000.005'; accepted: digits with at most two "
              "decimals, as 9999.99"},
        Fault{"R1,B01,branch_funds,2017-03-10,,,,,,-1,,,,",
              "amount_yuan: not an amount of yuan: '-1'; accepted: "},
        Fault{"R1,B01,study_day,2017-03-10,,,,,,,maybe,,,",
              "voided: neither yes nor no: 'maybe'; accepted: yes, no, 是, 否"},
        Fault{"R1,B01,study_day,2017-03-10,,,,,,,,,half,",
              "class_hours: not a whole number: 'half'; accepted: digits, as 28"},
        Fault{"R1,B01,study_day,2017-03-10,,,,,,,yes,,,2017-02-29",
              "voided_on: no such day: 2017-02-29; accepted: "},
        Fault{"R1,B01,study_day,2017-03-10,,,,,,,,,,2017-03-11",
              "voided on 2017-03-11, and not voided; accepted: "},
        Fault{"R0,B01,study_day,2017-03-10,,,,,,,,,,",
              "a second record with the code 'R0'; accepted: a code that no other has"},
        Fault{",B01,study_day,2017-03-10,,,,,,,,,,", "a record without a code; accepted: any text"},
        Fault{"R1,B01,study_day,2017-03-10", "4 cells where the heading has 14 columns"}));

TEST_F(RecordsFolder, AColumnThatIsMisspeltOrMissingIsNamed) {
  write("records.csv", "code,unit,activity,held_on\nR1,B01,study_day,2017-03-10\n");
  EXPECT_THAT(fault(), testing::AllOf(testing::HasSubstr("records.csv:1: no such column: "
                                                         "'activity' (did you mean 'activities'?)"),
                                      testing::HasSubstr("records.csv:1: no column 'activities'")));
}

TEST_F(RecordsFolder, AllFaultsOfBothFilesAreToldTogether) {
  write("records.csv", std::string{heading} + "R1,B09,study_day,2017-03-32,,,,,,,,,,\n" +
                           "R2,B01,study_day,2017-03-10,,,,,,,,,,\n" +
                           "R2,B01,study_day,2017-03-11,,,,,,,maybe,,,\n");
  write("waivers.csv",
        std::string{waiver_heading} + "SR-01,B77,2017-03,会场维修,党工委,2017-03-01\n");
  const std::string found = fault();
  EXPECT_EQ(std::count(found.begin(), found.end(), '\n'), 4) << found;
  for (const char* where :
       {"records.csv:2: unit: ", "records.csv:2: held_on: ", "records.csv:4: voided: ",
        "records.csv:4: a second record with the code 'R2'", "waivers.csv:2: bearer: "})
    EXPECT_THAT(found, testing::HasSubstr(where));
}

TEST_F(RecordsFolder, WithoutRecordsAFolderIsRefusedAndWithoutWaiversItIsNot) {
  EXPECT_EQ(fault(), "records.csv: no such file");
  write("records.csv", heading);
  EXPECT_EQ(fault(), "none");
  EXPECT_EQ(load().waiver_count(), 0U);
}

TEST_F(RecordsFolder, AFolderThatThereIsNotIsNamed) {
  try {
    Records::load(folder / "2018", roster);
    FAIL() << "loaded a folder that there is not";
  } catch (const std::invalid_argument& e) {
    EXPECT_EQ(e.what(),
              (folder / "2018").string() + ": no such folder; accepted: a folder with records.csv");
  }
}

TEST_F(RecordsFolder, AFolderInPlaceOfTheFileIsNamed) {
  std::filesystem::create_directory(folder / "records.csv");
  EXPECT_EQ(fault(), "records.csv: a folder; accepted: a file");
}

TEST_F(RecordsFolder, AnEmptyFileIsNamed) {
  write("records.csv", "");
  EXPECT_THAT(fault(), testing::StartsWith("records.csv: empty; accepted: a heading row"));
}

constexpr const char* all_tables =
    "records.csv, waivers.csv, attendance.csv, campaigns.csv, minutes.csv, study_notes.csv, "
    "visits.csv, funds.csv, appropriations.csv, payments.csv, opinions.csv, tasks.csv, "
    "dues_bases.csv and dues_payments.csv";

TEST_F(RecordsFolder, AMisspeltTableOfWaiversIsNotPassedOverInSilence) {
  write("records.csv", heading);
  write("waiver.csv", waiver_heading);
  write("notes.csv", "anything\n");
  EXPECT_EQ(
      fault(),
      std::string{"waiver.csv: no table of records (did you mean 'waivers.csv'?); accepted: "} +
          all_tables);
}

TEST_F(RecordsFolder, AMisspeltTableOfAttendanceIsNotPassedOverInSilence) {
  write("records.csv", heading);
  write("waivers.csv", waiver_heading);
  write("attendances.csv", "record,person,presence,reason\n");
  EXPECT_EQ(
      fault(),
      std::string{
          "attendances.csv: no table of records (did you mean 'attendance.csv'?); accepted: "} +
          all_tables);
}

using WaiversFile = RecordsFolder;

TEST_F(WaiversFile, ABearerIsAUnitOrAPerson) {
  write("records.csv", heading);
  write("waivers.csv", std::string{waiver_heading} +
                           "LIFE-01,B02,2017-07,防汛期间停止集中活动,党工委,2017-07-12\n"
                           "SR-03,P1,2017,住院,党工委,2017-02-01\n");
  const Records records = load();
  ASSERT_EQ(records.waiver_count(), 2U);
  EXPECT_EQ(records.waiver(0).bearer, Bearer{roster.unit("B02").id});
  EXPECT_EQ(records.waiver(0).period, (Period{Date{2017, 7, 1}, Date{2017, 8, 1}}));
  EXPECT_EQ(records.waiver(0).rule, "LIFE-01");
  EXPECT_EQ(records.waiver(0).reason, "防汛期间停止集中活动");
  EXPECT_EQ(records.waiver(0).approved_by, "党工委");
  EXPECT_EQ(records.waiver(0).approved_on, (Date{2017, 7, 12}));
  EXPECT_EQ(records.waiver(1).bearer, Bearer{roster.person("P1").id});
}

class WaiverFault : public RecordsFolder, public testing::WithParamInterface<Fault> {};

TEST_P(WaiverFault, IsNamedWithItsLineAndWhatWouldBeAccepted) {
  write("records.csv", heading);
  write("waivers.csv", std::string{waiver_heading} + std::string{GetParam().row} + "\n");
  const std::string found = fault();
  EXPECT_THAT(found, testing::StartsWith("waivers.csv:2: " + std::string{GetParam().message}));
  EXPECT_EQ(std::count(found.begin(), found.end(), '\n'), 0) << "one fault, told once";
}

INSTANTIATE_TEST_SUITE_P(
    All, WaiverFault,
    testing::Values(
        Fault{
            "SR-01,B011,2017-03,会场维修,党工委,2017-03-01",
            "bearer: no such unit or person: 'B011' (did you mean 'B01'?); accepted: the codes of "
            "the 6 there are"},
        Fault{"SR-01,X1,2017-03,会场维修,党工委,2017-03-01",
              "bearer: 'X1' is a unit and a person; accepted: a code of only one thing"},
        Fault{"SR-01,,2017-03,会场维修,党工委,2017-03-01", "bearer: empty, but every row needs"},
        Fault{",B01,2017-03,会场维修,党工委,2017-03-01", "rule: empty, but every row needs one"},
        Fault{"SR-01,B01,,会场维修,党工委,2017-03-01", "period: empty, but every row needs one"},
        Fault{"SR-01,B01,March,会场维修,党工委,2017-03-01",
              "period: not a period: 'March'; accepted: 2017, "},
        Fault{"SR-01,B01,2017-03,,党工委,2017-03-01", "reason: empty, but every row needs one"},
        Fault{"SR-01,B01,2017-03,会场维修,,2017-03-01",
              "approved_by: empty, but every row needs one"},
        Fault{"SR-01,B01,2017-03,会场维修,党工委,", "approved_on: empty, but every row needs one"},
        Fault{"SR-01,B01,2017-03,会场维修,党工委,2017-02-29",
              "approved_on: no such day: 2017-02-29; accepted: "}));

TEST(CountyRecords, EveryLineOfTheExampleBecomesARecordOrAWaiver) {
  const std::filesystem::path county = std::filesystem::path{ZHIBU_REPO} / "examples" / "yongshun";
  const auto rows = [&](const char* table) {
    std::ifstream file(county / "2017" / table);
    std::size_t n = 0;
    for (std::string line; std::getline(file, line);) n += !line.empty() && line[0] != '#';
    return n - 1;
  };
  const Records records = Records::load(county / "2017", Roster::load(county));
  EXPECT_EQ(records.size(), rows("records.csv"));
  EXPECT_EQ(records.waiver_count(), rows("waivers.csv"));
}

}  // namespace
}  // namespace zhibu
