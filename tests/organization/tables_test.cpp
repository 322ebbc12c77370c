// SPDX-License-Identifier: BSL-1.0

#include "zhibu/organization/tables.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "county.hpp"
#include "happenings.hpp"

namespace zhibu {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

// A place that is not there, and is gone again at the end.
class Place {
 public:
  explicit Place(std::string_view name)
      : folder{std::filesystem::path{testing::TempDir()} / ("zhibu_tables_" + std::string{name})} {
    std::filesystem::remove_all(folder);
  }
  ~Place() { std::filesystem::remove_all(folder); }
  std::string text(std::string_view table) const {
    std::ifstream in{folder / table, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
  }
  bool has(std::string_view table) const { return std::filesystem::exists(folder / table); }

  const std::filesystem::path folder;
};

// A county's roster, and the place that its tables are written to.
class Tables : public CountyOfBranches {
 protected:
  Roster again() {
    write_tables(roster, place.folder);
    return Roster::load(place.folder);
  }
  Place place{testing::UnitTest::GetInstance()->current_test_info()->name()};
};

TEST_F(Tables, TellUnitsAsTheyWereFounded) {
  roster.found(health, "永组发〔2012〕1号");
  roster.rename(health, "县卫健局党支部", reform, "永组发〔2019〕3号");
  roster.move(health, office, reform);
  const Roster copy = again();
  EXPECT_THAT(place.text("units.csv"), HasSubstr("\nB-WS,县卫生局党支部,branch,GW,"));
  EXPECT_THAT(place.text("events.csv"),
              HasSubstr("\nrename,B-WS,2019-03-01,永组发〔2019〕3号,,县卫健局党支部,"));
  EXPECT_EQ(copy.at(health, reform - 1)->name, "县卫生局党支部");
  EXPECT_EQ(copy.at(health, reform)->name, "县卫健局党支部");
  EXPECT_EQ(copy.at(health, reform)->parent, office);
  ASSERT_EQ(copy.of<Event>(health).size(), 3u);
  EXPECT_EQ(copy.of<Event>(health).at(1).document, "永组发〔2019〕3号");
}

TEST_F(Tables, AreOnlyThoseThatHaveRows) {
  again();
  EXPECT_TRUE(place.has("units.csv"));
  EXPECT_TRUE(place.has("persons.csv"));
  EXPECT_FALSE(place.has("events.csv"));
  EXPECT_FALSE(place.has("memberships.csv"));
}

TEST_F(Tables, OfAnEmptyRosterAreReadAgain) {
  write_tables(Roster{}, place.folder);
  EXPECT_EQ(Roster::load(place.folder).units().size(), 0u);
}

TEST_F(Tables, HoldAnyText) {
  for (const std::string_view odd :
       {"=1+1", "+1", "-1", "@x", "#x", "a,b", "\"", "a\"b", "a\nb", "a\r\nb", " a ", "甲"}) {
    const auto code = "C" + std::string{odd};
    Unit row = unit_row(code, committee);
    row.name = odd;
    roster.add(row);
    roster.add(Workplace{{}, odd, odd, odd});
  }
  const Roster copy = again();
  for (const Unit& unit : roster.units()) EXPECT_EQ(copy.unit(unit.code).name, unit.name);
  for (const Workplace& place_of_work : roster.workplaces())
    EXPECT_EQ(copy.workplace(place_of_work.code).nature, place_of_work.nature);
}

TEST_F(Tables, HoldEveryRelation) {
  const PersonId other = roster.add(person_row("P2"));
  const PostId post = roster.add(post_row("S1", health));
  const ClusterId cluster =
      roster.add(Cluster{{}, "PZ01", "第一片组", health, education, since(founded), "优势互补"});
  const WorkplaceId bureau = roster.add(Workplace{{}, "W1", "县卫生局"});
  const Period period{founded, reform};
  roster.add(Term{.id = {}, .unit = health, .nth = 3, .elected_on = reform, .seats = 5});
  roster.add(Membership{member, health, MembershipKind::home, period});
  roster.add(Membership{other, health, MembershipKind::care, since(founded)});
  roster.add(Circumstance{member, CircumstanceKind::abroad, period, "探亲"});
  roster.add(Particulars{.person = member, .phone = "13812345678"});
  roster.add(Appointment{.post = post, .person = member, .period = period, .votes = 20});
  roster.add(ClusterMembership{cluster, health, since(founded)});
  roster.add(UnitWorkplace{health, bureau, since(founded)});
  roster.add(Contact{member, health, period});
  roster.add(Pairing{member, other, "独居", period});
  roster.add(VolunteerRole{member, "监督员", period});
  roster.add(Venue{health, "活动室", "活动", since(founded)});
  roster.add(Honour{health, "先进", "县级", "县委", since(founded)});
  roster.add(Honour{member, "优秀", "县级", "县委", since(founded)});
  roster.change_lead(cluster, education, office, reform);
  const Roster copy = again();
  EXPECT_EQ(copy.terms().size(), 1u);
  EXPECT_EQ(copy[TermId{0}].seats, 5);
  EXPECT_EQ(copy[TermId{0}].due, std::nullopt);
  EXPECT_EQ(copy.home(member, reform - 1), health);
  EXPECT_EQ(copy.home(member, reform), std::nullopt);
  EXPECT_EQ(copy.members(health, MembershipKind::care, reform).size(), 1u);
  EXPECT_EQ(copy.of<Circumstance>(member).at(0).remark, "探亲");
  EXPECT_EQ(copy.of<Particulars>(member).at(0).phone, "13812345678");
  EXPECT_EQ(copy.of<Appointment>(post).at(0).votes, 20);
  EXPECT_EQ(copy.cluster_of(health, reform), cluster);
  EXPECT_EQ(copy.at(cluster, reform - 1)->lead, health);
  EXPECT_EQ(copy.at(cluster, reform)->deputy, office);
  EXPECT_EQ(copy.at(cluster, reform)->principles, "优势互补");
  EXPECT_EQ(copy.of<UnitWorkplace>(bureau).size(), 1u);
  EXPECT_EQ(copy.of<Contact>(member).at(0).period, period);
  EXPECT_EQ(copy.of<Pairing>(other).at(0).reasons, "独居");
  EXPECT_EQ(copy.of<VolunteerRole>(member).at(0).role, "监督员");
  EXPECT_EQ(copy.of<Venue>(health).at(0).purpose, "活动");
  EXPECT_EQ(copy.of<Honour>(health).size(), 1u);
  EXPECT_EQ(copy.of<Honour>(member).size(), 1u);
}

TEST_F(Tables, TellMergersAndSplitsOnBothSides) {
  roster.add(Membership{member, health, MembershipKind::home, since(founded)});
  roster.split(education, std::vector{education, office}, reform - 10, "分1");
  roster.merge(std::vector{health}, education, reform, "并");
  roster.split(education, std::vector{office}, reform + 10, "分2");
  const Roster copy = again();
  EXPECT_EQ(copy.of<Event>(education).size(), 3u);
  EXPECT_EQ(copy[health].standing, (Period{founded, reform}));
  EXPECT_EQ(copy[education].standing, (Period{founded, reform + 10}));
  EXPECT_EQ(copy.home(member, reform), education);
  for (const Date day : days) EXPECT_EQ(told(copy, day), told(roster, day));
}

TEST_F(Tables, KeepASplitThatWentOnApartFromTheEndOfThatDay) {
  roster.split(health, std::vector{health, office}, reform, "分1");
  roster.split(health, std::vector{health, education}, reform, "分2");
  roster.dissolve(health, reform, "撤");
  const Roster copy = again();
  EXPECT_EQ(copy.of<Event>(health).size(), 3u);
  EXPECT_EQ(copy[health].standing, (Period{founded, reform}));
}

// It goes on in what had ended before: the tables tell its end, and no event that could not be.
TEST_F(Tables, TellTheEndOfAUnitWhoseMergerCameToNothing) {
  roster.add(Membership{member, health, MembershipKind::home, since(founded)});
  roster.merge(std::vector{health}, education, reform, "并1");
  roster.merge(std::vector{education}, office, reform - 10, "并2");
  const Roster copy = again();
  EXPECT_EQ(copy.events().size(), 1u);
  EXPECT_EQ(copy[health].standing, (Period{founded, reform}));
  EXPECT_EQ(copy.home(member, reform), office);
}

TEST_F(Tables, AreWrittenToANewPlaceOnly) {
  std::filesystem::create_directories(place.folder);
  EXPECT_EQ(refusal([&] { write_tables(roster, place.folder); }), "none") << "it was empty";
  const std::string before = place.text("units.csv");
  roster.rename(health, "乙", reform);
  EXPECT_EQ(
      refusal([&] { write_tables(roster, place.folder); }),
      place.folder.string() + ": is there already; accepted: a folder that is empty or not there");
  EXPECT_EQ(place.text("units.csv"), before);
  EXPECT_FALSE(place.has("events.csv"));
}

TEST_F(Tables, ThatCannotBeReadAgainAreNotThereAtAll) {
  Unit row = unit_row("B9");
  row.name = "";
  roster.add(row);
  EXPECT_THAT(refusal([&] { write_tables(roster, place.folder); }),
              HasSubstr("this roster cannot be told in tables: "));
  EXPECT_FALSE(std::filesystem::exists(place.folder));
  for (const auto& entry : std::filesystem::directory_iterator{place.folder.parent_path()})
    EXPECT_THAT(entry.path().filename().string(),
                testing::Not(StartsWith(place.folder.filename().string())));
}

TEST_F(Tables, HoldNoTextThatIsNotUtf8) {
  roster.add(Workplace{{}, "W1", "\xB5\xB3"});
  EXPECT_THAT(refusal([&] { write_tables(roster, place.folder); }),
              HasSubstr("workplaces.csv: a text that a table cannot hold"));
}

TEST_F(Tables, HoldNoNul) {
  roster.add(Workplace{{}, "W1", std::string_view{"a\0b", 3}});
  EXPECT_THAT(refusal([&] { write_tables(roster, place.folder); }), HasSubstr("without NUL"));
}

TEST_F(Tables, AreNotWrittenUnderAFile) {
  std::ofstream{place.folder} << "x";
  EXPECT_THAT(refusal([&] { write_tables(roster, place.folder); }), HasSubstr("is there already"));
  EXPECT_THAT(refusal([&] { write_tables(roster, place.folder / "county"); }),
              HasSubstr("cannot be written"));
}

// What persons are where is told in no order here: the tables have it person by person.
std::vector<std::string> told_of(const Roster& roster, Date day) {
  std::vector<std::string> lines;
  for (const Unit& any : roster.units()) {
    const std::optional<Unit> unit = roster.at(any.id, day);
    lines.push_back(!unit ? std::string{"-"}
                          : std::string{unit->name} + ' ' + std::string{key(unit->kind)} +
                                (unit->parent ? std::to_string(unit->parent->index) : "") +
                                (unit->temporary ? " temporary" : "") +
                                (unit->joint ? " joint" : ""));
    for (const Name<MembershipKind>& kind : names<MembershipKind>()) {
      std::vector<PersonId> persons = roster.members(any.id, kind.value, day);
      std::ranges::sort(persons);
      for (const PersonId person : persons) lines.push_back(std::to_string(person.index));
    }
  }
  for (const Person& person : roster.persons())
    lines.push_back(std::to_string(roster.contacts(person.id, day).size()));
  return lines;
}

RC_GTEST_PROP(TablesProperty, TellTheSameDayForDayWhateverHappened, ()) {
  const Roster roster = whatever_happened();
  const Place place{"property"};
  const std::string fault = refusal([&] { write_tables(roster, place.folder); });
  RC_CLASSIFY(fault != "none", "cannot be told");
  if (fault != "none") {
    RC_ASSERT(fault.find("cannot be told in tables") != std::string::npos);
    return;
  }
  const Roster copy = Roster::load(place.folder);
  for (int n = -1; n < 3 * span; ++n)
    RC_ASSERT(told_of(copy, first_day + n) == told_of(roster, first_day + n));
}

}  // namespace
}  // namespace zhibu
