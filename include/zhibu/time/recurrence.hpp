// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/names.hpp"
#include "zhibu/time/date.hpp"
#include "zhibu/time/period.hpp"
#include "zhibu/time/skip.hpp"

namespace zhibu {

// A pattern of days, as RFC 5545 (section 3.3.10) and RFC 7529 write it, from a first day on.
//
//   Recurrence study{"FREQ=MONTHLY;BYMONTHDAY=10", Date{2017, 1, 1}};
//   study.take(2);  // 2017-01-10, 2017-02-10
//   Recurrence chongyang{"RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=9", Date{2017, 1, 1}};
//   chongyang.next(Date{2017, 1, 1});  // 2017-10-28
//
// Reads FREQ=MONTHLY and FREQ=YEARLY with INTERVAL, BYMONTH and BYMONTHDAY, in which what is not
// written is taken from the start, as RFC 5545 says; RSCALE=GREGORIAN, or CHINESE with FREQ=YEARLY,
// where BYMONTH may name a leap month ("6L"); SKIP where RSCALE stands. The start is not itself an
// occurrence unless it fits the rule. Its days end with the year 9998; a Chinese rule throws
// std::invalid_argument when it is asked beyond the lunar table.
class ZHIBU_EXPORT Recurrence {
 public:
  // Throws std::invalid_argument that names the rule of the RFC that `rule` breaks, or the part of
  // the RFC that this version does not read.
  Recurrence(std::string_view rule, Date start);

  // The days from `begin` up to, not including, `end`, in order.
  std::vector<Date> between(Date begin, Date end) const;

  // The first `n` days; fewer where there are fewer.
  std::vector<Date> take(std::size_t n) const;

  // The first day after `after`.
  std::optional<Date> next(Date after) const;

  Date start() const { return start_; }
  friend bool operator==(const Recurrence&, const Recurrence&) = default;
  friend ZHIBU_EXPORT std::string to_string(const Recurrence& recurrence);

 private:
  void read(std::string_view name, std::string_view value);
  void check() const;
  int interval_of(Date day) const;
  int last_interval() const;
  std::optional<Date> first_from(Date day) const;
  std::vector<Date> in_interval(int nth) const;
  std::vector<std::optional<Period>> months_of(int nth) const;
  std::optional<Date> day_of(Period month, int month_day) const;

  Date start_;
  bool chinese_ = false;
  bool yearly_ = false;
  int interval_ = 1;
  std::vector<int> months_;      // a leap month is negative; empty: not written
  std::vector<int> month_days_;  // counted from the end where negative; empty: not written
  std::optional<Skip> skip_;     // set where RSCALE was written
};

// The rule as RFC text, its parts in the order of the RFC; reading it again gives the same rule.
ZHIBU_EXPORT std::string to_string(const Recurrence& recurrence);

}  // namespace zhibu
