// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "steps.hpp"
#include "zhibu/audit/audit.hpp"
#include "zhibu/record/record.hpp"
#include "zhibu/schedule/obligation.hpp"

namespace zhibu {

// How a record stands to an obligation of its bearer and activity, by itself.
struct Judged {
  std::uint32_t place = 0;      // of the record, in the order held
  std::optional<Discount> why;  // nothing where it fits
  std::optional<RequirementId> rule;
};

// The records that an audit looks at, in the order held, and of one day in the order added; found
// by bearer. Views the obligations and the records.
class Held {
 public:
  // Each record is a step three times, and each obligation once.
  Held(const Obligations& obligations, const Records& records, Date as_of,
       std::optional<Date> known_on, Steps& steps);

  const Record& operator[](std::uint32_t place) const { return records_[place]; }

  // The records of the obligation's bearer that have what it asks for; of those that are of another
  // period only the ones held near its window, unless all are wanted.
  std::vector<Judged> judge(const Obligation& obligation, bool all = false) const;

 private:
  // A record that may count for a bearer; nothing of `present` where it names them. What most of
  // them are passed over by stands here, so that the record itself need not be looked at.
  struct Entry {
    std::uint32_t place = 0;
    Date held_on = {};
    Activities activities = {};
    bool has_hours = false;
    bool for_period = false;
    std::optional<Presence> present = {};
  };

  // Entries by bearer: those of the i-th end where `ends[i]` says.
  struct ByBearer {
    std::vector<Entry> entries;
    std::vector<std::uint32_t> ends;
    std::span<const Entry> of(std::uint32_t index) const;
  };

  struct Due {
    std::uint32_t bearer;
    Entry entry;
  };
  static ByBearer by_bearer(const std::vector<Due>& due, Steps& steps);
  Entry entry(std::uint32_t place, std::optional<Presence> present) const;

  void take(const Records& records, Date as_of, Steps& steps);
  std::vector<Due> units(Steps& steps) const;
  std::vector<Due> persons(const Obligations& obligations, Steps& steps) const;
  std::optional<RequirementId> missed_quorum(const Record& record, const Obligation& o) const;
  Judged judge(const Entry& entry, const Obligation& o) const;

  const Obligations* obligations_;
  const Records* books_;
  std::optional<Date> known_on_;
  std::vector<Record> records_;
  std::vector<const Requirement*> quorums_;
  ByBearer units_;
  ByBearer persons_;
};

// Whether a record has what the obligation asks for: its activity, or class hours.
bool has_what_is_asked(Activities activities, bool has_hours, const Obligation& obligation);
bool has_what_is_asked(const Record& record, const Obligation& obligation);

// The window, and as many days again after it.
Period nearby(Period window);

// Whether `record` was for the window, or, being for no other, lay in it.
bool is_for(const Record& record, Period window);

}  // namespace zhibu
