// SPDX-License-Identifier: BSL-1.0

#include "time/rrule.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdlib>
#include <stdexcept>

#include "quote.hpp"

namespace zhibu {

namespace {

constexpr int longest_year = 385;  // of the lunar table; a Gregorian one has 366 days

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

// A whole number from 1 to `most`, or, where `least` is negative, from `least` to -1 as well.
int number(std::string_view name, std::string_view text, int least, int most) {
  const std::string_view digits = text.starts_with('+') ? text.substr(1) : text;
  int n = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), n);
  const bool whole = error == std::errc{} && end == digits.data() + digits.size();
  const bool signed_twice = text.starts_with("+-");
  if (!whole || signed_twice || n == 0 || n < least || n > most)
    refuse(std::string{name} + " is " + quote(text) + "; accepted: " +
           (least < 0 ? std::to_string(least) + " to -1 and 1" : std::to_string(least)) + " to " +
           std::to_string(most));
  return n;
}

std::vector<int> numbers(std::string_view name, std::string_view text, int most) {
  std::vector<int> all;
  for (const std::string_view n : split(text, ',')) all.push_back(number(name, n, -most, most));
  return all;
}

// "6" or "6L", a leap month, which is kept as a negative number.
int month(std::string_view text) {
  const bool leap = text.ends_with('L');
  const int n = number("BYMONTH", leap ? text.substr(0, text.size() - 1) : text, 1, 12);
  return leap ? -n : n;
}

Weekday week_start(std::string_view text) {
  const auto found = std::ranges::find(rrule_weekdays, text);
  if (found == rrule_weekdays.end()) throw_unknown("WKST", text, rrule_weekdays);
  return static_cast<Weekday>(found - rrule_weekdays.begin());
}

// "MO", "1MO" or "-1MO". The RFC counts to 53; a number that no year reaches never comes.
NthWeekday nth_weekday(std::string_view text) {
  const std::size_t digits = text.size() - std::min<std::size_t>(2, text.size());
  const auto day = std::ranges::find(rrule_weekdays, text.substr(digits));
  if (day == rrule_weekdays.end()) throw_unknown("BYDAY", text, rrule_weekdays);
  const int nth = digits == 0 ? 0 : number("the number in BYDAY", text.substr(0, digits), -99, 99);
  return {nth, static_cast<Weekday>(day - rrule_weekdays.begin())};
}

Date until(std::string_view text) {
  if (text.find('T') != std::string_view::npos)
    refuse("UNTIL is " + quote(text) +
           ", a date with a time of day; RFC 5545 (3.3.10) accepts the type of the start alone, "
           "which is a date here: YYYYMMDD");
  if (text.size() != 8) refuse("UNTIL is " + quote(text) + "; accepted: YYYYMMDD, as 20261231");
  const std::string day{text};
  return parse_date(day.substr(0, 4) + '-' + day.substr(4, 2) + '-' + day.substr(6));
}

Frequency frequency(const std::string& value) {
  constexpr std::array<std::string_view, 3> finer{"SECONDLY", "MINUTELY", "HOURLY"};
  if (std::ranges::count(finer, value) > 0)
    refuse("FREQ=" + value +
           " is finer than a day, and zhibu knows days alone; accepted: YEARLY, MONTHLY, WEEKLY, "
           "DAILY");
  const auto found = std::ranges::find(rrule_frequencies, value);
  if (found == rrule_frequencies.end()) throw_unknown("FREQ", value, rrule_frequencies);
  return static_cast<Frequency>(found - rrule_frequencies.begin());
}

bool chinese(const std::string& value) {
  if (value != "GREGORIAN" && value != "CHINESE")
    refuse("RSCALE=" + value +
           " is a calendar that zhibu has not got; accepted: GREGORIAN, "
           "CHINESE");
  return value == "CHINESE";
}

template <class T, class Place>
void put_in_order(std::vector<T>& list, Place place) {
  std::ranges::sort(list, {}, place);
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

void put_in_order(RRule& rule) {
  const auto from_the_front = [](int n) { return n < 0 ? 2 * longest_year + n : n; };  // 1, 31, -1
  put_in_order(rule.months, [](int m) { return m < 0 ? 1 - 2 * m : 2 * m; });          // 6, 6L, 7
  for (std::vector<int>* list : {&rule.weeks, &rule.year_days, &rule.month_days, &rule.positions})
    put_in_order(*list, from_the_front);
  put_in_order(rule.days, [](NthWeekday d) { return d; });
}

// Reads a rule part by part, then looks at what the parts say together.
class Reader {
 public:
  RRule read(std::string_view text) {
    for (const std::string_view part : split(text, ';')) {
      const std::size_t equals = part.find('=');
      if (equals == std::string_view::npos)
        refuse("not a part of a rule: " + quote(part) + "; accepted: NAME=VALUE, joined by ';'");
      const std::string name = upper(part.substr(0, equals));
      if (has(name)) refuse(name + " stands twice; RFC 5545 (3.3.10) accepts a part once");
      seen_.push_back(name);
      read(name, upper(part.substr(equals + 1)));
    }
    if (!has("FREQ"))
      refuse("no FREQ in the rule " + quote(text) + "; RFC 5545 (3.3.10) requires it");
    if (has("RSCALE") && !rule_.skip) rule_.skip = Skip::omit;
    check_extent();
    check_scale();
    put_in_order(rule_);
    return rule_;
  }

 private:
  bool has(std::string_view name) const { return std::ranges::count(seen_, name) > 0; }

  void read(const std::string& name, const std::string& value) {
    if (name == "RSCALE") {
      rule_.chinese = chinese(value);
    } else if (name == "FREQ") {
      rule_.frequency = frequency(value);
    } else if (name == "UNTIL") {
      rule_.until = until(value);
    } else if (name == "COUNT") {
      rule_.count = number(name, value, 1, 9'999'999);
    } else if (name == "INTERVAL") {
      rule_.interval = number(name, value, 1, 99'999);
    } else if (name == "WKST") {
      rule_.week_start = week_start(value);
    } else if (name == "SKIP") {
      rule_.skip = parse<Skip>(value, "SKIP");
    } else {
      read_list(name, value);
    }
  }

  void read_list(const std::string& name, const std::string& value) {
    if (name == "BYMONTH") {
      for (const std::string_view m : split(value, ',')) rule_.months.push_back(month(m));
    } else if (name == "BYWEEKNO") {
      rule_.weeks = numbers(name, value, 53);
    } else if (name == "BYYEARDAY") {
      rule_.year_days = numbers(name, value, longest_year);
    } else if (name == "BYMONTHDAY") {
      rule_.month_days = numbers(name, value, 31);
    } else if (name == "BYDAY") {
      for (const std::string_view d : split(value, ',')) rule_.days.push_back(nth_weekday(d));
    } else if (name == "BYSETPOS") {
      rule_.positions = numbers(name, value, longest_year);
    } else {
      refuse_unknown(name);
    }
  }

  [[noreturn]] static void refuse_unknown(const std::string& name) {
    constexpr std::array<std::string_view, 3> of_a_time{"BYHOUR", "BYMINUTE", "BYSECOND"};
    constexpr std::array<std::string_view, 13> known{
        "RSCALE",    "FREQ",       "UNTIL", "COUNT",    "INTERVAL", "BYMONTH", "BYWEEKNO",
        "BYYEARDAY", "BYMONTHDAY", "BYDAY", "BYSETPOS", "WKST",     "SKIP"};
    if (std::ranges::count(of_a_time, name) > 0)
      refuse(name +
             " speaks of a time of day; RFC 5545 (3.3.10) forbids it where the start is a "
             "date");
    throw_unknown("part of a rule", name, known);
  }

  // What RFC 5545 forbids of parts together.
  void check_extent() const {
    const Frequency f = rule_.frequency;
    const bool nth = std::ranges::any_of(rule_.days, [](NthWeekday d) { return d.nth != 0; });
    if (has("COUNT") && has("UNTIL")) forbid("COUNT and UNTIL in one rule");
    if (has("BYWEEKNO") && f != Frequency::yearly) forbid("BYWEEKNO with any FREQ but YEARLY");
    if (has("BYYEARDAY") && f != Frequency::yearly)
      forbid("BYYEARDAY with FREQ=DAILY, WEEKLY or MONTHLY");
    if (has("BYMONTHDAY") && f == Frequency::weekly) forbid("BYMONTHDAY with FREQ=WEEKLY");
    if (nth && f != Frequency::yearly && f != Frequency::monthly)
      forbid("a number in BYDAY with any FREQ but MONTHLY and YEARLY");
    if (nth && has("BYWEEKNO")) forbid("a number in BYDAY beside BYWEEKNO");
    const bool any_by = std::ranges::any_of(
        seen_, [](const std::string& n) { return n.starts_with("BY") && n != "BYSETPOS"; });
    if (has("BYSETPOS") && !any_by) forbid("BYSETPOS without another part that begins with BY");
  }

  // What RFC 7529 says of the calendar of a rule.
  void check_scale() const {
    const bool leap = std::ranges::any_of(rule_.months, [](int m) { return m < 0; });
    if (has("SKIP") && !has("RSCALE"))
      refuse("SKIP without RSCALE; RFC 7529 (4.1) accepts it only where RSCALE stands");
    if (leap && !rule_.chinese)
      refuse(
          "BYMONTH names a leap month without RSCALE=CHINESE; RFC 7529 (4.2) needs a calendar "
          "that has them");
    if (has("BYWEEKNO") && rule_.chinese)
      refuse(
          "BYWEEKNO with RSCALE=CHINESE; accepted: RSCALE=GREGORIAN, whose weeks ISO 8601 "
          "numbers");
    const auto too_long = [](int n) { return std::abs(n) > 366; };
    if (!rule_.chinese && (std::ranges::any_of(rule_.year_days, too_long) ||
                           std::ranges::any_of(rule_.positions, too_long)))
      refuse("BYYEARDAY or BYSETPOS beyond 366; accepted: -366 to -1 and 1 to 366");
  }

  [[noreturn]] static void forbid(const std::string& what) {
    refuse(what + ", which RFC 5545 (3.3.10) forbids");
  }

  RRule rule_;
  std::vector<std::string> seen_;
};

}  // namespace

RRule parse_rrule(std::string_view text) {
  constexpr std::string_view property = "RRULE:";
  if (upper(text.substr(0, property.size())) == property) text.remove_prefix(property.size());
  return Reader{}.read(text);
}

}  // namespace zhibu
