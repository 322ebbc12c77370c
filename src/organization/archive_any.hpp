// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "archive.hpp"
#include "organization/archive_sound.hpp"
#include "organization/texts.hpp"
#include "zhibu/id.hpp"
#include "zhibu/time/date.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// The texts of rows whose handles may be any: of a roster that is not here, or verified by others.
struct AnyHandles {
  Texts texts;

  template <class Tag>
  static constexpr std::uint64_t count(Id<Tag>) {
    return std::uint64_t{1} << 32;
  }
};

// Days beside the rows, each a column.
inline constexpr std::int32_t no_day = INT32_MIN;

inline void put_day(ContainerWriter& to, std::string_view name, std::optional<Date> day) {
  put_number(to, name, day ? day->serial() : no_day);
}

inline std::optional<Date> day_of(const ContainerReader& from, std::string_view name) {
  const auto serial = number_of<std::int32_t>(from, name);
  if (serial == no_day) return std::nullopt;
  if (!is_day(serial)) refuse_archive("the day number " + std::to_string(serial), "a day");
  return Date::from_serial(serial);
}

inline Date one_day_of(const ContainerReader& from, std::string_view name) {
  if (const auto day = day_of(from, name)) return *day;
  refuse_archive("no day in '" + std::string{name} + "'", "one");
}

}  // namespace zhibu
