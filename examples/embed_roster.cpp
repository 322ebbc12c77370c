// SPDX-License-Identifier: BSL-1.0
//
// EXAMPLE embed_roster: how does a program keep a roster in the file that it has already?
//
// SHOWS    zhibu/serialization.hpp: a roster, handles and periods in an archive of
//          Boost.Serialization, beside what is the program's own
// FIRST    event_loop, whose program keeps what it knows in memory
// NEXT     county, which reads a whole county from its files; save() and load(), where a roster
//          has a file to itself

#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include <boost/archive/text_iarchive.hpp>
#include <boost/archive/text_oarchive.hpp>
#include <boost/serialization/vector.hpp>

#include "zhibu.hpp"
#include "zhibu/serialization.hpp"

// What the program keeps of its own: who has booked a room, and when.
struct Booking {
  zhibu::UnitId unit;
  zhibu::Period days;
  std::string room;

  template <class Archive>
  void serialize(Archive& archive, unsigned int /*version*/) {
    archive& unit& days& room;
  }
};

struct Office {
  zhibu::Roster roster;
  std::vector<Booking> bookings;

  template <class Archive>
  void serialize(Archive& archive, unsigned int /*version*/) {
    archive& roster& bookings;
  }
};

int main() {
  using namespace zhibu;

  Office office;
  const UnitId branch = office.roster.add(
      Unit{.code = "B01", .name = "老干部第一党支部", .standing = since(Date{2019, 3, 1})});
  office.roster.rename(branch, "老年大学党支部", Date{2024, 1, 1}, "永组发〔2024〕1号");
  office.bookings.push_back({branch, {Date{2026, 3, 10}, Date{2026, 3, 11}}, "党员活动室"});

  std::stringstream file;
  const Office& kept = office;
  boost::archive::text_oarchive{file} << kept;

  Office again;
  boost::archive::text_iarchive{file} >> again;
  for (const Booking& booking : again.bookings) {
    const Date day = booking.days.begin;
    std::cout << to_string(day) << ' ' << booking.room << ": "
              << again.roster.at(booking.unit, day)->name << ", 原"
              << again.roster.at(booking.unit, Date{2023, 12, 31})->name << '\n';
  }
}
// prints: 2026-03-10 党员活动室: 老年大学党支部, 原老干部第一党支部
