// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/activity.hpp"

#include <stdexcept>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace zhibu {
namespace {

TEST(Activities, OneAfternoonCanServeSeveral) {
  const Activities held{Activity::themed_party_day, Activity::members_meeting};
  EXPECT_TRUE(held.contains(Activity::members_meeting));
  EXPECT_TRUE(held.contains(Activity::themed_party_day));
  EXPECT_FALSE(held.contains(Activity::party_lecture));
}

TEST(Activities, AreWrittenInTheOrderOfTheEnumeration) {
  const Activities held{Activity::themed_party_day, Activity::members_meeting};
  EXPECT_EQ(to_string(held), "members_meeting;themed_party_day");
  EXPECT_EQ(to_string(Activities{}), "");
}

TEST(Activities, AreReadByKeyAndByChineseLabel) {
  const Activities held{Activity::themed_party_day, Activity::members_meeting};
  EXPECT_EQ(parse_activities("themed_party_day;members_meeting"), held);
  EXPECT_EQ(parse_activities("主题党日;党员大会"), held);
}

TEST(Activities, AnUnknownOneIsRefusedWithTheNearestName) {
  try {
    parse_activities("themed_party_day;members_meting");
    FAIL() << "was read";
  } catch (const std::invalid_argument& e) {
    EXPECT_THAT(e.what(), testing::HasSubstr("no such activity: 'members_meting' (did you mean "
                                             "'members_meeting'?); accepted: members_meeting, "));
  }
}

TEST(Activities, TextThatNamesNoneIsRefused) {
  for (const char* text : {"", ";", "members_meeting;", ";members_meeting", "members_meeting;;"})
    EXPECT_THROW(parse_activities(text), std::invalid_argument) << text;
}

RC_GTEST_PROP(Activities, AreReadBackAsTheyWereWritten, ()) {
  Activities held;
  for (const Name<Activity>& name : names<Activity>())
    if (*rc::gen::arbitrary<bool>()) held = held | name.value;
  RC_PRE(!held.empty());
  RC_ASSERT(parse_activities(to_string(held)) == held);
}

}  // namespace
}  // namespace zhibu
