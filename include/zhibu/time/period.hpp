// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/names.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {

// The days from `begin` up to, not including, `end`.
//
//   Period q1{Date{2017, 1, 1}, Date{2017, 4, 1}};
//   q1.contains(Date{2017, 3, 31});  // true
//   q1.contains(Date{2017, 4, 1});   // false
//   q1.last();                       // 2017-03-31
struct Period {
  Date begin;
  Date end;

  constexpr bool empty() const { return end <= begin; }
  constexpr int days() const { return empty() ? 0 : end - begin; }
  constexpr bool contains(Date d) const { return begin <= d && d < end; }
  constexpr bool contains(Period p) const { return begin <= p.begin && p.end <= end; }
  constexpr bool overlaps(Period p) const { return begin < p.end && p.begin < end; }
  Date last() const { return end - 1; }
  friend constexpr bool operator==(const Period&, const Period&) = default;
};

// From `begin` on, with no end in sight: what still lasts.
constexpr Period since(Date begin) { return {begin, Date::last()}; }
constexpr bool lasts(Period p) { return p.end == Date::last(); }

// The spans of the calendar by which frequencies are counted.
enum class Span : std::uint8_t { month, quarter, half_year, year };

template <>
ZHIBU_EXPORT std::span<const Name<Span>> names();

// The calendar month, quarter, half-year or year that holds `day`.
ZHIBU_EXPORT Period span_of(Span span, Date day);

// All whole spans that lie within `period`, in order. A month cut off by its edge is not among
// them.
ZHIBU_EXPORT std::vector<Period> spans(Span span, Period period);

// "2017-03-01..2017-03-31", with the last day, or "2017-03-01.." for what lasts.
ZHIBU_EXPORT std::string to_string(Period p);

// A short name where the period is a whole span: "2017-03", "2017-Q1", "2017-H1", "2017"; else as
// to_string.
ZHIBU_EXPORT std::string title(Period p);

// Reads "2017", "2017-H1", "2017-Q1", "2017-03", "2017-03-01" (that day), "2017-03-01.." and
// "2017-03-01..2017-03-31" (with its last day). Throws std::invalid_argument that names the text
// and these forms.
ZHIBU_EXPORT Period parse_period(std::string_view text);

}  // namespace zhibu
