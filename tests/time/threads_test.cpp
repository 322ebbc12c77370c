// SPDX-License-Identifier: BSL-1.0
//
// What is const may be asked from many threads at once, the first question included, by which the
// tables are read. Meant for ThreadSanitizer.

#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "zhibu/time/calendar.hpp"
#include "zhibu/time/festival.hpp"
#include "zhibu/time/lunar.hpp"
#include "zhibu/time/recurrence.hpp"
#include "zhibu/time/solar_term.hpp"

namespace zhibu {
namespace {

TEST(Threads, MayAskTheSameThingsAtOnce) {
  const Recurrence tenth{"FREQ=MONTHLY;BYMONTHDAY=10", Date{2017, 1, 1}};
  std::vector<int> right(4, 0);
  std::vector<std::thread> threads;
  for (int& count : right) {
    threads.emplace_back([&count, &tenth] {
      const Calendar calendar = Calendar::china();
      const Recurrence spring{"RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1",
                              Date{2017, 1, 1}};
      count += calendar.is_workday(Date{2026, 10, 10}) ? 1 : 0;
      count += LunarDate::of(Date{2027, 2, 6}) == LunarDate{2027, 1, 1} ? 1 : 0;
      count += festival(2027, "春节") == Date{2027, 2, 6} ? 1 : 0;
      count += solar_term(2027, "清明") == Date{2027, 4, 5} ? 1 : 0;
      count += spring.next(Date{2027, 1, 1}) == Date{2027, 2, 6} ? 1 : 0;
      count += tenth.previous(Date{2026, 3, 10}) == Date{2026, 2, 10} ? 1 : 0;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(right, (std::vector<int>{6, 6, 6, 6}));
}

}  // namespace
}  // namespace zhibu
