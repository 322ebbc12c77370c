// SPDX-License-Identifier: BSL-1.0
//
// What is wrong with the tables beside the records: every fault with its file and line, all of them
// at once, and nothing that only comes of another.

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

using testing::HasSubstr;
using testing::Not;

Roster small_roster() {
  Roster roster;
  Unit unit{};
  unit.code = unit.name = "B1";
  unit.standing = since(Date{2012, 3, 1});
  const UnitId branch = roster.add(unit);
  for (const std::string_view code : {"P1", "P2", "LATE"}) {
    Person person{};
    person.code = person.name = code;
    const PersonId id = roster.add(person);
    const Date from = code == "LATE" ? Date{2017, 6, 1} : Date{2012, 3, 1};
    roster.add(Membership{id, branch, MembershipKind::home, since(from)});
  }
  roster.add(Cluster{{}, "PZ1", "第一片组", branch, branch, since(Date{2012, 3, 1})});
  roster.add(Workplace{{}, "W1", "县关工委"});
  return roster;
}

// A table, its heading, and a row of it that is right.
struct KeptTable {
  std::string_view name;
  std::string_view heading;
  std::string_view row;
};

constexpr KeptTable tables[] = {
    {"records", "code,unit,activities,held_on,persons,amount_yuan",
     "R1,B1,study_day,2017-03-10,P1,500.00"},
    {"campaigns", "code,name,from,to", "C1,主题,2017-01-01,2017-12-31"},
    {"minutes", "record,topic,form,campaign,beneficiaries", "R1,议题,group_study,C1,5"},
    {"study_notes", "record,person,note", "R1,P1,yes"},
    {"visits", "record,person,kind,survivor,reason", "R1,P1,birthday,,重病"},
    {"funds", "code,name,purpose,unit,workplace,from,to",
     "F1,资金,帮扶资金,B1,,2017-01-01,2017-12-31"},
    {"appropriations", "code,fund,on,amount_yuan,record", "A1,F1,2017-01-05,100.00,"},
    {"payments", "code,fund,on,amount_yuan,payee,survivor,reason,record",
     "Y1,F1,2017-03-10,500.00,P1,,重病,R1"},
    {"opinions", "code,kind,unit,person,record,text,collected_on,reported_on,answered_on",
     "O1,opinion,B1,P1,R1,建议,2017-03-10,2017-03-11,2017-03-12"},
    {"tasks", "code,cluster,unit,text,passed_on,due_on,done_on,record",
     "T1,PZ1,B1,任务,2017-03-10,2017-04-01,2017-03-20,R1"},
    {"dues_bases", "person,monthly_yuan,from,to", "P1,3000.00,2017-01-01,2017-12-31"},
    {"dues_payments", "person,from,to,paid_on,amount_yuan",
     "P1,2017-01-01,2017-03-31,2017-04-01,45.00"},
};

// A folder in which every table has a row that is right.
class KeptFolder : public testing::Test {
 protected:
  KeptFolder() {
    std::string name =
        std::string{"zhibu_kept_"} + testing::UnitTest::GetInstance()->current_test_info()->name();
    for (char& c : name)
      if (c == '/') c = '_';
    folder = std::filesystem::path{testing::TempDir()} / name;
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    for (const KeptTable& table : tables) write(table.name);
  }
  ~KeptFolder() override { std::filesystem::remove_all(folder); }

  // The table with its right row on line 2, and these behind it.
  void write(std::string_view name, std::string_view more = "") const {
    for (const KeptTable& table : tables)
      if (table.name == name)
        std::ofstream{folder / (std::string{name} + ".csv"), std::ios::binary} << table.heading
                                                                               << '\n'
                                                                               << table.row << '\n'
                                                                               << more;
  }
  void write_as(std::string_view file, std::string_view text) const {
    std::ofstream{folder / file, std::ios::binary} << text;
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
  Roster roster = small_roster();
};

TEST_F(KeptFolder, WithoutFaultIsReadWhole) {
  const Records held = Records::load(folder, roster);
  EXPECT_EQ(held.all<Minutes>().size(), 1u);
  EXPECT_EQ(held.all<StudyNote>().size(), 1u);
  EXPECT_EQ(held.all<Visit>().size(), 1u);
  EXPECT_EQ(held.all<Fund>().size(), 1u);
  EXPECT_EQ(held.all<Appropriation>().size(), 1u);
  EXPECT_EQ(held.all<Payment>().size(), 1u);
  EXPECT_EQ(held.all<Opinion>().size(), 1u);
  EXPECT_EQ(held.all<Task>().size(), 1u);
  EXPECT_EQ(held.all<DuesBase>().size(), 1u);
  EXPECT_EQ(held.all<DuesPayment>().size(), 1u);
}

// A row that is wrong, and what is said of it, which is one fault.
struct BadRow {
  std::string_view what;  // as the test is named
  std::string_view table;
  std::string_view row;
  std::string_view found;  // of its line
  friend void PrintTo(const BadRow& bad, std::ostream* out) { *out << bad.what; }
};

class ABadRow : public KeptFolder, public testing::WithParamInterface<BadRow> {};

TEST_P(ABadRow, IsOneFaultWithItsFileAndLine) {
  const BadRow& bad = GetParam();
  write(bad.table, std::string{bad.row} + "\n");
  const std::string found = fault();
  const std::string where = std::string{bad.table} + ".csv:3: ";
  EXPECT_EQ(found.substr(0, where.size()), where) << found;
  EXPECT_THAT(found, HasSubstr(std::string{bad.found}));
  EXPECT_THAT(found, Not(HasSubstr("\n"))) << "one fault, and nothing that comes of it";
  EXPECT_THAT(found, Not(HasSubstr("重病")));
}

constexpr BadRow bad_rows[] = {
    {"ACampaignWithoutCode", "campaigns", ",主题,2017-01-01,", "a campaign without a code"},
    {"ACampaignTwice", "campaigns", "C1,主题,2017-01-01,", "a second campaign with the code 'C1'"},
    {"ACampaignWithoutName", "campaigns", "C2,,2017-01-01,", "name: empty"},
    {"ACampaignThatEndsBeforeItBegins", "campaigns", "C2,主题,2017-02-01,2017-01-01",
     "ends before it begins"},
    {"ACampaignOnNoDay", "campaigns", "C2,主题,2017-02-30,", "from: "},

    {"MinutesOfNoRecord", "minutes", "R9,议题,,,", "record: no such record: 'R9'"},
    {"MinutesTwice", "minutes", "R1,议题,,,", "a second minutes of one record"},
    {"MinutesOfNoForm", "minutes", "R1,议题,group_studdy,,", "did you mean 'group_study'"},
    {"MinutesOfNoCampaign", "minutes", "R1,议题,,C9,", "campaign: no such campaign: 'C9'"},
    {"MinutesOfNegativeNumbers", "minutes", "R1,议题,,,-3", "-3 beneficiaries"},

    {"ANoteOfNobody", "study_notes", "R1,P9,yes", "person: no such person: 'P9'"},
    {"ANoteOfNoRecord", "study_notes", "R9,P1,yes", "record: no such record: 'R9'"},
    {"ANoteTwice", "study_notes", "R1,P1,yes", "a second note of a person for one record"},
    {"ANoteOfNothing", "study_notes", "R1,P2,no", "without note, reflection and insight"},
    {"ANoteOutsideAMembership", "study_notes", "R1,LATE,yes",
     "'LATE' belongs to no unit on 2017-03-10"},
    {"ANoteThatIsNeitherYesNorNo", "study_notes", "R1,P2,maybe", "note: "},

    {"AVisitToNobody", "visits", "R1,P9,hospital,,重病", "person: no such person: 'P9'"},
    {"AVisitTwice", "visits", "R1,P1,hospital,,重病", "a second visit to a person"},
    {"AVisitOfNoKind", "visits", "R1,P2,hospitl,,重病", "did you mean 'hospital'"},
    {"AVisitOutsideAMembership", "visits", "R1,LATE,hospital,,重病",
     "'LATE' belongs to no unit on 2017-03-10"},
    {"AVisitToSurvivorsWhoAreNotNamed", "visits", "R1,P2,survivor,,重病",
     "does not say who they are"},
    {"AVisitToSurvivorsOfAnotherKind", "visits", "R1,P2,hospital,配偶,重病",
     "at a visit of another kind"},

    {"AFundTwice", "funds", "F1,资金,帮扶资金,,,2017-01-01,", "a second fund with the code 'F1'"},
    {"AFundOfNoUnit", "funds", "F2,资金,帮扶资金,B9,,2017-01-01,", "unit: no such unit: 'B9'"},
    {"AFundOfNoWorkplace", "funds", "F2,资金,帮扶资金,,W9,2017-01-01,",
     "workplace: no such workplace: 'W9'"},
    {"AFundOfTwo", "funds", "F2,资金,帮扶资金,B1,W1,2017-01-01,",
     "a fund of a unit and of a workplace"},
    {"AFundWithoutPurpose", "funds", "F2,资金,,B1,,2017-01-01,", "purpose: empty"},
    {"AFundWithoutADay", "funds", "F2,资金,帮扶资金,B1,,,", "from: empty"},

    {"AnAppropriationToNoFund", "appropriations", "A2,F9,2017-01-05,1,",
     "fund: no such fund: 'F9'"},
    {"AnAppropriationTwice", "appropriations", "A1,F1,2017-01-05,1,",
     "a second appropriation with the code 'A1'"},
    {"AnAppropriationOfLess", "appropriations", "A2,F1,2017-01-05,-1.00,",
     "amount_yuan: not an amount of yuan: '-1.00'"},
    {"AnAppropriationOfNothing", "appropriations", "A2,F1,2017-01-05,0,", "an amount of 0 fen"},
    {"AnAppropriationWithoutAmount", "appropriations", "A2,F1,2017-01-05,,", "amount_yuan: empty"},
    {"AnAppropriationOnNoDay", "appropriations", "A2,F1,2017-13-05,1,", "on: "},
    {"AnAppropriationOfNoRecord", "appropriations", "A2,F1,,,R9", "record: no such record: 'R9'"},

    {"APaymentFromNoFund", "payments", "Y2,F9,2017-03-10,1,P1,,重病,", "fund: no such fund: 'F9'"},
    {"APaymentTwice", "payments", "Y1,F1,2017-03-10,1,P1,,重病,",
     "a second payment with the code 'Y1'"},
    {"APaymentToNobody", "payments", "Y2,F1,2017-03-10,1,P9,,重病,",
     "payee: no such unit or person: 'P9'"},
    {"APaymentOfThreeDecimals", "payments", "Y2,F1,2017-03-10,1.234,P1,,重病,",
     "amount_yuan: not an amount of yuan: '1.234'"},
    {"APaymentOutsideAMembership", "payments", "Y2,F1,2017-03-10,1,LATE,,重病,",
     "'LATE' belongs to no unit on 2017-03-10"},
    {"APaymentOfSurvivorsOfNobody", "payments", "Y2,F1,2017-03-10,1,B1,配偶,重病,", "of nobody"},
    {"APaymentThatItsRecordDoesNotHave", "payments", "Y2,F1,2017-03-10,1,P1,,重病,R1",
     "no more than that in all"},
    {"APaymentOnAnotherDayThanItsRecord", "payments", "Y2,F1,2017-03-11,1,P1,,重病,R1",
     "the day of the record"},

    {"AnOpinionTwice", "opinions", "O1,opinion,B1,,,建议,2017-03-10,,",
     "a second opinion with the code 'O1'"},
    {"AnOpinionOfNoUnit", "opinions", "O2,opinion,B9,,,建议,2017-03-10,,",
     "unit: no such unit: 'B9'"},
    {"AnOpinionOfNobody", "opinions", "O2,opinion,B1,P9,,建议,2017-03-10,,",
     "person: no such person: 'P9'"},
    {"AnOpinionWithoutText", "opinions", "O2,opinion,B1,,,,2017-03-10,,", "text: empty"},
    {"AnOpinionReportedBeforeItWasCollected", "opinions",
     "O2,opinion,B1,,,建议,2017-03-10,2017-03-09,",
     "reported on 2017-03-09, before it was collected on 2017-03-10"},
    {"AnOpinionAnsweredBeforeItWasReported", "opinions",
     "O2,opinion,B1,,,建议,2017-03-10,2017-03-12,2017-03-11",
     "answered on 2017-03-11, before it was reported on 2017-03-12"},
    {"AnOpinionOutsideAMembership", "opinions", "O2,opinion,B1,LATE,,建议,2017-03-10,,",
     "'LATE' belongs to no unit on 2017-03-10"},

    {"ATaskTwice", "tasks", "T1,PZ1,B1,任务,2017-03-10,,,", "a second task with the code 'T1'"},
    {"ATaskOfNoCluster", "tasks", "T2,PZ9,B1,任务,2017-03-10,,,",
     "cluster: no such cluster: 'PZ9'"},
    {"ATaskOfNoUnit", "tasks", "T2,PZ1,B9,任务,2017-03-10,,,", "unit: no such unit: 'B9'"},
    {"ATaskDoneBeforeItWasPassedOn", "tasks", "T2,PZ1,B1,任务,2017-03-10,,2017-03-09,",
     "done on 2017-03-09, before it was passed on on 2017-03-10"},
    {"ATaskOfNoRecord", "tasks", "T2,PZ1,B1,任务,2017-03-10,,,R9", "record: no such record: 'R9'"},

    {"ABaseOfNobody", "dues_bases", "P9,3000,2017-01-01,", "person: no such person: 'P9'"},
    {"ABaseTwice", "dues_bases", "P1,3100,2017-12-31,", "a second base of dues for the same days"},
    {"ABaseOfNothing", "dues_bases", "P2,0,2017-01-01,", "an amount of 0 fen"},
    {"ABaseThatIsNoNumber", "dues_bases", "P2,三千,2017-01-01,",
     "monthly_yuan: not an amount of yuan: '三千'"},

    {"DuesOfNobody", "dues_payments", "P9,2017-01-01,2017-01-31,2017-02-01,15",
     "person: no such person: 'P9'"},
    {"DuesTwice", "dues_payments", "P1,2017-01-01,2017-03-31,2017-04-01,45",
     "a second payment of the dues of the same months on one day"},
    {"DuesOfHalfAMonth", "dues_payments", "P2,2017-01-01,2017-01-15,2017-02-01,15", "whole months"},
    {"DuesOutsideAMembership", "dues_payments", "LATE,2017-05-01,2017-05-31,2017-06-01,15",
     "'LATE' belongs to no unit on 2017-05-01"},
    {"DuesOfLess", "dues_payments", "P2,2017-01-01,2017-01-31,2017-02-01,-15",
     "amount_yuan: not an amount of yuan: '-15'"},
};

INSTANTIATE_TEST_SUITE_P(OfTheTables, ABadRow, testing::ValuesIn(bad_rows),
                         [](const auto& row) { return std::string{row.param.what}; });

TEST_F(KeptFolder, IsToldAllItsFaultsAtOnceInTheOrderOfLines) {
  write("funds", "F2,资金,帮扶资金,B9,,2017-01-01,\nF3,资金,帮扶资金,B1,W1,2017-01-01,\n");
  write("visits", "R1,P9,birthday,,\nR9,P1,birthday,,\nR1,P2,birthday,,\n");
  write("dues_bases", "P2,-1,2017-01-01,\n");
  const std::string found = fault();
  EXPECT_EQ(std::count(found.begin(), found.end(), '\n'), 4);
  for (const std::string_view where :
       {"visits.csv:3: ", "visits.csv:4: ", "funds.csv:3: ", "funds.csv:4: ", "dues_bases.csv:3: "})
    EXPECT_THAT(found, HasSubstr(std::string{where}));
}

TEST_F(KeptFolder, WhereTwoCellsAreWrongNamesBoth) {
  write("opinions", "O2,opinnion,B9,,,建议,2017-02-30,,\n");
  const std::string found = fault();
  for (const std::string_view column : {"kind: ", "unit: ", "collected_on: "})
    EXPECT_THAT(found, HasSubstr("opinions.csv:3: " + std::string{column}));
}

TEST_F(KeptFolder, NamesOfALostRowAreNoFaultsOfTheirOwn) {
  write("funds", "F2,资金,,B1,,2017-01-01,\n");
  write("appropriations", "A2,F2,2017-01-05,1,\n");
  write("payments", "Y2,F2,2017-03-10,1,P1,,,\n");
  EXPECT_EQ(fault(), "funds.csv:3: purpose: empty, but every row needs one");
  write("funds");
  write("appropriations");
  write("payments");
  write("campaigns", "C2,,2017-01-01,\n");
  write("records", "R2,B1,study_day,2017-03-11,P1,\nR3,B1,studdy_day,2017-03-12,P1,100\n");
  write("minutes", "R2,议题,,C2,\nR3,议题,,C1,\n");
  write("study_notes", "R3,P1,yes\n");
  write("visits", "R3,P1,birthday,,\n");
  write("payments", "Y2,F1,,,P1,,,R3\n");
  write("opinions", "O2,opinion,B1,P1,R3,建议,2017-03-12,,\n");
  write("tasks", "T2,PZ1,B1,任务,2017-03-12,,,R3\n");
  const std::string found = fault();
  EXPECT_EQ(std::count(found.begin(), found.end(), '\n'), 1) << found;
  EXPECT_THAT(found, HasSubstr("records.csv:4: activities: "));
  EXPECT_THAT(found, HasSubstr("campaigns.csv:3: name: empty"));
}

TEST_F(KeptFolder, RowsOfATableWithoutSoundHeadingAreNoFaultsElsewhere) {
  write_as("funds.csv", "code,nmae,purpose,from\nF1,资金,帮扶资金,2017-01-01\n");
  const std::string found = fault();
  EXPECT_THAT(found, HasSubstr("funds.csv:1: no such column: 'nmae' (did you mean 'name'?)"));
  EXPECT_THAT(found, HasSubstr("funds.csv:1: no column 'name'"));
  EXPECT_EQ(std::count(found.begin(), found.end(), '\n'), 1) << found;
}

TEST_F(KeptFolder, NamesTheTableThatAMisspeltOneIsMeantFor) {
  std::filesystem::rename(folder / "opinions.csv", folder / "opinons.csv");
  EXPECT_THAT(fault(),
              HasSubstr("opinons.csv: no table of records (did you mean 'opinions.csv'?)"));
}

TEST_F(KeptFolder, OfWhichALineHasTooFewCellsSaysOnlyThat) {
  write("tasks", "T2,PZ9\n");
  EXPECT_EQ(fault(), "tasks.csv:3: 2 cells where the heading has 8 columns");
}

TEST_F(KeptFolder, InWhichMoreIsPaidThanAFundHasIsNoFault) {
  write("payments", "Y2,F1,2017-09-30,99999.99,,,,\n");
  EXPECT_EQ(fault(), "none");
}

TEST_F(KeptFolder, TakesDayAndAmountFromTheRecordWhereTheyAreLeftOut) {
  write_as("payments.csv", "code,fund,payee,record\nY1,F1,P1,R1\n");
  const Records held = Records::load(folder, roster);
  EXPECT_EQ(held.all<Payment>()[0].on, (Date{2017, 3, 10}));
  EXPECT_EQ(held.all<Payment>()[0].amount_fen, 50000);
}

TEST_F(KeptFolder, SurvivorsMayBeVisitedAndPaidAfterThePersonIsGoneAndNotBeforeTheyCame) {
  roster.leave(roster.person("P2").id, roster.unit("B1").id, MembershipKind::home,
               Date{2016, 1, 1});
  write("visits", "R1,P2,survivor,配偶,\n");
  write("payments", "Y2,F1,2017-09-30,1,P2,配偶,,\n");
  EXPECT_EQ(fault(), "none");
  write("payments", "Y2,F1,2017-05-31,1,LATE,配偶,,\n");
  EXPECT_THAT(fault(), HasSubstr("payments.csv:3: 'LATE' belongs to no unit on 2017-05-31"));
}

TEST_F(KeptFolder, WithATextThatIsTooLongSaysSoOfThatLine) {
  write("opinions", "O2,opinion,B1,,," + std::string(40000, 'x') + ",2017-03-10,,\n");
  EXPECT_EQ(fault(), "opinions.csv:3: a text of 40000 bytes; accepted: at most 32000");
}

}  // namespace
}  // namespace zhibu
