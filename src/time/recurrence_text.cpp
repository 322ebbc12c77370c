// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdlib>
#include <stdexcept>
#include <utility>

#include "quote.hpp"
#include "zhibu/time/lunar.hpp"
#include "zhibu/time/recurrence.hpp"

namespace zhibu {

namespace {

constexpr std::array<std::string_view, 6> read_here{"RSCALE",  "FREQ",       "INTERVAL",
                                                    "BYMONTH", "BYMONTHDAY", "SKIP"};
constexpr std::array<std::string_view, 10> not_read_yet{
    "UNTIL", "COUNT",     "BYSECOND", "BYMINUTE", "BYHOUR",
    "BYDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS", "WKST"};

[[noreturn]] void refuse(const std::string& why) { throw std::invalid_argument(why); }

std::string upper(std::string_view text) {
  std::string out{text};
  for (char& c : out) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return out;
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (std::size_t end = text.find(at); end != std::string_view::npos; end = text.find(at)) {
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  parts.push_back(text);
  return parts;
}

int number(std::string_view name, std::string_view text, int least, int most) {
  const std::string_view digits = text.starts_with('+') ? text.substr(1) : text;
  int n = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), n);
  const bool whole = error == std::errc{} && end == digits.data() + digits.size();
  if (!whole || n == 0 || n < least || n > most)
    refuse(std::string{name} + " is " + quote(text) + "; accepted: " +
           (least < 0 ? std::to_string(least) + " to -1 and 1" : std::to_string(least)) + " to " +
           std::to_string(most));
  return n;
}

// "6" or "6L", a leap month, which is kept as a negative number.
int month(std::string_view text) {
  const bool leap = text.ends_with('L');
  const int n = number("BYMONTH", leap ? text.substr(0, text.size() - 1) : text, 1, 12);
  return leap ? -n : n;
}

template <class Place>
void put_in_order(std::vector<int>& numbers, Place place) {
  std::ranges::sort(numbers, {}, place);
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

std::string joined(const std::vector<int>& numbers, bool months) {
  std::string text;
  for (const int n : numbers)
    text += (text.empty() ? "" : ",") + std::to_string(months ? std::abs(n) : n) +
            (months && n < 0 ? "L" : "");
  return text;
}

}  // namespace

Recurrence::Recurrence(std::string_view rule, Date start) : start_{start} {
  std::vector<std::string> seen;
  for (const std::string_view part : split(rule, ';')) {
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos)
      refuse("not a part of a rule: " + quote(part) + "; accepted: NAME=VALUE, joined by ';'");
    seen.push_back(upper(part.substr(0, equals)));
    if (std::ranges::count(seen, seen.back()) > 1)
      refuse(seen.back() + " stands twice; RFC 5545 (3.3.10) accepts a part once");
    read(seen.back(), part.substr(equals + 1));
  }
  if (std::ranges::count(seen, "FREQ") == 0)
    refuse("no FREQ in the rule " + quote(rule) + "; RFC 5545 (3.3.10) requires it");
  if (std::ranges::count(seen, "SKIP") > std::ranges::count(seen, "RSCALE"))
    refuse("SKIP without RSCALE; RFC 7529 (4.1) accepts it only where RSCALE stands");
  if (std::ranges::count(seen, "RSCALE") > 0 && !skip_) skip_ = Skip::omit;
  put_in_order(months_, [](int m) { return m < 0 ? 1 - 2 * m : 2 * m; });  // 6, 6L, 7
  put_in_order(month_days_, [](int d) { return d < 0 ? 100 + d : d; });    // 1, 31, -31, -1
  check();
}

void Recurrence::read(std::string_view name, std::string_view written) {
  const std::string value = upper(written);
  if (name == "FREQ") {
    constexpr std::array<std::string_view, 3> finer{"SECONDLY", "MINUTELY", "HOURLY"};
    constexpr std::array<std::string_view, 4> known{"YEARLY", "MONTHLY", "WEEKLY", "DAILY"};
    if (std::ranges::count(finer, value) > 0)
      refuse("FREQ=" + value + " is finer than a day; accepted: MONTHLY, YEARLY");
    if (std::ranges::count(known, value) == 0) throw_unknown("FREQ", written, known);
    if (value != "YEARLY" && value != "MONTHLY")
      refuse("FREQ=" + value + " is not read by this version; accepted: MONTHLY, YEARLY");
    yearly_ = value == "YEARLY";
  } else if (name == "RSCALE") {
    if (value != "GREGORIAN" && value != "CHINESE")
      refuse("RSCALE=" + value + " is not read; accepted: GREGORIAN, CHINESE");
    chinese_ = value == "CHINESE";
  } else if (name == "INTERVAL") {
    interval_ = number(name, value, 1, 9999);
  } else if (name == "BYMONTH") {
    for (const std::string_view m : split(value, ',')) months_.push_back(month(m));
  } else if (name == "BYMONTHDAY") {
    for (const std::string_view d : split(value, ','))
      month_days_.push_back(number(name, d, -31, 31));
  } else if (name == "SKIP") {
    skip_ = parse<Skip>(value, "SKIP");
  } else if (std::ranges::count(not_read_yet, name) > 0) {
    refuse(std::string{name} +
           " is not read by this version; accepted: RSCALE, FREQ, INTERVAL, "
           "BYMONTH, BYMONTHDAY, SKIP");
  } else {
    throw_unknown("part of a rule", name, read_here);
  }
}

// What the parts say together.
void Recurrence::check() const {
  const bool leap = std::ranges::any_of(months_, [](int m) { return m < 0; });
  if (leap && !chinese_)
    refuse(
        "BYMONTH names a leap month without RSCALE=CHINESE; RFC 7529 (4.2) needs a calendar "
        "that has them");
  if (chinese_) LunarDate::of(start_);  // throws where the lunar table does not reach
  if (chinese_ && !yearly_)
    refuse("RSCALE=CHINESE with FREQ=MONTHLY is not read by this version; accepted: FREQ=YEARLY");
  if (yearly_ && months_.empty() && !month_days_.empty())
    refuse(
        "FREQ=YEARLY with BYMONTHDAY and no BYMONTH means every month to some readers of RFC 5545 "
        "and the month of the start to others; accepted: BYMONTH besides");
}

std::string to_string(const Recurrence& r) {
  std::string text;
  if (r.skip_) text += r.chinese_ ? "RSCALE=CHINESE;" : "RSCALE=GREGORIAN;";
  text += r.yearly_ ? "FREQ=YEARLY" : "FREQ=MONTHLY";
  if (r.interval_ != 1) text += ";INTERVAL=" + std::to_string(r.interval_);
  if (!r.months_.empty()) text += ";BYMONTH=" + joined(r.months_, true);
  if (!r.month_days_.empty()) text += ";BYMONTHDAY=" + joined(r.month_days_, false);
  if (r.skip_.value_or(Skip::omit) != Skip::omit) text += ";SKIP=" + std::string{key(*r.skip_)};
  return text;
}

}  // namespace zhibu
