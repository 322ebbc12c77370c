// SPDX-License-Identifier: BSL-1.0

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "time/calendar_days.hpp"

namespace {

using zhibu::CalendarDays;

void ask(const CalendarDays& days, std::span<const zhibu::ArrangedDay> named) {
  days.decreed_through();
  for (const zhibu::ArrangedDay& day : named)
    if (days.day(day.date).certainty != zhibu::Certainty::decreed) __builtin_trap();
}

void read_arrangement(const std::string& name, std::string_view bytes) {
  try {
    const std::array read{zhibu::read_arrangement(name, bytes)};
    ask(CalendarDays::china().with(read, {}), read[0].days);
  } catch (const std::invalid_argument&) {
  }
}

void read_settings(std::string_view bytes) {
  try {
    const zhibu::CalendarSettings settings = zhibu::read_calendar_settings(bytes, "fuzz.toml");
    ask(CalendarDays::china().with({}, settings.days), settings.days);
  } catch (const std::invalid_argument&) {
  }
}

}  // namespace

// Whatever the bytes, an arrangement or the settings of a calendar are read or refused with
// std::invalid_argument; nothing else. What was read is decreed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  read_arrangement("fuzz", bytes);
  read_arrangement("fuzz.json", bytes);
  read_settings(bytes);
  return 0;
}
