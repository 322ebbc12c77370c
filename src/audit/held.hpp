// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

#include "zhibu/audit/audit.hpp"
#include "zhibu/record/record.hpp"
#include "zhibu/schedule/obligation.hpp"

namespace zhibu {

// The records held up to the end of a day, found by bearer, activity and day. Views `records`.
class Held {
 public:
  Held(const Records& records, Date as_of);

  // The records that count towards `obligation`, in the order held.
  std::vector<const Record*> counting(const Obligation& obligation) const;

  // Those nearby that do not, as audit() says, in the order held.
  std::vector<Discounted> discounted(const Obligation& obligation) const;

 private:
  // One record, as it may count for one bearer's activity.
  struct Entry {
    std::uint64_t key;  // of the bearer and the activity
    Date day;
    std::uint32_t place;  // of the record in records_
    friend auto operator<=>(const Entry&, const Entry&) = default;
  };
  using Entries = std::vector<Entry>;

  void enter(Bearer bearer, std::uint32_t place);
  static std::span<const Entry> find(const Entries& entries, const Obligation& obligation,
                                     Period days);

  std::vector<Record> records_;  // in the order held, and of one day in the order added
  Entries by_day_held_;
  Entries by_day_held_for_;  // the first day of for_period, or else the day held
};

}  // namespace zhibu
