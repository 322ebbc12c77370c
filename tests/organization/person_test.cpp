// SPDX-License-Identifier: BSL-1.0

#include "zhibu/organization/person.hpp"

#include <gtest/gtest.h>

#include "zhibu/organization/membership.hpp"
#include "zhibu/organization/post.hpp"
#include "zhibu/organization/unit.hpp"

namespace zhibu {
namespace {

Person admitted(std::optional<Date> admitted_on, std::optional<Date> full_member_on) {
  Person person;
  person.admitted_on = admitted_on;
  person.full_member_on = full_member_on;
  return person;
}

TEST(Person, IsProbationaryFromAdmissionAndFullFromConfirmation) {
  const Person person = admitted(Date{1960, 2, 29}, Date{1961, 3, 1});
  EXPECT_EQ(standing_on(person, Date{1960, 2, 28}), PartyStanding::not_a_member);
  EXPECT_EQ(standing_on(person, Date{1960, 2, 29}), PartyStanding::probationary);
  EXPECT_EQ(standing_on(person, Date{1961, 2, 28}), PartyStanding::probationary);
  EXPECT_EQ(standing_on(person, Date{1961, 3, 1}), PartyStanding::full);
}

TEST(Person, StaysProbationaryUntilConfirmed) {
  const Person person = admitted(Date{2016, 7, 1}, std::nullopt);
  EXPECT_EQ(standing_on(person, Date{2026, 7, 1}), PartyStanding::probationary);
}

TEST(Person, NeverAdmittedIsNoMember) {
  EXPECT_EQ(standing_on(Person{}, Date{2026, 7, 1}), PartyStanding::not_a_member);
}

// Early members were admitted in full on one day.
TEST(Person, AdmittedInFullIsFullThatDay) {
  const Person person = admitted(Date{1948, 5, 1}, Date{1948, 5, 1});
  EXPECT_EQ(standing_on(person, Date{1948, 4, 30}), PartyStanding::not_a_member);
  EXPECT_EQ(standing_on(person, Date{1948, 5, 1}), PartyStanding::full);
}

TEST(Person, GoesTheWayIntoThePartyStepByStep) {
  Person person = admitted(Date{2016, 7, 1}, Date{2017, 7, 1});
  person.applied_on = Date{2014, 1, 10};
  person.activist_on = Date{2014, 7, 1};
  person.development_target_on = Date{2015, 8, 1};
  EXPECT_EQ(standing_on(person, Date{2014, 1, 9}), PartyStanding::not_a_member);
  EXPECT_EQ(standing_on(person, Date{2014, 1, 10}), PartyStanding::applicant);
  EXPECT_EQ(standing_on(person, Date{2014, 7, 1}), PartyStanding::activist);
  EXPECT_EQ(standing_on(person, Date{2016, 6, 30}), PartyStanding::development_target);
  EXPECT_FALSE(is_member_on(person, Date{2016, 6, 30}));
  EXPECT_TRUE(is_member_on(person, Date{2016, 7, 1}));
}

TEST(Person, IsNoMemberFromTheDayOfLeavingOrOfDeath) {
  Person person = admitted(Date{1960, 7, 1}, Date{1961, 7, 1});
  person.left_party_on = Date{2010, 1, 1};
  EXPECT_TRUE(is_member_on(person, Date{2009, 12, 31}));
  EXPECT_FALSE(is_member_on(person, Date{2010, 1, 1}));
  person.left_party_on.reset();
  person.died_on = Date{2017, 4, 5};
  EXPECT_TRUE(is_member_on(person, Date{2017, 4, 4}));
  EXPECT_FALSE(is_member_on(person, Date{2017, 4, 5}));
}

TEST(Person, IsInServiceUpToTheDayOfRetirement) {
  Person person;
  person.retirement = Retirement::retired;
  EXPECT_EQ(retirement_on(person, Date{1990, 1, 1}), Retirement::retired) << "no day is known";
  person.retired_on = Date{2010, 6, 1};
  EXPECT_EQ(retirement_on(person, Date{2010, 5, 31}), Retirement::in_service);
  EXPECT_EQ(retirement_on(person, Date{2010, 6, 1}), Retirement::retired);
}

TEST(Person, CompletesAYearOnTheDayItself) {
  EXPECT_EQ(full_years(Date{1947, 10, 1}, Date{2017, 9, 30}), 69);
  EXPECT_EQ(full_years(Date{1947, 10, 1}, Date{2017, 10, 1}), 70);
  EXPECT_EQ(full_years(Date{1948, 2, 29}, Date{2017, 2, 27}), 68);
  EXPECT_EQ(full_years(Date{1948, 2, 29}, Date{2017, 2, 28}), 69);
  EXPECT_EQ(full_years(Date{1948, 2, 29}, Date{2016, 2, 28}), 67);
  EXPECT_EQ(full_years(Date{1948, 2, 29}, Date{2016, 2, 29}), 68);
}

TEST(Person, JoinedTheRevolutionInOneOfFourPeriods) {
  EXPECT_EQ(revolution_period(Date{1937, 7, 6}), RevolutionPeriod::before_resistance);
  EXPECT_EQ(revolution_period(Date{1937, 7, 7}), RevolutionPeriod::early_resistance);
  EXPECT_EQ(revolution_period(Date{1942, 12, 31}), RevolutionPeriod::early_resistance);
  EXPECT_EQ(revolution_period(Date{1943, 1, 1}), RevolutionPeriod::late_resistance);
  EXPECT_EQ(revolution_period(Date{1945, 9, 2}), RevolutionPeriod::late_resistance);
  EXPECT_EQ(revolution_period(Date{1945, 9, 3}), RevolutionPeriod::liberation_war);
  EXPECT_EQ(revolution_period(Date{1949, 9, 30}), RevolutionPeriod::liberation_war);
  EXPECT_EQ(revolution_period(Date{1949, 10, 1}), std::nullopt);
}

template <class E>
void expect_labels(std::initializer_list<std::string_view> zh) {
  ASSERT_EQ(names<E>().size(), zh.size());
  for (std::size_t i = 0; i < zh.size(); ++i) {
    const Name<E>& name = names<E>()[i];
    EXPECT_EQ(static_cast<std::size_t>(name.value), i);
    EXPECT_EQ(name.zh, zh.begin()[i]);
    EXPECT_EQ(parse<E>(name.zh, "value"), name.value);
    EXPECT_EQ(parse<E>(name.key, "value"), name.value);
  }
}

TEST(Names, OfTheOrganizationAreThoseOfTheGlossary) {
  expect_labels<UnitKind>({"党委", "党工委", "党组", "党总支", "党支部", "党小组"});
  expect_labels<Sex>({"男", "女"});
  expect_labels<Retirement>({"在职", "离休", "退休"});
  expect_labels<PartyStanding>(
      {"群众", "入党申请人", "入党积极分子", "发展对象", "预备党员", "正式党员"});
  expect_labels<MembershipKind>({"组织关系所在支部", "参加活动", "联系服务"});
  expect_labels<PostKind>({"书记", "副书记", "组织委员", "宣传委员", "纪检委员", "委员",
                           "党小组组长", "青年委员", "工会委员", "保密委员", "妇女委员",
                           "统战委员"});
}

}  // namespace
}  // namespace zhibu
