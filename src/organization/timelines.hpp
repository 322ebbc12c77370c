// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>

#include "organization/column.hpp"
#include "steps.hpp"
#include "zhibu/time/timeline.hpp"

namespace zhibu {

// A Timeline of numbers for each row. Most never change: those take eight bytes.
class Timelines {
 public:
  using Number = std::uint32_t;
  static constexpr Number none = std::numeric_limits<Number>::max();

  // The numbers of one row that follow on one another, `left` more of them after this one.
  struct Entry {
    std::int32_t from;
    Number number;  // or none
    std::uint32_t left;
  };

  std::size_t size() const { return from_.size(); }
  void reserve(std::size_t rows);

  void push_back(const Timeline<Number>& timeline);
  void push_back(Date from, Number number);  // without end

  std::optional<Number> at(std::size_t row, Date day) const {
    if (day == Date::last()) return std::nullopt;  // what lasts ends before it; see since()
    if (has_several(row)) return at_one_of_several(row, day);
    const bool holds = day.serial() >= from_[row] && number_[row] != none;
    return holds ? std::optional{number_[row]} : std::nullopt;
  }

  Timeline<Number> operator[](std::size_t row) const;
  void set(std::size_t row, const Timeline<Number>& timeline);
  void set(std::size_t row, Date from, Number number) {  // without end, in a row of one number
    from_[row] = from.serial();
    number_[row] = number;
  }

  // Whether the row has a number on any day; the one it has last; and from its first day to its
  // last.
  bool ever(std::size_t row) const;
  std::optional<Number> last(std::size_t row) const;
  Period period(std::size_t row) const;

  // Whether on one of `days` it comes to have another number, or none any more.
  bool changes(std::size_t row, Period days) const;

  // Calls `act` with each number that the row ever had and its days, in order of days.
  template <class Act>
  void each(std::size_t row, Act act) const {
    if (!has_several(row)) {
      if (number_[row] != none) act(since(Date::from_serial(from_[row])), number_[row]);
      return;
    }
    for (std::size_t i = first_entry(row);; ++i) {
      const bool last = entries_[i].left == 0;
      const Date end = last ? Date::last() : Date::from_serial(entries_[i + 1].from);
      if (entries_[i].number != none)
        act(Period{Date::from_serial(entries_[i].from), end}, entries_[i].number);
      if (last) return;
    }
  }

  // As an archive keeps them.
  const Values<std::int32_t>& from() const { return from_; }
  const Values<Number>& numbers() const { return number_; }
  const Values<Entry>& entries() const { return entries_; }

  // Throws std::invalid_argument unless the days are days in order, the numbers are `below` that,
  // and every row has entries of its own.
  static Timelines restored(Values<std::int32_t> from, Values<Number> numbers,
                            Values<Entry> entries, std::size_t below, Steps& steps);

  std::size_t bytes() const { return size() * 8 + entries_.size() * sizeof(Entry); }

 private:
  std::optional<Number> at_one_of_several(std::size_t row, Date day) const;
  bool sound(std::size_t below, Steps& steps) const;
  bool has_several(std::size_t row) const { return from_[row] < Date::first().serial(); }
  std::size_t first_entry(std::size_t row) const {
    return static_cast<std::size_t>(std::int64_t{from_[row]} -
                                    std::numeric_limits<std::int32_t>::min());
  }

  Values<std::int32_t> from_;  // its day; or, counted from the least number, its first entry
  Values<Number> number_;      // its number, where it has but one
  Values<Entry> entries_;
};

}  // namespace zhibu
