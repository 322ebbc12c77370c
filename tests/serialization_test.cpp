// SPDX-License-Identifier: BSL-1.0

#include "zhibu/serialization.hpp"

#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <boost/archive/binary_iarchive.hpp>
#include <boost/archive/binary_oarchive.hpp>
#include <boost/archive/text_iarchive.hpp>
#include <boost/archive/text_oarchive.hpp>
#include <boost/archive/xml_iarchive.hpp>
#include <boost/archive/xml_oarchive.hpp>
#include <boost/serialization/vector.hpp>
#include <boost/serialization/version.hpp>

#include "organization/sample_roster.hpp"

namespace zhibu {
namespace {

namespace archive = boost::archive;
using boost::serialization::make_nvp;
using testing::HasSubstr;
using testing::StartsWith;

template <class Out, class In>
struct Kind {
  using Writer = Out;
  using Reader = In;
};

using Kinds = testing::Types<Kind<archive::binary_oarchive, archive::binary_iarchive>,
                             Kind<archive::text_oarchive, archive::text_iarchive>,
                             Kind<archive::xml_oarchive, archive::xml_iarchive>>;

template <class K>
class Serialization : public testing::Test {
 protected:
  template <class T>
  static std::string written(const T& value) {
    std::stringstream stream;
    {
      typename K::Writer to(stream);
      to << make_nvp("value", value);
    }
    return stream.str();
  }

  template <class T>
  static T read(const std::string& bytes, T into) {
    std::stringstream stream(bytes);
    typename K::Reader from(stream);
    from >> make_nvp("value", into);
    return into;
  }

  // Reads `value` again, over `into`.
  template <class T>
  static T again(const T& value, T into) {
    return read(written(value), std::move(into));
  }
  template <class T>
  static T again(const T& value) {
    return again(value, T{});
  }
};

TYPED_TEST_SUITE(Serialization, Kinds);

const Period days{Date{2017, 1, 1}, Date{2018, 1, 1}};

TYPED_TEST(Serialization, KeepsDays) {
  for (const Date day : {Date::first(), Date{}, Date{2026, 3, 10}, Date::last()})
    EXPECT_EQ(this->again(day), day);
  EXPECT_EQ(this->again(days), days);
  EXPECT_EQ(this->again(LunarDate{2025, 6, 29, true}, LunarDate{2000, 1, 1}),
            (LunarDate{2025, 6, 29, true}));
}

TYPED_TEST(Serialization, KeepsHandles) { EXPECT_EQ(this->again(PersonId{7}), PersonId{7}); }

TYPED_TEST(Serialization, KeepsTheValuesOfTime) {
  const Shift shift{ShiftPolicy::nearest_workday, 3, true};
  EXPECT_EQ(this->again(shift), shift);
  const Shifted shifted{Date{2026, 10, 1}, Date{2026, 9, 30}, false, Certainty::projected};
  EXPECT_EQ(this->again(shifted), shifted);
  const Quota quota{4, Span::quarter, 10};
  EXPECT_EQ(this->again(quota), quota);
  const QuotaTally tally{days, {Date{2017, 3, 1}, Date{2017, 4, 1}}, 2, 1};
  EXPECT_EQ(this->again(tally), tally);
  const NthWorkday workday{-2, Span::half_year};
  EXPECT_EQ(this->again(workday), workday);
  const FestivalWindow window{"重阳节", -3, 1};
  EXPECT_EQ(this->again(window), window);
}

TYPED_TEST(Serialization, KeepsRecurrences) {
  const Recurrence monthly{
      "FREQ=MONTHLY;BYDAY=2FR", Date{2026, 1, 9}, {Date{2026, 2, 13}}, {Date{2026, 2, 20}}};
  const Recurrence other{"FREQ=DAILY", Date{2000, 1, 1}};
  EXPECT_EQ(this->again(monthly, other), monthly);
  const ShiftedDays rule{monthly, {ShiftPolicy::next_workday, 5, false}};
  EXPECT_EQ(this->again(rule, ShiftedDays{other, {}}), rule);
}

TYPED_TEST(Serialization, KeepsTimelines) {
  Timeline<UnitId> home{{Date{2012, 3, 1}, Date{2016, 1, 1}}, UnitId{3}};
  home.change(Date{2018, 1, 1}, UnitId{5});
  EXPECT_EQ(this->again(home, Timeline<UnitId>{days, UnitId{9}}), home);
}

TYPED_TEST(Serialization, KeepsRelations) {
  const Membership membership = this->again(Membership{{3}, {4}, MembershipKind::activity, days});
  EXPECT_EQ(membership.person, PersonId{3});
  EXPECT_EQ(membership.unit, UnitId{4});
  EXPECT_EQ(membership.kind, MembershipKind::activity);
  EXPECT_EQ(membership.period, days);
  EXPECT_EQ(this->again(Contact{{1}, {2}, days}).unit, UnitId{2});
  EXPECT_EQ(this->again(ClusterMembership{{1}, {2}, days}).cluster, ClusterId{1});
  EXPECT_EQ(this->again(UnitWorkplace{{1}, {2}, days}).workplace, WorkplaceId{2});
  const Change change{Date{2017, 1, 1}, ChangeKind::unit_name, PersonId{4}, "旧 <名>", "", {}};
  EXPECT_EQ(this->again(change), change);
}

TYPED_TEST(Serialization, KeepsFiltersAndScopes) {
  MemberFilter members;
  members.standing = {PartyStanding::probationary};
  members.age = {60, 69};
  EXPECT_EQ(this->again(members).standing, members.standing);
  EXPECT_EQ(this->again(members, MemberFilter{.sex = Sex::male}).sex, std::nullopt);
  EXPECT_EQ(this->again(members).age, members.age);
  EXPECT_EQ(this->again(UnitFilter{{UnitKind::branch}, true, {}}).temporary, true);
  const HoldersOf holders{TheseUnits{{"B1", "B2"}}, {PostKind::secretary}};
  EXPECT_EQ(this->again(holders), holders);
  const EveryPerson persons{true, {Retirement::retired}};
  EXPECT_EQ(this->again(persons), persons);
}

TYPED_TEST(Serialization, KeepsCadences) {
  const AtLeast at_least{2, Span::half_year, std::pair{3, 6}};
  EXPECT_EQ(this->again(at_least), at_least);
  EXPECT_EQ(this->again(OnSchedule{at_least}), OnSchedule{at_least});
  const AtFestivals festivals{{"春节", "重阳节"}, 7, 0};
  EXPECT_EQ(this->again(festivals), festivals);
  EXPECT_EQ(this->again(Funding{200, 300, Span::quarter}), (Funding{200, 300, Span::quarter}));
  EXPECT_EQ(this->again(AtTermEnd{5, 4}), (AtTermEnd{5, 4}));
  const Activities activities{Activity::party_lecture, Activity::themed_party_day};
  EXPECT_EQ(this->again(activities), activities);
}

TYPED_TEST(Serialization, KeepsLedgersAndTallies) {
  const Ledger ledger{"台账",
                      Date{2026, 7, 1},
                      {{"甲", CellKind::number}, {"乙"}},
                      {{{"1", "<&>"}, Date{2026, 3, 1}, ""}},
                      {{"次数", 1, CellKind::number}}};
  EXPECT_EQ(this->again(ledger), ledger);
  const Tally tally{"B1", "第一党支部", {1, 2, 3, 4, 5, 6, 7}};
  EXPECT_EQ(this->again(tally).standing, tally.standing);
  EXPECT_EQ(this->again(Discounted{{8}, Discount::other_place}),
            (Discounted{{8}, Discount::other_place}));
}

TYPED_TEST(Serialization, KeepsARosterAndTheHandlesIntoIt) {
  const Roster roster = sample_roster();
  const std::vector<PersonId> invited{roster.person("P2").id, roster.person("P1").id};
  std::stringstream stream;
  {
    typename TypeParam::Writer to(stream);
    to << make_nvp("roster", roster) << make_nvp("invited", invited);
  }
  Roster again;
  std::vector<PersonId> again_invited;
  typename TypeParam::Reader from(stream);
  from >> make_nvp("roster", again) >> make_nvp("invited", again_invited);
  EXPECT_EQ(lines(again), lines(roster));
  EXPECT_EQ(again[again_invited[0]].code, "P2");
}

TYPED_TEST(Serialization, KeepsARosterOfManyPieces) {
  const Roster roster = Roster::load(ZHIBU_REPO "/examples/yongshun");
  EXPECT_EQ(to_bytes(this->again(roster)), to_bytes(roster));
}

TYPED_TEST(Serialization, RefusesARosterThatIsDamaged) {
  std::string bytes = this->written(sample_roster());
  bytes[bytes.size() / 2] = bytes[bytes.size() / 2] == 'A' ? 'B' : 'A';
  try {
    this->read(bytes, Roster{});
    ADD_FAILURE() << "read";
  } catch (const std::invalid_argument& e) {
    EXPECT_THAT(e.what(), HasSubstr("damaged"));
  }
}

TYPED_TEST(Serialization, RemembersNoAddresses) {
  Period changing = days;
  std::stringstream stream;
  {
    typename TypeParam::Writer to(stream);
    const Shift first{ShiftPolicy::none, 1, false};
    Shift shift = first;
    to << make_nvp("a", std::as_const(shift));
    shift.max_days = 2;
    to << make_nvp("b", std::as_const(shift)) << make_nvp("c", std::as_const(changing));
  }
  typename TypeParam::Reader from(stream);
  Shift a;
  Shift b;
  from >> make_nvp("a", a) >> make_nvp("b", b);
  EXPECT_EQ(a.max_days, 1);
  EXPECT_EQ(b.max_days, 2);
}

std::string text_of(const std::string& values) { return "22 serialization::archive 18 " + values; }

template <class T>
T from_text(const std::string& values, T into = {}) {
  std::stringstream stream(text_of(values));
  archive::text_iarchive from(stream);
  from >> into;
  return into;
}

TEST(SerializedText, RefusesWhatIsNoSuchValue) {
  EXPECT_EQ(from_text<Date>("10 2026-03-10"), (Date{2026, 3, 10}));
  EXPECT_THROW(from_text<Date>("10 2026-02-30"), std::invalid_argument);
  EXPECT_EQ(from_text<Shift>("0 0 4 none 7 0"), Shift{});
  EXPECT_THROW(from_text<Shift>("0 0 4 nine 7 0"), std::invalid_argument);
}

// What version 0 of a class wrote, a later one reads.
TEST(SerializedText, HasTheVersionOfItsClass) {
  const Shift shift;
  std::stringstream stream;
  archive::text_oarchive to(stream);
  to << shift;
  EXPECT_THAT(stream.str(), StartsWith(text_of("0 0 4 none 7 0")));
  static_assert(boost::serialization::version<Shift>::value == 0);
}

}  // namespace
}  // namespace zhibu
