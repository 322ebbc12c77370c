// SPDX-License-Identifier: BSL-1.0

#include "zhibu/names.hpp"

#include <stdexcept>
#include <string>
#include <type_traits>

#include <gtest/gtest.h>

#include "zhibu/id.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {
namespace {

static_assert(!std::is_convertible_v<PersonId, UnitId>, "an id names one kind of thing");
static_assert(sizeof(UnitId) == 4);

TEST(Names, AreReadByKeyAndByChineseLabel) {
  EXPECT_EQ(parse<Weekday>("friday", "weekday"), Weekday::friday);
  EXPECT_EQ(parse<Weekday>("星期五", "weekday"), Weekday::friday);
  EXPECT_EQ(key(Weekday::friday), "friday");
  EXPECT_EQ(label(Weekday::friday), "星期五");
  EXPECT_EQ(label(Weekday::friday, Language::en), "Friday");
}

TEST(Names, AMisspeltOneIsAnsweredWithTheNearestAndAllAccepted) {
  try {
    parse<Weekday>("firday", "weekday");
    FAIL() << "accepted a misspelt name";
  } catch (const std::invalid_argument& e) {
    EXPECT_EQ(std::string{e.what()},
              "no such weekday: 'firday' (did you mean 'friday'?); accepted: monday, tuesday, "
              "wednesday, thursday, friday, saturday, sunday");
  }
}

TEST(Names, AFarOneIsNotGuessedAt) {
  try {
    parse<Weekday>("十月", "weekday");
    FAIL() << "accepted a name that there is not";
  } catch (const std::invalid_argument& e) {
    EXPECT_EQ(std::string{e.what()}.find("did you mean"), std::string::npos) << e.what();
  }
}

}  // namespace
}  // namespace zhibu
