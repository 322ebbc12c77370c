// SPDX-License-Identifier: BSL-1.0

#include "zhibu/organization/person.hpp"

#include <gtest/gtest.h>

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
  expect_labels<PartyStanding>({"群众", "预备党员", "正式党员"});
  expect_labels<MembershipKind>({"组织关系所在支部", "参加活动", "联系服务"});
  expect_labels<PostKind>(
      {"书记", "副书记", "组织委员", "宣传委员", "纪检委员", "委员", "党小组组长"});
}

}  // namespace
}  // namespace zhibu
