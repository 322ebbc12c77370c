// SPDX-License-Identifier: BSL-1.0

#include "year.hpp"

#include <bit>
#include <cstdint>
#include <optional>

namespace audit_benchmark {

using zhibu::Activity;
using zhibu::Date;
using zhibu::UnitKind;

namespace {

constexpr std::uint64_t slots = 64;  // places for the records of a unit; not all are filled

struct Record {
  Activity activity;
  Date held_on;
};

// The finalizer of splitmix64.
std::uint64_t mix(std::uint64_t z) {
  z = (z + 0x9e3779b97f4a7c15U) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31U);
}

// A number below `bound` out of sixteen bits of `random`.
int draw(std::uint64_t random, unsigned bits_from, int bound) {
  return static_cast<int>((random >> bits_from & 0xffffU) * static_cast<std::uint64_t>(bound) >>
                          16U);
}

// The kinds of meeting that a branch owes, and how often in the year.
struct Owed {
  Activity activity;
  std::uint64_t times;
};
constexpr Owed owed[] = {
    {Activity::committee_meeting, 12},  {Activity::group_meeting, 12},
    {Activity::themed_party_day, 12},   {Activity::members_meeting, 4},
    {Activity::party_lecture, 4},       {Activity::organizational_life_meeting, 1},
    {Activity::democratic_appraisal, 1}};

constexpr Activity unasked[] = {Activity::heart_to_heart_talk, Activity::study_day,
                                Activity::festival_visit,      Activity::party_lecture,
                                Activity::members_meeting,     Activity::cluster_meeting};

// Within the n-th of so many equal parts of the year; one in thirty is held a month later.
Date day_of(std::uint64_t n, std::uint64_t parts, std::uint64_t random) {
  const int days = 365 / static_cast<int>(parts);
  const int late = draw(random, 16, 30) == 0 ? 30 : 0;
  return year.begin + (static_cast<int>(n) * days + draw(random, 32, days) + late);
}

std::optional<Record> unasked_for(std::uint64_t random) {
  if (draw(random, 0, 10) >= 8) return std::nullopt;
  return Record{unasked[draw(random, 48, 6)], year.begin + draw(random, 32, 365)};
}

std::optional<Record> record_of(UnitKind kind, std::uint64_t slot, std::uint64_t random) {
  if (kind == UnitKind::branch) {
    for (const auto& [activity, times] : owed) {
      if (slot < times)
        return draw(random, 0, 20) == 0
                   ? std::nullopt
                   : std::optional{Record{activity, day_of(slot, times, random)}};
      slot -= times;
    }
    return slot < 10 ? unasked_for(random) : std::nullopt;
  }
  return slot < 20 ? unasked_for(random) : std::nullopt;
}

// The numbers below a power of two, each once, in an order in which none is near the next.
class Shuffled {
 public:
  explicit Shuffled(std::uint64_t least_size)
      : bits_{static_cast<unsigned>(std::bit_width(least_size))} {}

  std::uint64_t size() const { return std::uint64_t{1} << bits_; }

  // Each step can be undone, so that no two numbers become one.
  std::uint64_t operator[](std::uint64_t i) const {
    for (const std::uint64_t factor : {0x9e3779b97f4a7c15U, 0xbf58476d1ce4e5b9U}) {
      i = i * factor & (size() - 1);
      i ^= i >> (bits_ / 2);
    }
    return i * 0x94d049bb133111ebU & (size() - 1);
  }

 private:
  unsigned bits_;
};

}  // namespace

Held held_in_the_year(std::span<const UnitKind> kinds, Order order) {
  const std::uint64_t places = kinds.size() * slots;
  Held held;
  const std::size_t about = kinds.size() * 48;
  held.units.reserve(about);
  held.activities.reserve(about);
  held.held_on.reserve(about);
  const auto fill = [&](std::uint64_t place) {
    const auto unit = static_cast<std::uint32_t>(place / slots);
    const std::optional<Record> record = record_of(kinds[unit], place % slots, mix(place));
    if (!record) return;
    held.units.push_back({unit});
    held.activities.push_back(record->activity);
    held.held_on.push_back(record->held_on);
  };
  if (order == Order::by_unit) {
    for (std::uint64_t place = 0; place < places; ++place) fill(place);
    return held;
  }
  const Shuffled shuffled{places};
  for (std::uint64_t i = 0; i < shuffled.size(); ++i)
    if (shuffled[i] < places) fill(shuffled[i]);
  return held;
}

}  // namespace audit_benchmark
