// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <span>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "zhibu/time/recurrence.hpp"

namespace {

using zhibu::Date;
using zhibu::Recurrence;

constexpr std::size_t first_days = 20;

void require(bool holds) {
  if (!holds) std::abort();
}

// What follows the first line of the bytes: where the rule starts, and a day less and a day more.
class Numbers {
 public:
  explicit Numbers(std::string_view bytes) : bytes_{bytes} {}

  int operator[](std::size_t i) const {
    return i < bytes_.size() ? static_cast<unsigned char>(bytes_[i]) : 0;
  }
  Date start() const {
    const int days = ((*this)[0] | (*this)[1] << 8) - ((*this)[1] >= 128 ? 65536 : 0);
    return near(Date{2017, 1, 1}, days * (1 + (*this)[2]));
  }
  std::vector<Date> day(std::size_t i) const {
    if ((*this)[i] == 0) return {};
    return {near(start(), (*this)[i] - 64)};
  }

 private:
  static Date near(Date day, int days) {
    return day + std::clamp(days, Date::first() - day, Date::last() - day);
  }

  std::string_view bytes_;
};

void require_written_as_meant(const Recurrence& r) {
  const auto list = [](std::span<const Date> days) {
    return std::vector<Date>(days.begin(), days.end());
  };
  const Recurrence again{to_string(r), r.start(), list(r.exdates()), list(r.rdates())};
  require(again == r);
  require(to_string(again) == to_string(r));
}

void require_neighbours(const Recurrence& r, const std::vector<Date>& days) {
  require(!r.previous(days.front()));
  if (days.front() > Date::first()) require(r.next(days.front() - 1) == days.front());
  for (std::size_t i = 1; i < days.size(); ++i) {
    require(days[i - 1] < days[i]);
    require(r.next(days[i - 1]) == days[i]);
    require(r.previous(days[i]) == days[i - 1]);
    require(r.contains(days[i]));
  }
}

void require_of_a_piece(const Recurrence& r, const std::vector<Date>& days) {
  if (days.size() < first_days) {
    require(r.next(days.empty() ? Date::first() : days.back()) == std::nullopt);
    require(r.count().value_or(days.size()) == days.size());
  }
  if (days.empty()) return;
  require_neighbours(r, days);
  require(r.count_between(days.front(), days.back()) == days.size() - 1);
  require(r.between(days.front(), days.back()) == std::vector<Date>(days.begin(), days.end() - 1));
}

}  // namespace

// Whatever the bytes, a rule is read or refused with std::invalid_argument; and what is asked of a
// rule that is read comes to the same, whichever way it is asked.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  const std::size_t line = std::min(bytes.find('\n'), bytes.size());
  const Numbers numbers{bytes.substr(std::min(line + 1, bytes.size()))};
  std::optional<Recurrence> r;
  std::vector<Date> days;
  try {
    r.emplace(bytes.substr(0, line), numbers.start(), numbers.day(3), numbers.day(4));
    days = r->take(first_days);
  } catch (const std::invalid_argument&) {
    if (r) require_written_as_meant(*r);
    return 0;
  }
  require_written_as_meant(*r);
  require_of_a_piece(*r, days);
  return 0;
}
