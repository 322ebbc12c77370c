// SPDX-License-Identifier: BSL-1.0

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "zhibu/organization/roster.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

// A folder of a county of two branches, each of whose tables a test may write anew.
class LoadedRoster : public testing::Test {
 protected:
  LoadedRoster() {
    const testing::TestInfo& test = *testing::UnitTest::GetInstance()->current_test_info();
    folder = std::filesystem::path{testing::TempDir()} / ("zhibu_" + std::string{test.name()});
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    write("units.csv",
          "code,name,kind,parent,from,to,temporary,committee\n"
          "B01,第一党支部,branch,GW,2012-03-01,,no,yes\n"
          "B02,第二党支部,党支部,GW,2012-03-01,2017-12-31,是,\n"
          "GW,党工委,working_committee,,2012-03-01,,,\n");
    write("persons.csv",
          "code,name,sex,born,retirement,admitted,full_member,home_visits\n"
          "P1,甲,male,1930-05-06,retired_with_honours,1948-02-29,1949-03-01,yes\n"
          "P2,乙,女,1950-01-01,退休,,,\n");
  }
  ~LoadedRoster() override { std::filesystem::remove_all(folder); }

  void write(std::string_view table, std::string_view text) const {
    std::ofstream{folder / table, std::ios::binary} << text;
  }

  Roster load() const { return Roster::load(folder); }

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

  // The same of a table written anew.
  std::string fault(std::string_view table, std::string_view text) const {
    write(table, text);
    return fault();
  }

  std::filesystem::path folder;
};

using RosterFolder = LoadedRoster;
using RosterFault = LoadedRoster;

TEST_F(RosterFolder, UnitsAndPersonsAreEnough) {
  const Roster roster = load();
  const UnitId committee = roster.unit("GW").id;
  EXPECT_EQ(roster.units().size(), 3u);
  EXPECT_EQ(roster.unit("B01").parent, committee);
  EXPECT_EQ(roster.unit("GW").parent, std::nullopt);
  EXPECT_THAT(roster.children(committee, Date{2017, 6, 1}),
              ElementsAre(roster.unit("B01").id, roster.unit("B02").id));
  EXPECT_TRUE(roster.unit("B01").has_committee);
  EXPECT_FALSE(roster.unit("B01").temporary);
  EXPECT_TRUE(roster.unit("B02").temporary);
  EXPECT_EQ(roster.person("P1").retirement, Retirement::retired_with_honours);
  EXPECT_EQ(roster.person("P1").full_member_on, (Date{1949, 3, 1}));
  EXPECT_TRUE(roster.person("P1").needs_home_visits);
  EXPECT_EQ(roster.person("P2").sex, Sex::female);
  EXPECT_EQ(roster.person("P2").admitted_on, std::nullopt);
}

TEST_F(RosterFolder, ToIsTheLastDayThatCounts) {
  const Roster roster = load();
  const UnitId committee = roster.unit("GW").id;
  EXPECT_EQ(roster.children(committee, Date{2017, 12, 31}).size(), 2u);
  EXPECT_EQ(roster.children(committee, Date{2018, 1, 1}).size(), 1u);
  EXPECT_TRUE(lasts(roster.unit("B01").standing));
}

TEST_F(RosterFolder, TheLastDayThereIsMeansThatItLasts) {
  write("units.csv", "code,name,kind,from,to\nB01,甲,branch,2012-03-01,9999-12-31\n");
  EXPECT_TRUE(lasts(load().unit("B01").standing));
}

TEST_F(RosterFolder, EveryTableIsRead) {
  write("memberships.csv",
        "person,unit,kind,from,to\nP1,B01,home,2012-03-01,2017-03-31\n"
        "P1,B02,home,2017-04-01,\nP2,B01,care,2012-03-01,\n");
  write("posts.csv", "code,unit,kind,title,ex_officio\nS1,GW,secretary,书记,yes\n");
  write("appointments.csv",
        "post,person,from,to,titles\nS1,P2,2014-02-20,,\"局长、\"\"部长\"\"\"\n");
  write("clusters.csv", "code,name,lead,deputy,from,to\nPZ01,第一片组,B01,B02,2014-01-01,\n");
  write("cluster_members.csv", "cluster,unit,from,to\nPZ01,B01,2014-01-01,\n");
  write("contacts.csv", "person,unit,from,to\nP2,B02,2014-02-20,2017-06-30\n");

  const Roster roster = load();
  const Date day{2017, 3, 31};
  const UnitId first = roster.unit("B01").id;
  const UnitId second = roster.unit("B02").id;
  const PersonId member = roster.person("P1").id;
  const PersonId secretary = roster.person("P2").id;
  EXPECT_EQ(roster.home(member, day), first);
  EXPECT_EQ(roster.home(member, day + 1), second);
  EXPECT_THAT(roster.members(first, MembershipKind::care, day), ElementsAre(secretary));
  EXPECT_EQ(roster.post("S1").title, "书记");
  EXPECT_TRUE(roster.post("S1").ex_officio);
  EXPECT_EQ(roster.appointments(roster.unit("GW").id, day).at(0).titles, "局长、\"部长\"");
  EXPECT_EQ(roster.cluster("PZ01").deputy, second);
  EXPECT_EQ(roster.cluster_of(first, day), roster.cluster("PZ01").id);
  EXPECT_EQ(roster.cluster_of(second, day), std::nullopt);
  EXPECT_EQ(roster.contacts(secretary, Date{2017, 6, 30}).at(0).unit, second);
  EXPECT_TRUE(roster.contacts(secretary, Date{2017, 7, 1}).empty());
}

TEST_F(RosterFolder, WhatHappenedIsReadByDayWhateverTheOrderOfTheLines) {
  write("events.csv",
        "kind,unit,on,document,name,parent,unit_kind,committee,field\n"
        "rename,B01,2019-03-01,文3,第一党总支,,,,\n"
        "upgrade,B01,2018-03-01,文2,,,党总支,,\n"
        "adjust,B01,2017-03-01,,,,,否,organ\n"
        "move,B01,2016-03-01,文1,,,,,\n");
  const Roster roster = load();
  const UnitId first = roster.unit("B01").id;
  const auto at = [&](int year) { return *roster.at(first, Date{year, 3, 1}); };
  EXPECT_TRUE(roster.at(first, Date{2016, 2, 29})->parent);
  EXPECT_EQ(at(2016).parent, std::nullopt);
  EXPECT_TRUE(at(2016).has_committee);
  EXPECT_FALSE(at(2017).has_committee);
  EXPECT_EQ(at(2017).field, BranchField::organ);
  EXPECT_EQ(at(2017).kind, UnitKind::branch);
  EXPECT_EQ(at(2018).kind, UnitKind::general_branch);
  EXPECT_EQ(at(2018).name, "第一党支部");
  EXPECT_EQ(at(2019).name, "第一党总支");
  EXPECT_EQ(roster.of<Event>(first).back().document, "文3");
}

TEST_F(RosterFolder, MergersSplitsAndLeadsAreRead) {
  write("memberships.csv", "person,unit,kind,from\nP1,B02,home,2012-03-01\n");
  write("clusters.csv", "code,name,lead,deputy,from\nPZ01,甲,B01,B02,2014-01-01\n");
  write("cluster_leads.csv", "cluster,lead,deputy,on\nPZ01,B02,B01,2015-01-01\n");
  write("events.csv",
        "kind,unit,on,other\nsplit,B01,2013-01-01,B02\nsplit,B01,2013-01-01,B01\n"
        "merge,B02,2016-01-01,B01\n");
  const Roster roster = load();
  const UnitId first = roster.unit("B01").id;
  const UnitId second = roster.unit("B02").id;
  EXPECT_TRUE(roster.at(first, Date{2013, 1, 1})) << "it goes on, as a line of its own says";
  EXPECT_EQ(roster.home(roster.person("P1").id, Date{2015, 12, 31}), second);
  EXPECT_EQ(roster.home(roster.person("P1").id, Date{2016, 1, 1}), first);
  EXPECT_EQ(roster.events().size(), 2u);
  const ClusterId cluster = roster.cluster("PZ01").id;
  EXPECT_EQ(roster.at(cluster, Date{2014, 12, 31})->lead, first);
  EXPECT_EQ(roster.at(cluster, Date{2015, 1, 1})->lead, second);
}

TEST_F(RosterFolder, ReadsTheSameInEveryEncodingAndLineEnd) {
  const std::string heading = "code,name,kind,from";
  const std::string utf8 = "B01,支部,branch,2012-03-01";
  const std::string gb18030 = "B01,\xD6\xA7\xB2\xBF,branch,2012-03-01";
  for (const std::string& text :
       {heading + "\n" + utf8 + "\n", heading + "\r\n" + utf8 + "\r\n",
        "\xEF\xBB\xBF" + heading + "\n" + utf8 + "\n", heading + "\n" + gb18030 + "\n",
        heading + "\r\n" + gb18030 + "\r\n"}) {
    write("units.csv", text);
    EXPECT_EQ(load().unit("B01").name, "支部") << text;
  }
}

TEST_F(RosterFault, AFolderThatIsNotThere) {
  EXPECT_THROW(Roster::load(folder / "elsewhere"), std::invalid_argument);
  try {
    Roster::load("no/such/county");
  } catch (const std::invalid_argument& e) {
    EXPECT_EQ(std::string{e.what()},
              "no/such/county: no such folder; accepted: a folder with units.csv and persons.csv");
  }
}

TEST_F(RosterFault, ATableThatIsNotThere) {
  std::filesystem::remove(folder / "persons.csv");
  EXPECT_EQ(fault(), "persons.csv: no such file");
  write("memberships.csv", "person,unit,kind,from\nP1,B01,home,2012-03-01\n");
  EXPECT_EQ(fault(), "persons.csv: no such file") << "whom it names is no fault too";
}

TEST_F(RosterFault, ATableThatIsMisspelt) {
  EXPECT_THAT(fault("membership.csv", "person\n"),
              HasSubstr("membership.csv: no table of a roster (did you mean 'memberships.csv'?); "
                        "accepted: units.csv, persons.csv, "));
}

TEST_F(RosterFault, ATableOfSomethingElseIsNone) {
  EXPECT_EQ(fault("records.csv", "code\n"), "none");
  EXPECT_EQ(fault("waivers.csv", "rule\n"), "none");
  EXPECT_EQ(fault("memberships.txt", "person\n"), "none");
}

TEST_F(RosterFault, AKindThatIsNone) {
  EXPECT_THAT(fault("units.csv", "code,name,kind,from\nB01,甲,brnch,2012-03-01\n"),
              HasSubstr("units.csv:2: kind: no such kind of unit: 'brnch' (did you mean "
                        "'branch'?); accepted: committee, working_committee, "));
  EXPECT_THAT(fault("persons.csv", "code,name,sex,born,retirement\nP1,甲,男,1930-01-01,离退\n"),
              HasSubstr("persons.csv:2: retirement: no such retirement: '离退'"));
}

TEST_F(RosterFault, AColumnThatIsNone) {
  EXPECT_THAT(fault("units.csv", "code,name,kind,form\n"),
              HasSubstr("units.csv:1: no such column: 'form' (did you mean 'from'?); accepted: "
                        "code, name, kind, parent, temporary, "));
}

TEST_F(RosterFault, ACodeThatIsTaken) {
  const std::string once = "code,name,kind,from\nB01,甲,branch,2012-03-01\n";
  EXPECT_EQ(fault("units.csv", once), "none");
  EXPECT_EQ(fault("units.csv", once + "# the same again\nB01,乙,branch,2012-03-01\n"),
            "units.csv:4: a second unit with the code 'B01'; accepted: a code that no other has");
}

TEST_F(RosterFault, ARowWithoutACode) {
  EXPECT_THAT(fault("units.csv", "code,name,kind,from\n,甲,branch,2012-03-01\n"),
              HasSubstr("units.csv:2: a unit without a code"));
}

TEST_F(RosterFault, AParentThatDoesNotExist) {
  EXPECT_EQ(fault("units.csv",
                  "code,name,kind,parent,from\nGW,甲,committee,,2012-03-01\n"
                  "B01,乙,branch,GV,2012-03-01\n"),
            "units.csv:3: parent: no such unit: 'GV' (did you mean 'GW'?); "
            "accepted: the codes of the 2 there are");
}

TEST_F(RosterFault, ParentsInACircle) {
  const std::string heading = "code,name,kind,parent,from\n";
  EXPECT_THAT(fault("units.csv", heading + "A,甲,branch,A,2012-03-01\n"),
              HasSubstr("units.csv:2: a circle of units, each standing under the next: A → A; "));
  EXPECT_THAT(fault("units.csv", heading + "A,甲,branch,B,2012-03-01\nB,乙,branch,C,2012-03-01\n"
                                           "C,丙,branch,A,2012-03-01\n"),
              HasSubstr("units.csv:4: a circle of units, each standing under the next: "
                        "C → A → B → C; accepted: a parent that does not stand under the unit"));
}

TEST_F(RosterFault, ADayThatDoesNotExist) {
  const std::string heading = "code,name,kind,from,to\n";
  EXPECT_THAT(fault("units.csv", heading + "B01,甲,branch,2017-02-29,\n"),
              HasSubstr("units.csv:2: from: no such day: 2017-02"));
  EXPECT_EQ(fault("units.csv", heading + "B01,甲,branch,2016-02-29,\n"), "none");
  EXPECT_THAT(fault("units.csv", heading + "B01,甲,branch,2016-02-29,2014年\n"),
              HasSubstr("units.csv:2: to: "));
}

TEST_F(RosterFault, APeriodThatEndsBeforeItBegins) {
  const std::string heading = "code,name,kind,from,to\n";
  EXPECT_EQ(fault("units.csv", heading + "B01,甲,branch,2017-01-02,2017-01-02\n"), "none");
  EXPECT_THAT(fault("units.csv", heading + "B01,甲,branch,2017-01-02,2017-01-01\n"),
              HasSubstr("units.csv:2: a period that ends before it begins: from 2017-01-02"));
}

TEST_F(RosterFault, AFullMemberBeforeAdmission) {
  const std::string heading = "code,name,sex,born,retirement,admitted,full_member\n";
  EXPECT_THAT(
      fault("persons.csv", heading + "P1,甲,男,1930-01-01,离休,1949-03-01,1948-03-01\n"),
      HasSubstr(
          "persons.csv:2: a full member from 1948-03-01, before the admission on 1949-03-01"));
}

TEST_F(RosterFault, TwoHomesOnOneDay) {
  const std::string heading = "person,unit,kind,from,to\n";
  EXPECT_EQ(fault("memberships.csv", heading + "P1,B01,home,2012-03-01,2017-03-31\n"
                                               "P1,B02,home,2017-04-01,\n"),
            "none");
  EXPECT_THAT(fault("memberships.csv", heading + "P1,B01,home,2012-03-01,2017-03-31\n"
                                                 "P1,B02,home,2017-03-31,\n"),
              HasSubstr("memberships.csv:3: 'P1' belongs to 'B01' (home) already, "
                        "2012-03-01..2017-03-31; found 2017-03-31..;"));
}

TEST_F(RosterFault, AUnitInTwoClustersOnOneDay) {
  write("clusters.csv",
        "code,name,lead,deputy,from\nPZ01,甲,B01,B02,2014-01-01\n"
        "PZ02,乙,B02,B01,2014-01-01\n");
  EXPECT_THAT(
      fault("cluster_members.csv", "cluster,unit,from\nPZ01,B01,2014-01-01\nPZ02,B01,2015-01-01\n"),
      HasSubstr("cluster_members.csv:3: 'B01' works in the cluster 'PZ01' already"));
}

TEST_F(RosterFault, AnEventThatCannotBe) {
  const std::string heading = "kind,unit,on,other,name\n";
  EXPECT_THAT(fault("events.csv", heading + "dissolve,GW,2017-01-01,,\n"),
              HasSubstr("events.csv:2: under the unit 'GW' there still stand"));
  EXPECT_EQ(fault("events.csv", heading + "rename,B01,2017-01-01,,\n"),
            "events.csv:2: name: empty, but every row needs one");
  EXPECT_THAT(fault("events.csv", heading + "merge,B01,2017-01-01,,\n"),
              HasSubstr("events.csv:2: other: empty, but every row needs one"));
  EXPECT_THAT(fault("events.csv", heading + "end,B01,2017-01-01,,\n"),
              HasSubstr("events.csv:2: kind: no such kind of event: 'end'"));
  EXPECT_THAT(fault("events.csv", heading + "lapse,B01,2017-01-01,,\n"),
              HasSubstr("events.csv:2: the unit 'B01' is not temporary"));
  EXPECT_EQ(fault("events.csv", heading + "lapse,B02,2017-01-01,,\n"), "none");
}

// A second line of one code must not put the unit under its parent twice.
TEST_F(RosterFault, ACodeThatIsTakenBesideAnEvent) {
  write("events.csv", "kind,unit,on\ndissolve,GW,2017-01-01\n");
  EXPECT_THAT(fault("units.csv",
                    "code,name,kind,parent,from\nGW,甲,committee,,2012-03-01\n"
                    "B01,乙,branch,GW,2012-03-01\nB01,乙,branch,GW,2012-03-01\n"),
              HasSubstr("units.csv:4: a second unit with the code 'B01'"));
}

TEST_F(RosterFault, AChainOfAHundredThousandUnits) {
  std::string units = "code,name,kind,parent,from\n";
  for (int i = 0; i < 100'000; ++i)
    units +=
        std::to_string(i) + ",甲,branch," + (i > 0 ? std::to_string(i - 1) : "") + ",2012-03-01\n";
  EXPECT_EQ(fault("units.csv", units), "none");
}

TEST_F(RosterFault, AReferenceToNobody) {
  EXPECT_EQ(fault("contacts.csv", "person,unit,from\nP3,B03,2014-02-20\n"),
            "contacts.csv:2: person: no such person: 'P3' (did you mean 'P1'?); "
            "accepted: the codes of the 2 there are\n"
            "contacts.csv:2: unit: no such unit: 'B03' (did you mean 'B01'?); "
            "accepted: the codes of the 3 there are");
}

TEST_F(RosterFault, TheFaultsOfAllFilesAreToldTogether) {
  write("units.csv", "code,name,kind,from\nB01,甲,brnch,2012-03-01\nB01,乙,branch,2012-03-01\n");
  write("persons.csv", "code,name,sex,born,retirement\nP1,甲,男,1930-13-01,离休\n");
  write("memberships.csv", "person,unit,kind,from\nP1,B01,home,2012-03-01\nP2,B01,home,soon\n");
  const std::string told = fault();
  EXPECT_THAT(told, HasSubstr("units.csv:2: kind: "));
  EXPECT_THAT(told, HasSubstr("\nunits.csv:3: a second unit with the code 'B01'"));
  EXPECT_THAT(told, HasSubstr("\npersons.csv:2: born: "));
  EXPECT_THAT(told, HasSubstr("\nmemberships.csv:3: person: no such person: 'P2'"));
  EXPECT_THAT(told, HasSubstr("\nmemberships.csv:3: from: "));
  EXPECT_THAT(told, Not(HasSubstr("memberships.csv:2")));
}

TEST_F(RosterFault, WhatWasLostIsNotMissedASecondTime) {
  write("posts.csv", "code,unit,kind\nS1,B09,secretary\nS2,B01\n");
  EXPECT_EQ(fault("appointments.csv", "post,person,from\nS1,P1,2014-02-20\nS2,P1,2014-02-20\n"),
            "posts.csv:2: unit: no such unit: 'B09' (did you mean 'B01'?); "
            "accepted: the codes of the 3 there are\n"
            "posts.csv:3: 2 cells where the heading has 3 columns");
}

TEST_F(RosterFault, TwoEncodingsInOneFile) {
  EXPECT_THAT(fault("units.csv",
                    "code,name,kind,from\nB01,党支部,branch,2012-03-01\n"
                    "B02,\xB5\xB3,branch,2012-03-01\n"),
              HasSubstr("units.csv:3: not UTF-8, as line 2 is"));
}

}  // namespace
}  // namespace zhibu
