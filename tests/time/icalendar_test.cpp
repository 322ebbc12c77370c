// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/icalendar.hpp"

#include <string>

#include <gtest/gtest.h>

namespace zhibu {
namespace {

const Date start{2017, 1, 1};
const Period year_2027{Date{2027, 1, 1}, Date{2028, 1, 1}};

std::string written(const char* rule, Period period = year_2027) {
  return icalendar_properties(Recurrence{rule, start}, period);
}

TEST(ICalendar, WritesARuleOfRfc5545AsRruleFromItsFirstDay) {
  EXPECT_EQ(written("FREQ=MONTHLY;BYMONTHDAY=10"),
            "DTSTART;VALUE=DATE:20170110\r\nRRULE:FREQ=MONTHLY;BYMONTHDAY=10\r\n");
  EXPECT_EQ(written("RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=10"),
            "DTSTART;VALUE=DATE:20170110\r\nRRULE:FREQ=MONTHLY;BYMONTHDAY=10\r\n");
}

TEST(ICalendar, WritesOutWhatReadersFillInDifferently) {
  EXPECT_EQ(written("FREQ=YEARLY;BYMONTHDAY=5"),
            "DTSTART;VALUE=DATE:20170105\r\n"
            "RRULE:FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYMONTHDAY=5\r\n");
  EXPECT_EQ(written("FREQ=YEARLY;BYWEEKNO=20"),
            "DTSTART;VALUE=DATE:20170521\r\nRRULE:FREQ=YEARLY;BYWEEKNO=20;BYDAY=SU\r\n");
}

TEST(ICalendar, WritesALunarRuleAsItsDaysSinceOthersPutThemElsewhere) {
  const Period three_years{Date{2026, 1, 1}, Date{2029, 1, 1}};
  EXPECT_EQ(written("RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1", three_years),
            "DTSTART;VALUE=DATE:20260217\r\nRDATE;VALUE=DATE:20270206,20280126\r\n"
            "X-ZHIBU-RRULE:RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1\r\n");
  EXPECT_EQ(written("RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD",
                    {Date{2027, 2, 1}, Date{2027, 4, 1}}),
            "DTSTART;VALUE=DATE:20270228\r\nRDATE;VALUE=DATE:20270331\r\n"
            "X-ZHIBU-RRULE:RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD\r\n");
}

TEST(ICalendar, WritesDaysLessAndBesides) {
  const Recurrence days{
      "FREQ=MONTHLY;BYMONTHDAY=10", start, {Date{2017, 2, 10}}, {Date{2017, 2, 14}}};
  EXPECT_EQ(icalendar_properties(days, year_2027),
            "DTSTART;VALUE=DATE:20170110\r\nRRULE:FREQ=MONTHLY;BYMONTHDAY=10\r\n"
            "EXDATE;VALUE=DATE:20170210\r\nRDATE;VALUE=DATE:20170214\r\n");
}

TEST(ICalendar, WritesTheWorkdaysThatDaysWereMovedTo) {
  const ShiftedDays study{Recurrence{"FREQ=MONTHLY;BYMONTHDAY=10", start},
                          {ShiftPolicy::nearest_workday, 7}};
  EXPECT_EQ(
      shifted_icalendar_properties(study, Calendar::china(), {Date{2026, 1, 1}, Date{2026, 4, 1}}),
      "DTSTART;VALUE=DATE:20260109\r\nRDATE;VALUE=DATE:20260210,20260310\r\n"
      "X-ZHIBU-RRULE:FREQ=MONTHLY;BYMONTHDAY=10\r\nX-ZHIBU-SHIFT:nearest_workday;7\r\n");
}

TEST(ICalendar, WritesNothingWhereThereIsNoDay) {
  EXPECT_EQ(written("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), "");
  EXPECT_EQ(written("RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1",
                    {Date{2027, 3, 1}, Date{2027, 4, 1}}),
            "");
}

TEST(ICalendar, FoldsALineAt75Octets) {
  const std::string text = written("RSCALE=CHINESE;FREQ=MONTHLY;BYMONTHDAY=1");
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find("\r\n", begin);
    EXPECT_LE(end - begin, 75U);
    begin = end + 2;
  }
  EXPECT_NE(text.find("\r\n "), std::string::npos);
}

}  // namespace
}  // namespace zhibu
